"""PM707: a published document says something else than when its revision was published."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Severity
from processmap.graph.changed_parts import changed_parts
from processmap.graph.fingerprints import fingerprint
from processmap.i18n import Message
from processmap.rules.document_control.controlled import Controlled, controlled
from processmap.rules.naming import listed
from processmap.rules.rule import PublishedRevision, Rule, RuleContext

RULE = Rule("PM707", "changed-without-new-revision", Severity.ERROR, since="0.1.0", tags=("documents", "history"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields published documents whose meaning differs from the first commit that holds their revision as published.

    Only what `context.published` knows is compared: `app` reads the history, and leaves out what cannot have changed.
    """
    if not context.published:
        return
    for document in controlled(context):
        known = context.published.get(document.element.id)
        if known is None or not document.is_published or known.rev != document.doc.rev:
            continue
        if fingerprint(known.model) != fingerprint(document.model):
            yield _problem(document, known)


def _problem(document: Controlled, known: PublishedRevision) -> Problem:
    return Problem(
        RULE.code,
        Message.of(
            "PM707.message",
            document=document.name,
            rev=known.rev,
            date=known.date,
            commit=known.commit,
            parts=listed(changed_parts(known.model, document.model)),
        ),
        document.at("rev"),
        hint=Message.of("PM707.hint"),
    )
