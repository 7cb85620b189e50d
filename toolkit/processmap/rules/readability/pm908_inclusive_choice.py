"""PM908: options, of which several may be taken at once."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Part, Problem, Severity
from processmap.i18n import Message
from processmap.model.steps import OptionsStep
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros

RULE = Rule("PM908", "inclusive-choice", Severity.INFO, since="0.1.0", tags=("gateways",))

_FEW = 2
"""With two paths there are three cases to think of: either one, or both."""


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields options with more paths than a reader can combine in the head."""
    for micro in live_micros(context):
        for index, step in enumerate(micro.steps):
            if isinstance(step, OptionsStep) and len(step.paths) > _FEW:
                names = {"step": step_named(step), "micro": named(micro.id, micro.name)}
                yield Problem(
                    RULE.code,
                    Message.of("PM908.message", **names, paths=len(step.paths), cases=2 ** len(step.paths) - 1),
                    Location(micro.id, ("steps", index, "options"), Part.KEY),
                    hint=Message.of("PM908.hint"),
                )
