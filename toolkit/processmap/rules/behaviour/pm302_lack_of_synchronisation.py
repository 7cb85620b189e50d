"""PM302: a step that one case does twice, because branches come together without waiting for each other."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Remark, Severity
from processmap.graph.workflow import OUTSIDE, Fate
from processmap.i18n import Message
from processmap.model.steps import JoinStep
from processmap.rules.behaviour.story import Story
from processmap.rules.proofs import faults
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM302", "lack-of-synchronisation", Severity.ERROR, since="0.1.0", tags=("flow", "soundness"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the shortest run of each flow in which a step or an end comes twice."""
    for fault in faults(context, Fate.DOUBLE):
        yield _problem(Story(fault))


def _problem(story: Story) -> Problem:
    second = len(story.firings) - 1
    first = next(
        number for number in reversed(range(second)) if story.of.fault.twice[0] in story.firings[number].produced
    )
    meeting = story.firings[second].node
    opening = story.opening(first, second)
    one, other = tuple(story.arrivals(first)), tuple(story.arrivals(second))
    arrivals = tuple(dict.fromkeys((*one, *other)))
    names = {
        "step": story.named(_done_twice(story)),
        "meeting": story.named(meeting),
        "micro": story.micro,
        "ways": ", ".join(story.named(node) for node in arrivals),
        "run": story.run,
    }
    related = [Remark(story.location(node), Message.of("PM302.arrives", meeting=names["meeting"])) for node in arrivals]
    message, hint = Message.of("PM302.message", **names), Message.of("PM302.hint", meeting=names["meeting"])
    if opening is not None and one != other:
        opened = story.named(opening)
        message = Message.of("PM302.opened", **names, split=opened)
        hint = Message.of("PM302.hint_opened", meeting=names["meeting"], split=opened)
    if opening is not None:
        related.insert(0, Remark(story.location(opening), Message.of("PM302.opens")))
    return Problem(RULE.code, message, story.location(meeting), hint=hint, related=tuple(related))


def _done_twice(story: Story) -> int:
    """The step that suffers: a merge does no harm by itself, what stands behind it does."""
    node = story.firings[-1].node
    target = story.of.graph.net.targets[story.of.fault.twice[0]]
    return target if isinstance(story.step(node), JoinStep) and target != OUTSIDE else node
