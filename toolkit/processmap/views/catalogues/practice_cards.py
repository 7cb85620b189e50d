"""Practices of others: where each comes from, and which processes have adopted it."""

from dataclasses import dataclass

from processmap.model.improvement import Practice
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.catalogues.entry import Head, Uses, head_of, uses_of
from processmap.views.linking import Linker
from processmap.views.pieces import Cell


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """One practice."""

    head: Head
    source: Cell
    origin: str
    """Country and industry, as far as they are known."""
    adopted_in: Cell
    uses: Uses


@dataclass(frozen=True, slots=True)
class PracticesPage(KindPage):
    """All practices, in declared order."""

    cards: tuple[PracticeCard, ...]


def practices_page(source: CatalogueSource, linker: Linker) -> PracticesPage:
    """Makes the page of the practices."""
    practices = linker.atlas.all(Practice)
    return PracticesPage(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not practices,
        empty=linker.wording("empty.catalogue"),
        cards=tuple(_card(linker, practice) for practice in practices),
    )


def _card(linker: Linker, practice: Practice) -> PracticeCard:
    return PracticeCard(
        head=head_of(linker, practice),
        source=linker.prose(practice.source),
        origin=" · ".join(word for word in (practice.country, practice.industry) if word),
        adopted_in=linker.lines(practice.adopted_in),
        uses=uses_of(linker, practice.id),
    )
