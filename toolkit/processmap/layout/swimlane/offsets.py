"""Spreads the edges that meet one side of a box, so that none covers or crosses another there."""

from collections.abc import Mapping, Sequence

from processmap.layout.swimlane.boxes import Boxes
from processmap.layout.swimlane.grid import LEFT, RIGHT, Grid
from processmap.layout.swimlane.numbered import Link, Numbered
from processmap.layout.swimlane.router import Routes
from processmap.layout.swimlane.segments import Segment

_STEP_BESIDE, _STEP_ABOVE = 16, 28
_FROM_CORNER = 12

Pins = Mapping[tuple[int, bool], int]
"""By edge, and True for its exit: how far from the middle of the side it meets the node, px to the right or down."""

_Sorted = tuple[int, int, int, int, bool]


def spread_ports(
    numbered: Numbered, grid: Grid, boxes: Boxes, routes: Routes, segments: Sequence[Sequence[Segment]]
) -> Pins:
    """Gives each end of each edge its place on the side of its node."""
    pins: dict[tuple[int, bool], int] = {}
    for (node, side), users in routes.used.items():
        if numbered.joins_lines(node):
            pins.update({(link.index, leaves): boxes.shift[node] for link, leaves in users})
            continue
        beside = side in (RIGHT, LEFT)
        room = (boxes.height[node] if beside else boxes.width[node]) // 2 - _FROM_CORNER
        keys = [_key(grid.point[node], grid, segments, link, beside=beside, leaves=leaves) for link, leaves in users]
        pins.update(_spread(keys, _STEP_BESIDE if beside else _STEP_ABOVE, room))
    return pins


def shift_stubs(numbered: Numbered, segments: Sequence[Sequence[Segment]], pins: Pins) -> None:
    """Lets the first and last segments start and end where the ports are."""
    for link, way in zip(numbered.links, segments, strict=True):
        leaving, meeting = pins[link.index, True], pins[link.index, False]
        if len(way) == 1:
            _shift(way[0], _common(link, leaving, meeting))
        else:
            _shift(way[0], leaving)
            _shift(way[-1], meeting)


def _common(link: Link, leaving: int, meeting: int) -> int:
    """Where a straight edge runs that its ends want in different places; attached events cannot move."""
    if link.source != link.tail:
        return leaving
    if link.target != link.head:
        return meeting
    return min(leaving, meeting, key=abs)


def _shift(segment: Segment, shift: int) -> None:
    if not segment.in_gap:
        segment.shift = shift
        segment.offset = shift / 1000


def _key(
    point: int, grid: Grid, segments: Sequence[Sequence[Segment]], link: Link, *, beside: bool, leaves: bool
) -> _Sorted:
    """Sorts by where the edge turns to: sign, how far it runs straight first, how far it goes aside."""
    here = (grid.x(point), grid.y(point))
    axis = 1 if beside else 0
    way = segments[link.index]
    far = [segment.end for segment in way] if leaves else [segment.start for segment in reversed(way)]
    asides = [corner[axis] - here[axis] for corner in far[1:]]
    aside = next((distance for distance in asides if distance), 0)
    straight = abs(far[0][1 - axis] - here[1 - axis])
    sign = (aside > 0) - (aside < 0)
    return sign, -straight if sign > 0 else straight, aside, link.index, leaves


def _spread(keys: Sequence[_Sorted], step: int, room: int) -> dict[tuple[int, bool], int]:
    """What goes straight stays in the middle; of what turns, the nearest stands furthest out."""
    ordered = sorted(keys)
    straight = [number for number, key in enumerate(ordered) if not key[0]]
    middle = (straight[0] + straight[-1]) / 2 if straight else (len(ordered) - 1) / 2
    furthest = max(middle, len(ordered) - 1 - middle)
    distance = min(step, room / furthest) if furthest else 0
    return {(key[3], key[4]): round((number - middle) * distance) for number, key in enumerate(ordered)}
