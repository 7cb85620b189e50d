"""PM303: a loop that a case can never leave, though branches lead out of it."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Remark, Severity
from processmap.graph.workflow import OUTSIDE, Fate, Split
from processmap.i18n import Message
from processmap.rules.behaviour.story import Story
from processmap.rules.proofs import faults
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM303", "livelock", Severity.ERROR, since="0.1.0", tags=("flow", "soundness"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields loops in which work goes on for ever, with the shortest run that shows it."""
    for fault in faults(context, Fate.LIVELOCK):
        yield _problem(Story(fault))


def _problem(story: Story) -> Problem:
    loop = [story.of.graph.net.targets[arrow] for arrow in story.of.fault.loop]
    ids = list(dict.fromkeys(story.step(node).id for node in loop))
    first = min(loop)
    at = ids.index(story.step(first).id)
    shown = [*ids[at:], *ids[:at], ids[at]]
    related = []
    names = {"loop": " → ".join(shown), "micro": story.micro, "run": story.run}
    message, hint = Message.of("PM303.message", **names), Message.of("PM303.hint")
    splits = [node for node in dict.fromkeys(loop) if _leads_out(story, node, loop)]
    if splits:
        split = story.named(splits[0])
        message = Message.of("PM303.opens", **names, split=split)
        hint = Message.of("PM303.hint_opens", split=split)
        related = [Remark(story.location(node), Message.of("PM303.split")) for node in splits]
    return Problem(RULE.code, message, story.location(first), hint=hint, related=tuple(related))


def _leads_out(story: Story, node: int, loop: list[int]) -> bool:
    """Whether a node opens a branch out of the loop besides the one that stays in it."""
    net = story.of.graph.net
    out = [arrow for arrow in net.outs[node] if net.targets[arrow] == OUTSIDE or net.targets[arrow] not in loop]
    return net.splits[node] is not Split.ONE and bool(out)
