"""What stands in the margin of every printed page: whose document it is, which one, and in which revision."""

from dataclasses import dataclass

from processmap.model.document_control import DocumentControl
from processmap.views.atlas import Atlas
from processmap.views.pieces import Header
from processmap.views.wording import Wording


@dataclass(frozen=True, slots=True)
class Paper:
    """The running head and foot of a page on paper."""

    client: str
    title: str
    code: str
    """Id of the element; what sort of page it is where it is about none."""
    revision: str
    """Revision and state: `Rev. 04 · Publicado`; empty where the page is about no controlled document."""
    foot: str
    """That the copy is uncontrolled, and since when the revision is in force where somebody has said."""


def paper_of(atlas: Atlas, wording: Wording, header: Header) -> Paper:
    """Returns what is printed around a page, found by the id in its header."""
    control = getattr(atlas.elements.get(header.id), "doc", None)
    known = control if isinstance(control, DocumentControl) else None
    return Paper(
        client=atlas.settings.client,
        title=header.title,
        code=header.id or header.kind_label,
        revision=_revision(wording, known) if known else "",
        foot=_foot(wording, known),
    )


def _revision(wording: Wording, control: DocumentControl) -> str:
    rev = (wording("paper.revision", rev=control.rev),) if control.rev else ()
    return " · ".join((*rev, wording.status(control.status).label))


def _foot(wording: Wording, control: DocumentControl | None) -> str:
    day = wording.date(control.effective) if control else ""
    return " · ".join((wording("paper.uncontrolled"), *((wording("paper.effective", date=day),) if day else ())))
