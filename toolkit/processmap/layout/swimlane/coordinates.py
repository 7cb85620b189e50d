"""Turns columns, rows and gaps into whole pixels: each as wide as what stands or runs in it, texts included."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from processmap.layout.swimlane.columns import Columns
from processmap.layout.swimlane.grid import LEFT, RIGHT, Grid
from processmap.layout.swimlane.labels import Room
from processmap.layout.swimlane.numbered import Numbered
from processmap.layout.swimlane.rows import Rows
from processmap.layout.swimlane.segments import Segment
from processmap.layout.swimlane.sizes import HEADER_WIDTH, least_lane_height
from processmap.layout.swimlane.tracks import Gap

MARGIN = 10
"""Around the lanes, px."""
TRACK_STEP = 11
"""Between two tracks of a gap, px."""

_AFTER_HEADER = 6
_AT_END = 10
_LEAST_HALF_COLUMN, _LEAST_HALF_ROW = 20, 18
_TRACK_MARGIN_ACROSS, _TRACK_MARGIN_DOWN = 14, 9
_LEAST_GAP, _LEAST_OUTER_GAP = 28, 8
_LEAST_ROW_GAP, _LEAST_LANE_GAP = 20, 13


@dataclass(frozen=True)
class Rulers:
    """Pixel places of all grid lines."""

    xs: tuple[int, ...]
    ys: tuple[int, ...]
    first_track: Mapping[Gap, int]
    """Place of track 0 in every gap with tracks."""
    lanes: tuple[tuple[int, int], ...]
    """Top and bottom of each lane."""
    right: int
    """Where the lanes end."""

    def place(self, segment: Segment) -> int:
        """Where a segment runs: its y when it is horizontal, else its x."""
        if segment.in_gap:
            return self.first_track[segment.horizontal, segment.line] + TRACK_STEP * segment.track
        return (self.ys if segment.horizontal else self.xs)[segment.line] + segment.shift


def measure(
    numbered: Numbered, columns: Columns, rows: Rows, grid: Grid, room: Room, tracks: Mapping[Gap, int]
) -> Rulers:
    """Adds up the widths of all columns and gaps, and the heights of all rows and gaps."""
    first_track: dict[Gap, int] = {}
    xs, right = _across(numbered, columns, room, tracks, first_track)
    ys, lanes = _down(numbered, rows, grid, room, tracks, first_track)
    return Rulers(tuple(xs), tuple(ys), first_track, tuple(lanes), right)


def _across(
    numbered: Numbered, columns: Columns, room: Room, tracks: Mapping[Gap, int], first_track: dict[Gap, int]
) -> tuple[list[int], int]:
    members: list[list[int]] = [[] for _ in range(columns.count)]
    for node in numbered.cells:
        members[columns.of[node]].append(node)
    left = [max((room.left[node] for node in nodes), default=0) for nodes in members]
    right = [max((room.right[node] for node in nodes), default=0) for nodes in members]
    left, right = ([max(_LEAST_HALF_COLUMN, half) for half in halves] for halves in (left, right))
    xs, x = [], MARGIN + HEADER_WIDTH + _AFTER_HEADER
    for number in range(columns.count + 1):
        count = tracks.get((False, 2 * number), 0)
        least = _LEAST_GAP if 0 < number < columns.count else _LEAST_OUTER_GAP
        width = _gap_size(count, least, _TRACK_MARGIN_ACROSS)
        spare = _TRACK_MARGIN_ACROSS if count else 0
        if number:
            x += _overhang(members[number - 1], room, RIGHT, right[number - 1] + spare)
        first_track[False, 2 * number] = _first_track(x, width, count)
        xs.append(x + width // 2)
        x += width
        if number < columns.count:
            x += _overhang(members[number], room, LEFT, left[number] + spare) + left[number]
            xs.append(x)
            x += right[number]
    return xs, x + _AT_END


def _overhang(nodes: Sequence[int], room: Room, side: int, available: int) -> int:
    return max((max(0, room.beside.get((node, side), 0) - available) for node in nodes), default=0)


def _down(
    numbered: Numbered,
    rows: Rows,
    grid: Grid,
    room: Room,
    tracks: Mapping[Gap, int],
    first_track: dict[Gap, int],
) -> tuple[list[int], list[tuple[int, int]]]:
    above, below = ([_LEAST_HALF_ROW] * len(rows.lane) for _ in range(2))
    for node in numbered.cells:
        row = rows.of[node]
        above[row], below[row] = max(above[row], room.above[node]), max(below[row], room.below[node])
    heights = [
        above[line.row] + below[line.row] if line.row is not None else _row_gap(grid, number, tracks)
        for number, line in enumerate(grid.lines)
    ]
    _pad_lanes(numbered, grid, heights)
    ys, y = [], MARGIN
    bounds = [y]
    for number, line in enumerate(grid.lines):
        if line.row is None:
            count = tracks.get((True, number), 0)
            first_track[True, number] = _first_track(y, heights[number], count)
            ys.append(y + heights[number] // 2)
        else:
            ys.append(y + above[line.row])
        y += heights[number]
        if number + 1 == len(grid.lines) or grid.lines[number + 1].lane != line.lane:
            bounds.append(y)
    return ys, list(pairwise(bounds))


def _row_gap(grid: Grid, number: int, tracks: Mapping[Gap, int]) -> int:
    least = _LEAST_LANE_GAP if _is_at_lane_end(grid, number) else _LEAST_ROW_GAP
    return _gap_size(tracks.get((True, number), 0), least, _TRACK_MARGIN_DOWN)


def _pad_lanes(numbered: Numbered, grid: Grid, heights: list[int]) -> None:
    """Makes lanes that are too low for their name higher, at both ends."""
    for lane, entry in enumerate(numbered.diagram.lanes):
        own = [number for number, line in enumerate(grid.lines) if line.lane == lane]
        missing = max(0, least_lane_height(entry.name) - sum(heights[number] for number in own))
        heights[own[0]] += missing // 2
        heights[own[-1]] += missing - missing // 2


def _is_at_lane_end(grid: Grid, number: int) -> bool:
    lanes = [line.lane for line in grid.lines[max(0, number - 1) : number + 2]]
    return number in (0, len(grid.lines) - 1) or len(set(lanes)) > 1


def _gap_size(tracks: int, least: int, margin: int) -> int:
    return max(least, 2 * margin + TRACK_STEP * (tracks - 1)) if tracks else least


def _first_track(start: int, size: int, tracks: int) -> int:
    return start + (size - TRACK_STEP * max(0, tracks - 1)) // 2
