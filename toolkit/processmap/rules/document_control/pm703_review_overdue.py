"""PM703: the day of the next review has passed."""

from collections.abc import Iterator
from datetime import date

from processmap.diagnostics import Problem, Severity
from processmap.i18n import Message
from processmap.rules.document_control.controlled import Controlled, controlled
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM703", "review-overdue", Severity.WARNING, since="0.1.0", tags=("documents", "dates"))

_LONG_OVERDUE_DAYS = 90


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields published documents whose review is overdue; after 90 days it is an error."""
    for document in controlled(context):
        due = document.doc.next_review
        if document.is_published and due is not None and due < context.today:
            yield _problem(document, due, (context.today - due).days)


def _problem(document: Controlled, due: date, days: int) -> Problem:
    key = "PM703.message_one" if days == 1 else "PM703.message"
    return Problem(
        RULE.code,
        Message.of(key, document=document.name, due=due, days=days),
        document.at("next_review"),
        hint=Message.of("PM703.hint"),
        severity=Severity.ERROR if days > _LONG_OVERDUE_DAYS else None,
    )
