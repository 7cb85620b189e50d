"""Gaps as a board: what is open, what is being worked on, what is done; within each the worst and the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from processmap.model.improvement import Gap
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.catalogues.entry import Head, head_of
from processmap.views.catalogues.improvement import gap_chips
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip

_STATES = ("open", "in_progress", "done")
_SEVERITIES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class GapCard:
    """One gap with what is done about it."""

    head: Head
    step: Cell
    process: Cell
    action: Cell
    owner: Cell
    due: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class GapColumn:
    """The gaps that have come equally far."""

    state: str
    label: str
    cards: tuple[GapCard, ...]


@dataclass(frozen=True, slots=True)
class GapBoard(KindPage):
    """All gaps."""

    columns: tuple[GapColumn, ...]


def issues_page(source: CatalogueSource, linker: Linker) -> GapBoard:
    """Makes the page of the gaps."""
    gaps = linker.atlas.all(Gap)
    return GapBoard(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not gaps,
        empty=linker.wording("empty.catalogue"),
        columns=tuple(_column(linker, state, gaps) for state in _STATES),
    )


def _column(linker: Linker, state: str, gaps: Sequence[Gap]) -> GapColumn:
    own = sorted(
        (gap for gap in gaps if gap.status == state), key=lambda gap: (_SEVERITIES.index(gap.severity), gap.due)
    )
    return GapColumn(state, linker.wording.word("gap_status", state), tuple(_card(linker, gap) for gap in own))


def _card(linker: Linker, gap: Gap) -> GapCard:
    words = linker.wording
    severity, _ = gap_chips(linker, gap)
    today = linker.atlas.today
    return GapCard(
        head=head_of(linker, gap, severity, Chip(words.word("gap_type", gap.type))),
        step=(linker.part(gap.step),),
        process=(linker.ref(gap.step.partition("/")[0]),),
        action=linker.prose(gap.action),
        owner=(linker.ref(gap.owner),),
        due=words.date(gap.due),
        is_overdue=today is not None and gap.status != "done" and gap.due < today,
    )
