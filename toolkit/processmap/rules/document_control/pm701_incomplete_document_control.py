"""PM701: a published document that does not say who answers for it, or from when it counts."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Part, Problem, Severity
from processmap.i18n import Message
from processmap.loading import Element
from processmap.model.document_control import DocumentControl, Status
from processmap.model.policies import Policy
from processmap.rules.document_control.controlled import Document, documents
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM701", "incomplete-document-control", Severity.ERROR, since="0.1.0", tags=("documents",))

_NEEDED = ("rev", "effective", "author", "reviewer", "approver", "next_review")


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields published macros, micros, ITOs and forms with something missing; a policy only once it has a `doc`."""
    for element, model in documents(context):
        if element.status is not Status.PUBLISHED or (model.doc is None and isinstance(model, Policy)):
            continue
        missing = _missing(model.doc)
        if missing:
            yield _problem(element, model, missing)


def _missing(doc: DocumentControl | None) -> list[str]:
    return [key for key in _NEEDED if doc is None or getattr(doc, key) is None]


def _problem(element: Element, model: Document, missing: list[str]) -> Problem:
    name = named(element.id, model.name)
    if model.doc is None:
        message, at = Message.of("PM701.nothing", document=name), Location(element.id)
        return Problem(RULE.code, message, at, hint=Message.of("PM701.hint_nothing"))
    keys = ", ".join(missing)
    return Problem(
        RULE.code,
        Message.of("PM701.message", document=name, missing=keys),
        Location(element.id, ("doc",), Part.KEY),
        hint=Message.of("PM701.hint", missing=keys),
    )
