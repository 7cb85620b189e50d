"""PM704: the author of a document approves it."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.organisation import Role
from processmap.rules.document_control.controlled import controlled
from processmap.rules.naming import element_name, named
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM704", "author-approves-own", Severity.ERROR, since="0.1.0", tags=("documents", "control"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields documents whose author is their approver, written as an id or by the name of the role."""
    for document in controlled(context):
        author, approver = document.doc.author, document.doc.approver
        if author is None or approver is None:
            continue
        name = element_name(context.graph.model(approver, Role))
        if author.casefold() in (approver.casefold(), (name or approver).casefold()):
            yield Problem(
                RULE.code,
                Message.of("PM704.message", document=document.name, role=named(approver, name)),
                document.at("approver"),
                hint=Message.of("PM704.hint"),
                related=(Remark(document.at("author"), Message.of("PM704.author")),),
            )
