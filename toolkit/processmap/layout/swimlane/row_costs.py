"""What an arrangement of rows costs: bends, long ways, crossings and height, estimated before anything is drawn.

Columns are fixed here, so all that depends on them alone (which edges can cross, and where) is found out once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from processmap.layout.swimlane.columns import Columns
from processmap.layout.swimlane.numbered import Link, Numbered
from processmap.layout.swimlane.variants import Variant
from processmap.views.diagram import Shape

LANE_STEP = 40
"""Distance of two lanes in rows, large enough that lanes never mix."""

_BEND, _GATEWAY_BEND, _MAIN_BEND, _PER_ROW, _PER_LANE_ROW = 2.0, 1.2, 1.0, 0.15, 0.01
_UNDER_HOST = 1.5
_COVERED = 3.0
_OFF_CENTRE = 0.25
_HEIGHT = 1.2
_FORGOTTEN = 4.0


@dataclass(frozen=True, slots=True)
class Rival:
    """A link that may cross another one: where both run, as parts of the way from tail to head, at two places."""

    link: Link
    own_start: float
    own_end: float
    start: float
    end: float


class Arrangement:
    """Rows of the steps, changed one step at a time, and their cost. Rows are relative to the lane, negative too."""

    def __init__(self, numbered: Numbered, columns: Columns, backward: frozenset[int], variant: Variant) -> None:
        self.numbered, self.columns, self.variant = numbered, columns, variant
        self.column, self.lane = columns.of, numbered.lane
        count = len(numbered.nodes)
        self.row = [0] * count
        self.cell: dict[tuple[int, int, int], int] = {}
        self.members: list[list[int]] = [[] for _ in numbered.diagram.lanes]
        for step in numbered.steps:
            self.members[self.lane[step]].append(step)
        forward = [link for link in numbered.links if link.is_flow and link.index not in backward]
        loops = [link for link in numbered.links if link.is_flow and link.index in backward]
        self.entering: list[list[Link]] = [[] for _ in range(count)]
        self.leaving: list[list[Link]] = [[] for _ in range(count)]
        for link in forward:
            self.entering[link.head].append(link)
            self.leaving[link.tail].append(link)
        self.main = self._main_exits()
        self.touching: list[list[Link]] = [[*self.entering[n], *self.leaving[n]] for n in range(count)]
        self.looping: list[list[Link]] = [[k for k in loops if n in (k.tail, k.head)] for n in range(count)]
        self.rivals = {link.index: self._rivals(link, forward) for link in (*forward, *loops)}
        self.covering = [[k for k in forward if self._may_cover(k, n)] for n in range(count)]
        self.bend = {link.index: self._bend(link) for link in forward}
        self.remembered = [variant.remembered.get(node.id) for node in numbered.nodes]

    def put(self, step: int, row: int) -> None:
        """Places a step in a free cell."""
        self.row[step] = row
        self.cell[self.column[step], self.lane[step], row] = step

    def take(self, step: int) -> None:
        """Empties the cell of a step."""
        del self.cell[self.column[step], self.lane[step], self.row[step]]

    def is_free(self, step: int, row: int) -> bool:
        """Whether nothing stands in that row of the step's column and lane."""
        return (self.column[step], self.lane[step], row) not in self.cell

    def span(self, lane: int) -> tuple[int, int]:
        """The first and last row of a lane."""
        rows = [self.row[step] for step in self.members[lane]]
        return min(rows), max(rows)

    def cost(self, step: int) -> float:
        """What the place of one step costs, with all its edges and the height of its lane."""
        row = self.row[step]
        cost = _OFF_CENTRE * abs(row)
        for link in self.touching[step]:
            cost += self._link_cost(link) + self.variant.crossing * self._crossings(link)
        if self.variant.loops:
            for link in self.looping[step]:
                cost += self.variant.loops * self.variant.crossing * self._crossings(link)
        for link in self.covering[step]:
            if self.row[link.tail] == row == self.row[link.head]:
                cost += _COVERED
        first, last = self.span(self.lane[step])
        if self.remembered[step] not in (None, row):
            cost += _FORGOTTEN
        return cost + _HEIGHT * (last - first)

    def _main_exits(self) -> frozenset[int]:
        depth = [0] * len(self.row)
        for step in sorted(self.numbered.steps, key=lambda n: (-self.column[n], -n)):
            depth[step] = 1 + max((depth[link.head] for link in self.leaving[step]), default=-1)
        mains = set()
        for links in self.leaving:
            own = [link for link in links if link.source == link.tail]
            if own:
                mains.add(max(own, key=lambda link: (depth[link.head], -link.head)).index)
        return frozenset(mains)

    def _rivals(self, link: Link, forward: Sequence[Link]) -> list[Rival]:
        rivals = (self._rival(link, other) for other in forward if other is not link)
        return [rival for rival in rivals if rival]

    def _rival(self, link: Link, other: Link) -> Rival | None:
        if {link.tail, link.head} & {other.tail, other.head}:
            return None
        left, right = sorted((self.column[link.tail], self.column[link.head]))
        start = max(left, min(self.column[other.tail], self.column[other.head]))
        end = min(right, max(self.column[other.tail], self.column[other.head]))
        if start >= end:
            return None
        return Rival(
            other, self._part(link, start), self._part(link, end), self._part(other, start), self._part(other, end)
        )

    def _part(self, link: Link, column: int) -> float:
        width = self.column[link.head] - self.column[link.tail]
        return (column - self.column[link.tail]) / width if width else 0.0

    def _may_cover(self, link: Link, step: int) -> bool:
        return (
            self.lane[link.tail] == self.lane[step] == self.lane[link.head]
            and self.column[link.tail] < self.column[step] < self.column[link.head]
        )

    def _bend(self, link: Link) -> float:
        gateway = Shape.GATEWAY in (self.numbered.shape(link.tail), self.numbered.shape(link.head))
        return (_GATEWAY_BEND if gateway else _BEND) + (_MAIN_BEND if link.index in self.main else 0)

    def _height(self, step: int) -> int:
        return self.lane[step] * LANE_STEP + self.row[step]

    def _crossings(self, link: Link) -> int:
        row, lane = self.row, self.lane
        tail = lane[link.tail] * LANE_STEP + row[link.tail]
        rise = lane[link.head] * LANE_STEP + row[link.head] - tail
        found = 0
        for rival in self.rivals[link.index]:
            other = rival.link
            base = lane[other.tail] * LANE_STEP + row[other.tail]
            climb = lane[other.head] * LANE_STEP + row[other.head] - base
            before = tail + rise * rival.own_start - base - climb * rival.start
            after = tail + rise * rival.own_end - base - climb * rival.end
            found += before * after < 0
        return found

    def _link_cost(self, link: Link) -> float:
        tail, head = link.tail, link.head
        same_lane = self.lane[tail] == self.lane[head]
        rise = abs(self._height(tail) - self._height(head))
        if not same_lane:
            cost = _PER_LANE_ROW * rise
        elif link.source != tail:
            cost = _PER_ROW * rise + (0 if self.row[head] > self.row[tail] else _UNDER_HOST)
        else:
            cost = _PER_ROW * rise + (self.bend[link.index] if rise else 0)
        return cost + self._obstacles(link, straight=same_lane and not rise)

    def _obstacles(self, link: Link, *, straight: bool) -> float:
        start, end = self.column[link.tail], self.column[link.head]
        if start == end:
            low, high = sorted((self._height(link.tail), self._height(link.head)))
            between = (n for n in self.numbered.steps if self.column[n] == start)
            return _COVERED * sum(low < self._height(n) < high for n in between)
        if end - start == 1 or self._is_clear(link.tail, start, end):
            return 0.0
        if straight:
            return _COVERED
        return 0.0 if self._is_clear(link.head, start, end) else self.variant.blocked

    def _is_clear(self, step: int, start: int, end: int) -> bool:
        lane, row, cell = self.lane[step], self.row[step], self.cell
        return not any((column, lane, row) in cell for column in range(start + 1, end))
