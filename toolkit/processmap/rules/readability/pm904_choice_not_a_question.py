"""PM904: a decision that does not say what is asked."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.steps import ApprovalStep, ChoiceStep, OptionsStep, step_kind
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros

RULE = Rule("PM904", "choice-not-a-question", Severity.WARNING, since="0.1.0", tags=("names", "gateways"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields choices, options and approvals whose text is no question."""
    for micro in live_micros(context):
        for index, step in enumerate(micro.steps):
            if not isinstance(step, ChoiceStep | OptionsStep | ApprovalStep):
                continue
            kind = step_kind(step)
            if not str(getattr(step, kind)).rstrip().endswith("?"):
                yield Problem(
                    RULE.code,
                    Message.of("PM904.message", step=step_named(step), micro=named(micro.id, micro.name)),
                    Location(micro.id, ("steps", index, kind)),
                    hint=Message.of("PM904.hint"),
                )
