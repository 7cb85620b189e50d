"""Targets as tables: one per indicator, regions in the rows and periods in the columns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from processmap.model.indicators import Kpi, Target
from processmap.views.atlas import distinct
from processmap.views.catalogues.catalogue import CatalogueSource
from processmap.views.catalogues.charted import ChartedPage, charted_page
from processmap.views.catalogues.commercial import describe_target, target_value
from processmap.views.linking import Linker
from processmap.views.pieces import Cell


@dataclass(frozen=True, slots=True)
class TargetCell:
    """The value of one region and period; empty where nothing is aimed at."""

    anchor: str
    id: str
    value: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A region, or the whole company."""

    region: Cell
    is_whole: bool
    cells: tuple[TargetCell, ...]
    """One per period."""
    share: int | None
    """Percent of what all regions aim at in the first period, rounded; None where regions do not add up."""


@dataclass(frozen=True, slots=True)
class TargetTable:
    """The targets of one indicator."""

    kpi: Cell
    adds: str
    """How regions make up the whole, in words."""
    periods: tuple[str, ...]
    rows: tuple[TargetRow, ...]


def targets_page(source: CatalogueSource, linker: Linker) -> ChartedPage[tuple[TargetTable, ...]]:
    """Makes the page of the targets; the tables say everything, so no entry is repeated below them."""
    targets = linker.atlas.all(Target)
    return replace(charted_page(source, linker, target_tables(linker, targets), targets, describe_target), entries=())


def target_tables(linker: Linker, targets: Sequence[Target]) -> tuple[TargetTable, ...]:
    """Returns a table per indicator, in the order in which targets first name them."""
    return tuple(
        _table(linker, kpi, [target for target in targets if target.kpi == kpi])
        for kpi in distinct(target.kpi for target in targets)
    )


def _table(linker: Linker, kpi: str, targets: Sequence[Target]) -> TargetTable:
    model = linker.atlas.get(kpi, Kpi)
    adds = model.adds if model else "none"
    periods = tuple(sorted({target.period for target in targets}))
    regions = distinct(target.region for target in targets if target.region)
    has_whole = any(target.region is None for target in targets)
    rows = [_row(linker, region, targets, periods, is_sum=adds == "sum") for region in regions]
    if has_whole:
        rows.append(_row(linker, None, targets, periods, is_sum=False))
    return TargetTable((linker.ref(kpi),), linker.wording.word("adds", adds), periods, tuple(rows))


def _row(
    linker: Linker, region: str | None, targets: Sequence[Target], periods: Sequence[str], *, is_sum: bool
) -> TargetRow:
    own = {target.period: target for target in targets if target.region == region}
    cells = tuple(_cell(linker, own.get(period)) for period in periods)
    name: Cell = (linker.ref(region),) if region else (linker.wording("target_tables.whole"),)
    return TargetRow(name, region is None, cells, _share(own.get(periods[0]), targets) if is_sum else None)


def _cell(linker: Linker, target: Target | None) -> TargetCell:
    if target is None:
        return TargetCell("", "", "")
    return TargetCell(target.id.lower(), target.id, target_value(linker, target))


def _share(target: Target | None, targets: Sequence[Target]) -> int | None:
    """Share of a region in what the regions aim at together in the same period."""
    if target is None:
        return None
    whole = sum(each.value for each in targets if each.region and each.period == target.period)
    return round(target.value * 100 / whole) if whole else None
