"""PM111: the last day of a suppression has passed."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Severity
from processmap.i18n import Message
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.verdicts import Fate

RULE = Rule(
    "PM111", "expired-suppression", Severity.ERROR, since="0.1.0", tags=("suppressions",), can_be_suppressed=False
)


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields comments whose end lies before today; what they hid is reported again beside them."""
    for verdict in context.verdicts:
        if verdict.fate is Fate.EXPIRED:
            names = {"code": verdict.code, "until": verdict.suppression.until, "reason": verdict.suppression.reason}
            yield Problem(RULE.code, Message.of("PM111.message", **names), verdict.place, Message("PM111.hint"))
