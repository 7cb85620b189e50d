"""Document control as a block of facts and a revision table (ISO 9001:2015, 7.5)."""

from processmap.model.document_control import DocumentControl
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Control, Fact, Revision


def document_control(linker: Linker, control: DocumentControl | None) -> Control:
    """Returns the block; an element without document control says only that it counts as published."""
    words = linker.wording
    status = control.status if control else None
    facts: list[Fact] = [Fact(words("field.status"), (words.status(status),))]
    if control:
        given: tuple[tuple[str, Cell], ...] = (
            ("rev", (control.rev,) if control.rev else ()),
            ("effective", _said(words.date(control.effective))),
            ("next_review", _said(words.date(control.next_review))),
            ("author", linker.role_or_words(control.author)),
            ("reviewer", linker.optional(control.reviewer)),
            ("approver", linker.optional(control.approver)),
        )
        facts += [Fact(words(f"field.{name}"), value) for name, value in given if value]
    changes = control.changes if control else ()
    return Control(
        tuple(facts),
        tuple(Revision(change.rev, words.date(change.date), linker.prose(change.change)) for change in changes),
    )


def _said(text: str) -> Cell:
    return (text,) if text else ()
