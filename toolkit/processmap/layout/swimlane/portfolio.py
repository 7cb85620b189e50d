"""Chooses among several placements of one diagram the one that reads best."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from processmap.layout.metrics import Metrics, measure
from processmap.layout.placed import PlacedDiagram
from processmap.layout.swimlane.placement import draw, prepare
from processmap.layout.swimlane.rows import assign_rows
from processmap.layout.swimlane.variants import VARIANTS
from processmap.views.diagram import Diagram

_DEFECT, _CROSSING, _BEND = 1000.0, 60.0, 18.0
_PER_LENGTH, _PER_AREA = 0.04, 0.00012


def place(
    diagram: Diagram, *, compact: bool = False, remembered: Mapping[str, int] | None = None, variants: int | None = None
) -> PlacedDiagram:
    """Gives every lane, node, edge and text its place.

    Args:
        diagram: what to show; its edges and hosts name nodes, and its nodes lanes, that it contains.
        compact: whether hand-offs may stand in one column, as one vertical arrow; saves width.
        remembered: row of a node inside its lane in an earlier drawing (see `rows_of`), kept where little speaks
            against it.
        variants: how many placements to try at most; as many as seem useful when not given.
    """
    tried = _try_variants(diagram, compact=compact, remembered=remembered or {}, variants=variants)
    return min(tried, key=lambda placed: placed.facts.cost)


def rows_of(placed: PlacedDiagram) -> dict[str, int]:
    """Returns the row of every node inside its lane, to be remembered for the next drawing."""
    lane = {node.id: node.lane for node in placed.diagram.nodes}
    first: dict[str, int] = {}
    for node in placed.nodes.values():
        first[lane[node.id]] = min(node.cell.row, first.get(lane[node.id], node.cell.row))
    return {node.id: node.cell.row - first[lane[node.id]] for node in placed.nodes.values()}


def _try_variants(
    diagram: Diagram, *, compact: bool, remembered: Mapping[str, int], variants: int | None
) -> Iterator[PlacedDiagram]:
    setting = prepare(diagram, compact=compact)
    seen = set()
    for number, variant in enumerate(VARIANTS[:variants]):
        rows = assign_rows(setting.numbered, setting.columns, setting.backward, replace(variant, remembered=remembered))
        if rows not in seen:
            seen.add(rows)
            placed = draw(setting, rows)
            cost = _cost(measure(placed))
            yield replace(placed, facts=replace(placed.facts, variant=number, cost=cost))


def _cost(metrics: Metrics) -> float:
    return (
        _DEFECT * metrics.defects
        + _CROSSING * metrics.crossings
        + _BEND * metrics.bends
        + _PER_LENGTH * metrics.length
        + _PER_AREA * metrics.width * metrics.height
    )
