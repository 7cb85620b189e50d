"""PM110: a comment means to suppress a finding and suppresses none."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Severity
from processmap.i18n import Message
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.verdicts import Fate

RULE = Rule(
    "PM110", "unused-suppression", Severity.WARNING, since="0.1.0", tags=("suppressions",), can_be_suppressed=False
)


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields comments that hide nothing, or that could not be understood and therefore hide nothing."""
    for verdict in context.verdicts:
        if verdict.fate is not Fate.EXPIRED:
            message = Message.of(f"PM110.{verdict.fate}", code=verdict.code)
            yield Problem(RULE.code, message, verdict.place, Message(f"PM110.{verdict.fate}_hint"))
