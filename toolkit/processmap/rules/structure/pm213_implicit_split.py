"""PM213: a step with two ways out that no condition tells apart."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Part, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.steps import FlowingStep
from processmap.rules.forks import forks
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros

RULE = Rule("PM213", "implicit-split", Severity.ERROR, since="0.1.0", tags=("flow",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields hand-offs, calls and waits that have both a `to` and paths: the only way to write such a split here."""
    for micro in live_micros(context):
        for index, fork in forks(micro):
            if isinstance(fork, FlowingStep) and fork.to is not None and fork.paths:
                step = ("steps", index)
                yield Problem(
                    RULE.code,
                    Message.of("PM213.message", step=step_named(fork), micro=named(micro.id, micro.name)),
                    Location(micro.id, (*step, "to"), Part.KEY),
                    hint=Message.of("PM213.hint"),
                    related=(Remark(Location(micro.id, (*step, "paths"), Part.KEY), Message.of("PM213.paths")),),
                )
