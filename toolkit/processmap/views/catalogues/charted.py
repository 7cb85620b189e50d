"""Catalogue pages that begin with a picture of all entries and then show each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from processmap.views.catalogues.catalogue import (
    CatalogueEntry,
    CatalogueSource,
    Describe,
    KindPage,
    catalogue_header,
)
from processmap.views.linking import Linker

Chart = TypeVar("Chart")


@dataclass(frozen=True, slots=True)
class ChartedPage(KindPage, Generic[Chart]):
    """A picture of the whole, then one block per entry."""

    chart: Chart
    """What the picture shows; the template of the kind draws it."""
    entries: tuple[CatalogueEntry, ...]


def charted_page(
    source: CatalogueSource, linker: Linker, chart: Chart, elements: Sequence[object], describe: Describe
) -> ChartedPage[Chart]:
    """Makes the page of a catalogue from its picture and its elements in declared order."""
    return ChartedPage(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not elements,
        empty=linker.wording("empty.catalogue"),
        chart=chart,
        entries=tuple(describe(linker, element).entry for element in elements),
    )
