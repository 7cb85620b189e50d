"""What a step over the grid costs, kept up to date while ways are laid and taken up again. All prices are whole px.

Some prices an edge pays to everybody, others only to those that it is not bundled with: edges that leave the same
gateway may run on one line, but when they cross it is seen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from processmap.layout.swimlane.grid import DOWN, LEFT, RIGHT, UP, Grid
from processmap.layout.swimlane.variants import Toll

_SHARED_CENTRE = 700
_SHARED_GAP = 5
_TURN_IN_CELL = 40
FORBIDDEN = 1_000_000_000
"""A price that nobody pays."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way over the grid, from the cell of one node to the cell of another."""

    points: tuple[int, ...]
    exit: int
    """The side on which it leaves its source."""
    entry: int
    """The side on which it meets its target."""


class Board:
    """Prices of all moves: `move[direction][point]`, `straight[horizontal][point]`, `turn[point]`."""

    def __init__(self, grid: Grid, toll: Toll) -> None:
        self.width, self.size = grid.width, grid.width * len(grid.lines)
        self.bend, self.crossing = toll.bend, toll.crossing
        self.turn_on_way, self.pass_turn = toll.crossing * 35 // 100, toll.crossing * 2 // 5
        self.px = [*grid.xs] * len(grid.lines)
        self.py = [y for y in grid.ys for _ in grid.xs]
        self.blocked = bytearray(self.size)
        for point in grid.occupied:
            self.blocked[point] = 1
        across = [*_distances(grid.xs), FORBIDDEN] * len(grid.lines)
        down = [distance for distance in (*_distances(grid.ys), FORBIDDEN) for _ in grid.xs]
        self.move = [across, [FORBIDDEN, *across[:-1]], [FORBIDDEN] * self.width + down[: -self.width], down]
        self.straight = ([0] * self.size, [0] * self.size)
        columns = [bool(x % 2) for x in range(self.width)]
        self.in_cell = [line.row is not None and column for line in grid.lines for column in columns]
        self.turn = [toll.bend + (_TURN_IN_CELL if cell else 0) for cell in self.in_cell]
        rows = [line.row is not None for line in grid.lines for _ in columns]
        self.share_across = [self._share(point, 1, centre=centre) for point, centre in enumerate(rows)]
        self.share_down = [
            self._share(point, self.width, centre=centre) for point, centre in enumerate(columns * len(grid.lines))
        ]

    def lay(self, way: Way) -> None:
        """Makes others pay for meeting a way."""
        self._price_crossings(way, self.crossing)
        self.price_sharing(way, 1)

    def take_up(self, way: Way) -> None:
        """Undoes `lay`."""
        self._price_crossings(way, -self.crossing)
        self.price_sharing(way, -1)

    def price_sharing(self, way: Way, sign: int) -> None:
        """Adds (1) or removes (-1) what those pay that are not bundled with a way."""
        for low, across in self._pieces(way):
            self._price_piece(low, sign, across=across)
        for point, before, after in _inner(way):
            if before != after:
                self.straight[0][point] += sign * self.pass_turn
                self.straight[1][point] += sign * self.pass_turn
                if self.in_cell[point]:
                    self.turn[point] += sign * _SHARED_CENTRE
            else:
                self.turn[point] += sign * self.turn_on_way

    def price_turns(self, points: Iterable[int], price: int) -> None:
        """Makes turning at some points dearer, or with a negative price cheaper again."""
        for point in points:
            self.turn[point] += price

    def _price_piece(self, low: int, sign: int, *, across: bool) -> None:
        if across:
            price = sign * self.share_across[low]
            self.move[RIGHT][low] += price
            self.move[LEFT][low + 1] += price
        else:
            price = sign * self.share_down[low]
            self.move[DOWN][low] += price
            self.move[UP][low + self.width] += price

    def _price_crossings(self, way: Way, price: int) -> None:
        for point, before, after in _inner(way):
            if before == after:
                self.straight[abs(before) != 1][point] += price

    def _pieces(self, way: Way) -> Iterator[tuple[int, bool]]:
        for start, end in zip(way.points, way.points[1:], strict=False):
            yield min(start, end), abs(end - start) == 1

    def _share(self, point: int, step: int, *, centre: bool) -> int:
        """A centre line belongs to one edge; beside a node ports are spread later."""
        if not centre:
            return _SHARED_GAP
        end = min(point + step, self.size - 1)
        return 0 if self.blocked[point] or self.blocked[end] else _SHARED_CENTRE


def _distances(places: Sequence[int]) -> list[int]:
    return [end - start for start, end in pairwise(places)]


def _inner(way: Way) -> Iterator[tuple[int, int, int]]:
    """The points between the ends, each with the step to it and the step from it."""
    points = way.points
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        yield point, point - before, after - point
