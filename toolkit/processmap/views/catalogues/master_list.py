"""The master list of documents (ISO 9001:2015, 7.5.3): what the map itself controls, then what the work hands over.

The first list holds every macro, micro, ITO, form and policy with its revision; the second every document of the
catalogue with its retention and the systems in which it is made.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from processmap.graph.documents import DocumentUse
from processmap.model.document_control import DocumentControl, Status
from processmap.model.documents import Document, Form
from processmap.model.ito import Ito
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.policies import Policy
from processmap.model.rollout import Validation
from processmap.views.atlas import distinct, kind_of
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.catalogues.entry import Mentioned, by_micro
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Figure, Ref
from processmap.views.validations import VERDICT_TONES

Controlled: TypeAlias = Macro | Micro | Ito | Form | Policy
"""Every kind that carries document control."""

_CONTROLLED: tuple[type[Controlled], ...] = (Macro, Micro, Ito, Form, Policy)
_NO_USE = DocumentUse()


@dataclass(frozen=True, slots=True)
class Day:
    """A date in words, and as it sorts."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class ControlledLine:
    """A document of the map under control."""

    anchor: str
    ref: Ref
    id: str
    type: str
    rev: str
    status: Chip
    owner: Cell
    approver: Cell
    effective: Day | None
    next_review: Day | None
    is_overdue: bool
    validated: Cell
    """The newest validation record with its verdict."""


@dataclass(frozen=True, slots=True)
class FiledLine:
    """A document that the work hands over, or a record."""

    anchor: str
    id: str
    title: str
    text: Cell
    type: str
    marks: tuple[Chip, ...]
    status: Chip
    owner: Cell
    retention: str
    stored: Cell
    """The systems of the steps that make it."""
    form: Cell
    made: tuple[Mentioned, ...]
    used: tuple[Mentioned, ...]
    flow: str
    """How many steps make or use it, in words; empty for none."""


@dataclass(frozen=True, slots=True)
class MasterListPage(KindPage):
    """Both lists, with what catches the eye of an auditor."""

    figures: tuple[Figure, ...]
    controlled: tuple[ControlledLine, ...]
    filed: tuple[FiledLine, ...]
    filed_have_states: bool
    """Whether any document says its state; where none does, all are in use and nothing is to be shown."""


def master_list_page(source: CatalogueSource, linker: Linker) -> MasterListPage:
    """Makes the master list."""
    controlled = tuple(_controlled(linker, element) for model in _CONTROLLED for element in linker.atlas.all(model))
    filed = tuple(_filed(linker, document) for document in linker.atlas.all(Document))
    return MasterListPage(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not controlled and not filed,
        empty=linker.wording("empty.catalogue"),
        figures=tuple(_figures(linker, controlled, filed)),
        controlled=controlled,
        filed=filed,
        filed_have_states=any(document.status for document in linker.atlas.all(Document)),
    )


def _figures(linker: Linker, controlled: tuple[ControlledLine, ...], filed: tuple[FiledLine, ...]) -> Iterator[Figure]:
    words = linker.wording
    overdue = [line for line in controlled if line.is_overdue]
    yield Figure(words.number(len(controlled)), words("documents.figure_controlled"), "#controlled")
    published = words.status(Status.PUBLISHED)
    in_force = sum(line.status.label == published.label for line in controlled)
    yield Figure(words.number(in_force), words("documents.figure_published"), "#controlled")
    yield Figure(
        words.number(len(overdue)), words("documents.figure_overdue"), f"#{overdue[0].anchor}" if overdue else None
    )
    yield Figure(words.number(len(filed)), words("documents.figure_filed"), "#filed")


def _controlled(linker: Linker, element: Controlled) -> ControlledLine:
    control = element.doc or DocumentControl()
    status = linker.atlas.status(element)
    kind = kind_of(element.id)
    assert kind is not None
    return ControlledLine(
        anchor=element.id.lower(),
        ref=linker.ref(element.id),
        id=element.id,
        type=linker.wording.word("documents.kind", kind.name.lower()),
        rev=control.rev or "",
        status=linker.wording.status(status),
        owner=linker.optional(element.role if isinstance(element, Ito) else element.owner),
        approver=linker.optional(control.approver),
        effective=_day(linker, control.effective),
        next_review=_day(linker, control.next_review),
        is_overdue=status is not Status.RETIRED and linker.atlas.is_over(control.next_review),
        validated=_validated(linker, element.id),
    )


def _validated(linker: Linker, element: str) -> Cell:
    records = [record for record in linker.atlas.all(Validation) if element in record.elements]
    if not records:
        return ()
    newest = max(records, key=lambda record: (record.date, record.id))
    ref = linker.ref(newest.id)
    verdict = linker.wording.word("verdict", newest.verdict)
    return (Ref(ref.id, newest.id, ref.href, ref.kind), Chip(verdict, VERDICT_TONES[newest.verdict]))


def _filed(linker: Linker, document: Document) -> FiledLine:
    words = linker.wording
    use = linker.atlas.graph.document_uses.get(document.id, _NO_USE)
    used = distinct((*use.consumed_by, *use.read_by, *use.received_by, *use.sent_by, *use.delivered_by))
    used = tuple(step for step in used if step not in use.produced_by)
    steps = len(use.produced_by) + len(used)
    return FiledLine(
        anchor=document.id.lower(),
        id=document.id,
        title=document.name,
        text=linker.prose(document.description),
        type=document.type,
        marks=tuple(
            Chip(words(f"mark.{name}"), "accent") for name in ("record", "standing") if getattr(document, name)
        ),
        status=words.status(document.status),
        owner=linker.optional(document.owner),
        retention=words.retention(document.retention),
        stored=linker.refs(_systems(linker, use.produced_by)),
        form=linker.optional(document.form),
        made=tuple(by_micro(linker, use.produced_by)),
        used=tuple(by_micro(linker, used)),
        flow=words.counted("steps", steps) if steps else "",
    )


def _systems(linker: Linker, steps: Iterable[str]) -> tuple[str, ...]:
    found = (getattr(linker.atlas.step(step), "system", None) for step in steps)
    return distinct(system for system in found if system)


def _day(linker: Linker, day: date | None) -> Day | None:
    return Day(linker.wording.date(day), day.isoformat()) if day else None
