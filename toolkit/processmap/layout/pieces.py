"""The straight pieces of drawn edges, sorted so that those near a place are found quickly."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from processmap.layout.placed import Box, Point


class Piece(NamedTuple):
    """A horizontal or vertical piece of an edge."""

    line: int
    """Its y when it is horizontal, else its x."""
    low: int
    high: int
    edge: str
    at: int
    """Its number in the edge."""


class Pieces:
    """All pieces of some edges."""

    def __init__(self, edges: Iterable[tuple[str, Sequence[Point]]]) -> None:
        across: list[Piece] = []
        down: list[Piece] = []
        for edge, points in edges:
            for at, (start, end) in enumerate(pairwise(points)):
                if start.y == end.y:
                    across.append(Piece(start.y, min(start.x, end.x), max(start.x, end.x), edge, at))
                else:
                    down.append(Piece(start.x, min(start.y, end.y), max(start.y, end.y), edge, at))
        self.across, self.down = sorted(across), sorted(down)
        self._across_lines = [piece.line for piece in self.across]
        self._down_lines = [piece.line for piece in self.down]

    def across_between(self, top: int, bottom: int) -> Sequence[Piece]:
        """Horizontal pieces whose y lies between two values, both included."""
        return self.across[bisect_left(self._across_lines, top) : bisect_right(self._across_lines, bottom)]

    def down_between(self, left: int, right: int) -> Sequence[Piece]:
        """Vertical pieces whose x lies between two values, both included."""
        return self.down[bisect_left(self._down_lines, left) : bisect_right(self._down_lines, right)]

    def inside(self, box: Box) -> Iterator[Piece]:
        """Pieces that run through the inside of a box; touching its border is no running through."""
        for piece in self.across_between(box.y + 1, box.bottom - 1):
            if piece.low < box.right and piece.high > box.x:
                yield piece
        for piece in self.down_between(box.x + 1, box.right - 1):
            if piece.low < box.bottom and piece.high > box.y:
                yield piece


def overlap(first: Box, second: Box) -> bool:
    """Whether two boxes share more than a border."""
    return first.x < second.right and second.x < first.right and first.y < second.bottom and second.y < first.bottom
