"""What a step over the grid costs, kept up to date while ways are laid and taken up again. All prices are whole px.

Some prices an edge pays to everybody, others only to those that it is not bundled with: edges that leave the same
gateway may run on one line, but when they cross it is seen.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from processmap.layout.swimlane.grid import DOWN, LEFT, RIGHT, UP, Grid

BEND = 55
CROSSING = 85
_TURN_ON_WAY = 30
_PASS_TURN = 34
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

    def __init__(self, grid: Grid) -> None:
        self.width = grid.width
        size = grid.width * len(grid.lines)
        self.size = size
        self.px = [grid.xs[grid.x(point)] for point in range(size)]
        self.py = [grid.ys[grid.y(point)] for point in range(size)]
        self.blocked = bytearray(point in grid.occupied for point in range(size))
        self.move = [self._lengths(grid, direction) for direction in range(4)]
        self.straight = ([0] * size, [0] * size)
        self.turn = [BEND + (_TURN_IN_CELL if self._is_cell(grid, point) else 0) for point in range(size)]
        self.in_cell = [self._is_cell(grid, point) for point in range(size)]
        self.share_across = [
            self._share(grid, point, point + 1, centre=self._is_row(grid, point)) for point in range(size)
        ]
        self.share_down = [
            self._share(grid, point, point + self.width, centre=bool(grid.x(point) % 2)) for point in range(size)
        ]

    def lay(self, way: Way) -> None:
        """Makes others pay for meeting a way."""
        self._price_crossings(way, CROSSING)
        self.price_sharing(way, 1)

    def take_up(self, way: Way) -> None:
        """Undoes `lay`."""
        self._price_crossings(way, -CROSSING)
        self.price_sharing(way, -1)

    def price_sharing(self, way: Way, sign: int) -> None:
        """Adds (1) or removes (-1) what those pay that are not bundled with a way."""
        for low, across in self._pieces(way):
            self._price_piece(low, sign, across=across)
        for point, before, after in _inner(way):
            if before != after:
                self.straight[0][point] += sign * _PASS_TURN
                self.straight[1][point] += sign * _PASS_TURN
                if self.in_cell[point]:
                    self.turn[point] += sign * _SHARED_CENTRE
            else:
                self.turn[point] += sign * _TURN_ON_WAY

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

    def _lengths(self, grid: Grid, direction: int) -> list[int]:
        step = (1, -1, -grid.width, grid.width)[direction]
        return [self._length(grid, point, point + step) for point in range(self.size)]

    def _length(self, grid: Grid, start: int, end: int) -> int:
        if not 0 <= end < self.size or (abs(end - start) == 1 and grid.y(start) != grid.y(end)):
            return FORBIDDEN
        return abs(self.px[start] - self.px[end]) + abs(self.py[start] - self.py[end])

    def _is_row(self, grid: Grid, point: int) -> bool:
        return grid.lines[grid.y(point)].row is not None

    def _is_cell(self, grid: Grid, point: int) -> bool:
        return grid.x(point) % 2 == 1 and self._is_row(grid, point)

    def _share(self, grid: Grid, start: int, end: int, *, centre: bool) -> int:
        """A centre line belongs to one edge; beside a node ports are spread later."""
        if not centre:
            return _SHARED_GAP
        return 0 if start in grid.occupied or end in grid.occupied else _SHARED_CENTRE


def _inner(way: Way) -> Iterator[tuple[int, int, int]]:
    """The points between the ends, each with the step to it and the step from it."""
    points = way.points
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        yield point, point - before, after - point
