"""Gives every node its row inside its lane: first guess along the main way, then local search, then satellites."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count

from processmap.layout.swimlane.row_costs import Arrangement
from processmap.layout.swimlane.row_frame import RowFrame
from processmap.layout.swimlane.variants import Variant

_PASSES = 4
_FURTHEST = 4
_LEAST_GAIN = 1e-9
_SPREAD = 4
"""Rows are moved so far apart before satellites are put between them."""
_BESIDE = (_SPREAD, -_SPREAD, _SPREAD // 2, -_SPREAD // 2)


@dataclass(frozen=True, slots=True)
class Rows:
    """The row of every node, counted over all lanes without gaps; a lane without nodes has one empty row."""

    of: tuple[int, ...]
    lane: tuple[int, ...]
    """Of each row."""


def assign_rows(frame: RowFrame, variant: Variant) -> Rows:
    """Arranges the nodes of each column and lane below each other."""
    arrangement = Arrangement(frame, variant)
    order = sorted(frame.numbered.steps, key=lambda n: (frame.column[n], n))
    for step in order:
        _put_first(arrangement, step)
    for _ in range(_PASSES):
        moved = [step for step in order if _improve(arrangement, step)]
        if not moved:
            break
    _put_satellites(arrangement)
    return _number_rows(arrangement)


def _put_first(arrangement: Arrangement, step: int) -> None:
    wanted = [row for *_, row in sorted(_rows_of_predecessors(arrangement, step))]
    rows = (row for source in (wanted, _outward(arrangement.variant)) for row in source)
    arrangement.put(step, next(row for row in rows if arrangement.is_free(step, row)))


def _rows_of_predecessors(arrangement: Arrangement, step: int) -> Iterator[tuple[bool, int, int]]:
    lane = arrangement.lane
    aside = 1 if arrangement.variant.branches_below else -1
    for link in arrangement.frame.entering[step]:
        if lane[link.tail] != lane[step]:
            continue
        is_main = link.index in arrangement.frame.main
        rivals = [other for other in arrangement.frame.leaving[link.tail] if other is not link]
        keeps_row = is_main or not any(lane[other.head] == lane[link.tail] for other in rivals)
        shift = 1 if link.source != link.tail else 0 if keeps_row else aside
        yield not is_main, -arrangement.column[link.tail], arrangement.row[link.tail] + shift


def _outward(variant: Variant) -> Iterator[int]:
    first = 1 if variant.branches_below else -1
    yield 0
    for distance in count(1):
        yield first * distance
        yield -first * distance


def _improve(arrangement: Arrangement, step: int) -> bool:
    """Moves one step, or swaps it with its neighbour in the column, where that costs least."""
    home = arrangement.row[step]
    first, last = arrangement.span(arrangement.lane[step])
    best_gain, best_row = _LEAST_GAIN, home
    for row in range(max(first - 1, min(home, -_FURTHEST + 1)), min(last + 1, max(home, _FURTHEST)) + 1):
        if row != home:
            gain = _gain(arrangement, step, row)
            if gain > best_gain + _LEAST_GAIN:
                best_gain, best_row = gain, row
    if best_row == home:
        return False
    _exchange(arrangement, step, best_row)
    return True


def _gain(arrangement: Arrangement, step: int, row: int) -> float:
    home = arrangement.row[step]
    other = arrangement.cell.get((arrangement.column[step], arrangement.lane[step], row))
    before = arrangement.cost(step) + (arrangement.cost(other) if other is not None else 0)
    _exchange(arrangement, step, row)
    after = arrangement.cost(step) + (arrangement.cost(other) if other is not None else 0)
    _exchange(arrangement, step, home)
    return before - after


def _exchange(arrangement: Arrangement, step: int, row: int) -> None:
    home = arrangement.row[step]
    other = arrangement.cell.get((arrangement.column[step], arrangement.lane[step], row))
    arrangement.take(step)
    if other is not None:
        arrangement.take(other)
        arrangement.put(other, home)
    arrangement.put(step, row)


def _put_satellites(arrangement: Arrangement) -> None:
    """Each next to its host, above or below it, in a row of its own when both cells there are taken.

    A host with events on its border keeps its lower side free.
    """
    numbered = arrangement.numbered
    arrangement.spread(_SPREAD)
    for satellite in numbered.satellites:
        host = numbered.owner(satellite)
        below = arrangement.variant.satellites_below and not numbered.attached[host]
        side = 1 if below else -1
        same_lane = numbered.lane[host] == numbered.lane[satellite]
        start = arrangement.row[host] if same_lane else 0
        rows = (start + side * distance for distance in chain(_BESIDE if same_lane else (0,), _further()))
        arrangement.put(satellite, next(row for row in rows if arrangement.is_free(satellite, row)))


def _further() -> Iterator[int]:
    for distance in count(2):
        yield from (_SPREAD * distance, -_SPREAD * distance)


def _number_rows(arrangement: Arrangement) -> Rows:
    numbered = arrangement.numbered
    number: dict[tuple[int, int], int] = {}
    lanes: list[int] = []
    for lane in range(len(numbered.diagram.lanes)):
        used = {arrangement.row[node] for node in numbered.cells if numbered.lane[node] == lane}
        for row in sorted(used) or [0]:
            number[lane, row] = len(lanes)
            lanes.append(lane)
    nodes = range(len(numbered.nodes))
    anchors = (numbered.anchor[node] for node in nodes)
    return Rows(tuple(number[numbered.lane[n], arrangement.row[n]] for n in anchors), tuple(lanes))
