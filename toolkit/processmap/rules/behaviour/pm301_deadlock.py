"""PM301: a join that waits for a branch which this case never takes."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.diagnostics import Problem, Remark, Severity
from processmap.graph.workflow import Fate, Join
from processmap.i18n import Message
from processmap.rules.behaviour.story import Story
from processmap.rules.proofs import faults
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM301", "deadlock", Severity.ERROR, since="0.1.0", tags=("flow", "soundness"))


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A join that has got something and waits for more, and the decision that went the other way."""

    join: int
    missing: tuple[int, ...]
    decision: tuple[int, int] | None
    """Node and arrow."""


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the shortest run of each flow after which a case stands still for ever."""
    for fault in faults(context, Fate.DEADLOCK):
        story = Story(fault)
        yield _problem(story, _waiting(story))


def _waiting(story: Story) -> _Waiting:
    """The join that stands still; one behind a decision before one that only waits for the other."""
    found = [
        _Waiting(join, missing, _decision(story, join, missing))
        for join, missing in _incomplete_joins(story)
        if len(missing) < len(story.of.graph.net.ins[join])
    ]
    return next((waiting for waiting in found if waiting.decision), found[0])


def _incomplete_joins(story: Story) -> Iterator[tuple[int, tuple[int, ...]]]:
    net, marking = story.of.graph.net, story.of.fault.marking
    for node, join in enumerate(net.joins):
        if join is Join.ALL:
            yield node, tuple(arrow for arrow in net.ins[node] if arrow not in marking)


def _decision(story: Story, join: int, missing: tuple[int, ...]) -> tuple[int, int] | None:
    decisions = (story.decision_against(arrow, join=join) for arrow in missing)
    return next((decision for decision in decisions if decision is not None), None)


def _problem(story: Story, waiting: _Waiting) -> Problem:
    net = story.of.graph.net
    sources = [net.sources[arrow] for arrow in waiting.missing]
    names = {
        "join": story.named(waiting.join),
        "micro": story.micro,
        "missing": ", ".join(dict.fromkeys(story.way_named(arrow) for arrow in waiting.missing)),
        "run": story.run,
    }
    related = [Remark(story.location(source), Message.of("PM301.missing")) for source in dict.fromkeys(sources)]
    if waiting.decision is None:
        message, hint = Message.of("PM301.never", **names), Message.of("PM301.hint", join=names["join"])
    else:
        node, arrow = waiting.decision
        way = {"choice": story.named(node), "label": story.label(arrow) or "…", "target": _target(story, arrow)}
        case = "exclusive" if _comes_another_way(story, arrow, waiting) else "decided"
        message = Message.of(f"PM301.{case}", **names, **way)
        hint = Message.of(f"PM301.hint_{case}", **way, join=names["join"])
        related.insert(0, Remark(story.way_location(arrow), Message.of("PM301.decision")))
    return Problem(RULE.code, message, story.location(waiting.join), hint=hint, related=tuple(related))


def _comes_another_way(story: Story, arrow: int, waiting: _Waiting) -> bool:
    """Whether the decision leads to the join all the same, by a way in of its own."""
    ways_in = story.of.graph.net.ins[waiting.join]
    return any(arrow in story.leading_to(way, stop=waiting.join) for way in ways_in)


def _target(story: Story, arrow: int) -> str:
    return story.named(story.of.graph.net.targets[arrow])
