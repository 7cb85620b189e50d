"""Chooses among several placements of one diagram the one that reads best."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from processmap.layout.metrics import Metrics, measure, name_defects
from processmap.layout.placed import PlacedDiagram
from processmap.layout.swimlane.placement import Setting, draw, prepare
from processmap.layout.swimlane.row_frame import RowFrame
from processmap.layout.swimlane.rows import Rows, assign_rows
from processmap.layout.swimlane.variants import TOLLS, VARIANTS, Toll
from processmap.views.diagram import Diagram

_DEFECT, _CROSSING, _BEND = 1000.0, 60.0, 18.0
_DRAWINGS, _DRAWINGS_WHEN_LARGE, _LARGE = 7, 4, 60
_PER_LENGTH, _PER_AREA = 0.04, 0.00012


def place(diagram: Diagram, *, compact: bool = False, variants: int | None = None) -> PlacedDiagram:
    """Gives every lane, node, edge and text its place.

    Args:
        diagram: what to show; its edges and hosts name nodes, and its nodes lanes, that it contains.
        compact: whether hand-offs may stand in one column, as one vertical arrow; saves width.
        variants: how many placements to try at most; as many as seem useful when not given.
    """
    trial = _Trial(prepare(diagram, compact=compact), variants or _most(len(diagram.nodes)))
    best = min(trial.all(), key=lambda placed: placed.facts.cost)
    return replace(best, facts=replace(best.facts, warnings=name_defects(best))) if best.facts.cost >= _DEFECT else best


class _Trial:
    def __init__(self, setting: Setting, most: int) -> None:
        self.setting, self.most = setting, most
        self.drawn: list[PlacedDiagram] = []
        self.metrics: list[Metrics] = []

    def all(self) -> list[PlacedDiagram]:
        """Different arrangements of rows with the usual toll, then the best of them with other tolls."""
        costs = {rows: self._draw(rows, TOLLS[0]) for rows in islice(self._arrangements(), (self.most + 1) // 2)}
        best = min(costs, key=lambda rows: costs[rows])
        if not any(map(_is_good_enough, self.metrics)):
            for toll in TOLLS[1 : 1 + self.most - len(self.drawn)]:
                self._draw(best, toll)
        return self.drawn

    def _arrangements(self) -> Iterator[Rows]:
        """Different ones: most variants agree in most diagrams."""
        setting, seen = self.setting, set()
        frame = RowFrame(setting.numbered, setting.columns, setting.backward)
        for variant in VARIANTS:
            rows = assign_rows(frame, variant)
            if rows not in seen:
                seen.add(rows)
                yield rows

    def _draw(self, rows: Rows, toll: Toll) -> float:
        placed = draw(self.setting, rows, toll)
        self.metrics.append(measure(placed))
        cost = _cost(self.metrics[-1])
        facts = replace(placed.facts, variant=len(self.drawn), cost=cost)
        self.drawn.append(replace(placed, facts=facts))
        return cost


def _most(nodes: int) -> int:
    """How many placements are worth their time."""
    return _DRAWINGS if nodes <= _LARGE else _DRAWINGS_WHEN_LARGE


def _is_good_enough(metrics: Metrics) -> bool:
    """Whether there is no crossing and so few bends that looking further is not worth the time."""
    return not metrics.defects and not metrics.crossings and metrics.bends <= metrics.nodes // 2


def _cost(metrics: Metrics) -> float:
    return (
        _DEFECT * metrics.defects
        + _CROSSING * metrics.crossings
        + _BEND * metrics.bends
        + _PER_LENGTH * metrics.length
        + _PER_AREA * metrics.width * metrics.height
    )
