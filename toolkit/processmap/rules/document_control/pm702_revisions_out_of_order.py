"""PM702: a revision table that does not run from the newest revision down."""

from collections.abc import Iterator
from itertools import pairwise

from processmap.diagnostics import Problem, Remark, Severity
from processmap.i18n import Message
from processmap.rules.document_control.controlled import Controlled, controlled
from processmap.rules.document_control.revisions import revision_key
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM702", "revisions-out-of-order", Severity.ERROR, since="0.1.0", tags=("documents",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the first line that is not older than the one above it, else a current `rev` that heads no line."""
    for document in controlled(context):
        found = _out_of_order(document) or _not_current(document)
        if found:
            yield found


def _out_of_order(document: Controlled) -> Problem | None:
    for index, (newer, older) in enumerate(pairwise(document.doc.changes), start=1):
        names = {"document": document.name, "newer": newer.rev, "older": older.rev}
        related = (Remark(document.at("changes", index - 1, "rev"), Message.of("PM702.above")),)
        if revision_key(older.rev) >= revision_key(newer.rev):
            key = "PM702.same" if older.rev == newer.rev else "PM702.revision"
            at = document.at("changes", index, "rev")
            return Problem(RULE.code, Message.of(key, **names), at, Message.of("PM702.hint"), related)
        if older.date > newer.date:
            dates = {"newer_date": newer.date, "older_date": older.date}
            at = document.at("changes", index, "date")
            return Problem(RULE.code, Message.of("PM702.date", **names, **dates), at, Message.of("PM702.hint"), related)
    return None


def _not_current(document: Controlled) -> Problem | None:
    doc = document.doc
    if doc.rev is None or not doc.changes or doc.changes[0].rev == doc.rev:
        return None
    newest = doc.changes[0].rev
    return Problem(
        RULE.code,
        Message.of("PM702.current", document=document.name, rev=doc.rev, newest=newest),
        document.at("rev"),
        hint=Message.of("PM702.hint_current", rev=doc.rev),
        related=(Remark(document.at("changes", 0, "rev"), Message.of("PM702.newest")),),
    )
