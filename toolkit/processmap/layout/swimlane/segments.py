"""The straight pieces of ways, and which of them are drawn as one line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from processmap.layout.swimlane.grid import Grid
from processmap.layout.swimlane.numbered import Link, Numbered
from processmap.layout.swimlane.router import Routes, is_bundled

Crossing = tuple[int, int]
"""Numbers of a vertical and a horizontal grid line."""


@dataclass(slots=True)
class Segment:
    """A straight piece of a way, along one grid line."""

    link: int
    order: int
    """Its place in the way."""
    horizontal: bool
    line: int
    start: Crossing
    end: Crossing
    in_gap: bool
    """Whether it runs in a gap, where it gets a track; else it runs through the middle of cells."""
    group: int = 0
    """The same for all that are drawn as one line."""
    shift: int = 0
    """Outside gaps: px from the middle line."""
    offset: float = 0.0
    """The same while order is being found out: from the grid line, in distances of grid lines."""
    track: int = 0

    @property
    def axis(self) -> int:
        """The coordinate that changes along it: 0 for x, 1 for y."""
        return 0 if self.horizontal else 1

    @property
    def position(self) -> float:
        """Where it runs, for comparing."""
        return self.line + self.offset

    @property
    def direction(self) -> tuple[bool, bool]:
        """Whether it goes right or down, and whether it is horizontal."""
        return self.end > self.start, self.horizontal


def cut_ways(numbered: Numbered, grid: Grid, routes: Routes) -> tuple[tuple[Segment, ...], ...]:
    """Cuts every way into its segments, in order, and marks those that are one line."""
    segments = tuple(tuple(_cut(grid, number, way.points)) for number, way in enumerate(routes.ways))
    _Bundles(segments).join_all(numbered, routes)
    return segments


def _cut(grid: Grid, link: int, points: Sequence[int]) -> Iterator[Segment]:
    corners = [(grid.x(point), grid.y(point)) for point in points]
    turns = [
        here
        for before, here, after in zip(corners, corners[1:], corners[2:], strict=False)
        if not before[0] == here[0] == after[0] and not before[1] == here[1] == after[1]
    ]
    ends = [corners[0], *turns, corners[-1]]
    for order, (start, end) in enumerate(pairwise(ends)):
        horizontal = start[1] == end[1]
        line = start[1] if horizontal else start[0]
        in_gap = grid.lines[line].row is None if horizontal else line % 2 == 0
        yield Segment(link, order, horizontal, line, start, end, in_gap)


class _Bundles:
    """Union-find over segments."""

    def __init__(self, segments: Sequence[Sequence[Segment]]) -> None:
        self.segments = segments
        flat = [segment for way in segments for segment in way]
        for number, segment in enumerate(flat):
            segment.group = number
        self.flat = flat
        self.parent = list(range(len(flat)))

    def join_all(self, numbered: Numbered, routes: Routes) -> None:
        for (node, _), users in routes.used.items():
            if numbered.joins_lines(node):
                for leaves in (True, False):
                    links = [link for link, is_exit in users if is_exit == leaves and not link.is_association]
                    self._join(numbered, links, leaves=leaves)
        for number, segment in enumerate(self.flat):
            segment.group = self._find(number)

    def _join(self, numbered: Numbered, links: Sequence[Link], *, leaves: bool) -> None:
        """Of edges between the same two nodes only the first joins; else a third edge would make them one line."""
        different = {(link.source, link.target): link for link in reversed(links)}
        for first, second in combinations(sorted(different.values(), key=lambda link: link.index), 2):
            if is_bundled(numbered, first, second):
                self._join_pair(first.index, second.index, leaves=leaves)

    def _join_pair(self, first: int, second: int, *, leaves: bool) -> None:
        """Joins segment by segment, from the common port on, as long as both ways are the same."""
        step = 1 if leaves else -1
        for one, other in zip(self.segments[first][::step], self.segments[second][::step], strict=False):
            if one.line != other.line or one.direction != other.direction:
                return
            self.parent[self._find(other.group)] = self._find(one.group)
            if (one.end != other.end) if leaves else (one.start != other.start):
                return

    def _find(self, number: int) -> int:
        while self.parent[number] != number:
            number = self.parent[number]
        return number
