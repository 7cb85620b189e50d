"""What an arrangement of rows costs: bends, long ways, crossings and height, estimated before anything is drawn."""

from processmap.layout.swimlane.numbered import Link
from processmap.layout.swimlane.row_frame import RowFrame
from processmap.layout.swimlane.variants import Variant

LANE_STEP = 40
"""Distance of two lanes in rows, large enough that lanes never mix."""

_PER_ROW, _PER_LANE_ROW = 0.15, 0.01
_UNDER_HOST = 1.5
_COVERED = 3.0
_OFF_CENTRE = 0.25
_HEIGHT = 1.2


class Arrangement:
    """Rows of the steps, changed one step at a time, and their cost. Rows are relative to the lane, negative too."""

    def __init__(self, frame: RowFrame, variant: Variant) -> None:
        self.frame, self.variant = frame, variant
        self.numbered, self.column, self.lane = frame.numbered, frame.column, frame.lane
        self.row = [0] * len(frame.numbered.nodes)
        self.cell: dict[tuple[int, int, int], int] = {}

    def put(self, step: int, row: int) -> None:
        """Places a step in a free cell."""
        self.row[step] = row
        self.cell[self.column[step], self.lane[step], row] = step

    def take(self, step: int) -> None:
        """Empties the cell of a step."""
        del self.cell[self.column[step], self.lane[step], self.row[step]]

    def spread(self, factor: int) -> None:
        """Multiplies all rows, so that there are free ones between them."""
        self.row = [row * factor for row in self.row]
        self.cell = {(column, lane, row * factor): step for (column, lane, row), step in self.cell.items()}

    def is_free(self, step: int, row: int) -> bool:
        """Whether nothing stands in that row of the step's column and lane."""
        return (self.column[step], self.lane[step], row) not in self.cell

    def span(self, lane: int) -> tuple[int, int]:
        """The first and last row of a lane."""
        rows = [self.row[step] for step in self.frame.members[lane]]
        return min(rows), max(rows)

    def cost(self, step: int) -> float:
        """What the place of one step costs, with all its edges and the height of its lane."""
        row = self.row[step]
        cost = _OFF_CENTRE * abs(row)
        for link in self.frame.touching[step]:
            cost += self._link_cost(link) + self.variant.crossing * self._crossings(link)
        if self.variant.loops:
            for link in self.frame.looping[step]:
                cost += self.variant.loops * self.variant.crossing * self._crossings(link)
        for link in self.frame.covering[step]:
            if self.row[link.tail] == row == self.row[link.head]:
                cost += _COVERED
        first, last = self.span(self.lane[step])
        return cost + _HEIGHT * (last - first)

    def _height(self, step: int) -> int:
        return self.lane[step] * LANE_STEP + self.row[step]

    def _crossings(self, link: Link) -> int:
        row, lane = self.row, self.lane
        tail = lane[link.tail] * LANE_STEP + row[link.tail]
        rise = lane[link.head] * LANE_STEP + row[link.head] - tail
        found = 0
        for rival in self.frame.rivals[link.index]:
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
            cost = _PER_ROW * rise + (self.frame.bend[link.index] if rise else 0)
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
