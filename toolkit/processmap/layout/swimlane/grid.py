"""The coarse grid on which ways are found: a line through every column and row, and one through every gap between.

Vertical lines: 2c runs in the gap left of column c, 2c + 1 through its middle. Horizontal lines, for each lane: gap,
row, gap, row, …, gap; each lane has gaps of its own at both ends, so that no edge runs on the border of two lanes.
A crossing of lines is a point, numbered row by row. Distances are estimates, good enough for choosing a way.
"""

from dataclasses import dataclass

from processmap.layout.swimlane.columns import Columns
from processmap.layout.swimlane.numbered import Numbered
from processmap.layout.swimlane.rows import Rows

RIGHT, LEFT, UP, DOWN = range(4)
"""Directions, and the sides of a node; `side ^ 1` is the opposite one."""

_GAP_WIDTH, _GAP_HEIGHT, _ROW_HEIGHT, _LEAST_COLUMN = 36, 24, 80, 46


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal grid line."""

    lane: int
    row: int | None
    """The row whose middle it is; None for a gap."""


@dataclass(frozen=True)
class Grid:
    """Lines, points and where the nodes stand."""

    columns: int
    lines: tuple[Line, ...]
    point: tuple[int, ...]
    """Of each node, that of its cell's owner."""
    occupied: frozenset[int]
    xs: tuple[int, ...]
    """Estimated place of each vertical line, px."""
    ys: tuple[int, ...]
    """Estimated place of each horizontal line, px."""

    @property
    def width(self) -> int:
        """Number of vertical lines."""
        return len(self.xs)

    def x(self, point: int) -> int:
        """The vertical line of a point."""
        return point % len(self.xs)

    def y(self, point: int) -> int:
        """The horizontal line of a point."""
        return point // len(self.xs)


def make_grid(numbered: Numbered, columns: Columns, rows: Rows, widths: tuple[int, ...]) -> Grid:
    """Lays lines through columns and rows.

    Args:
        numbered: the diagram.
        columns: the columns of its nodes.
        rows: the rows of its nodes.
        widths: of each node, px.
    """
    lines = _lines(rows)
    line_of_row = {line.row: number for number, line in enumerate(lines) if line.row is not None}
    width = 2 * columns.count + 1
    point = tuple(line_of_row[rows.of[node]] * width + 2 * columns.of[node] + 1 for node in range(len(numbered.nodes)))
    column_widths = [_LEAST_COLUMN] * columns.count
    for node in numbered.cells:
        column_widths[columns.of[node]] = max(column_widths[columns.of[node]], widths[node])
    occupied = frozenset(point[node] for node in numbered.cells)
    return Grid(columns.count, lines, point, occupied, _xs(column_widths), _ys(lines))


def _lines(rows: Rows) -> tuple[Line, ...]:
    lines: list[Line] = []
    for row, lane in enumerate(rows.lane):
        if not lines or lines[-1].lane != lane:
            lines.append(Line(lane, None))
        lines += [Line(lane, row), Line(lane, None)]
    return tuple(lines)


def _xs(widths: list[int]) -> tuple[int, ...]:
    xs, left = [], 0
    for width in widths:
        xs += [left + _GAP_WIDTH // 2, left + _GAP_WIDTH + width // 2]
        left += _GAP_WIDTH + width
    return (*xs, left + _GAP_WIDTH // 2)


def _ys(lines: tuple[Line, ...]) -> tuple[int, ...]:
    ys, top = [], 0
    for line in lines:
        height = _GAP_HEIGHT if line.row is None else _ROW_HEIGHT
        ys.append(top + height // 2)
        top += height
    return tuple(ys)
