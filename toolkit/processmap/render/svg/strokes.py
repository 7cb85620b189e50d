"""The shapes that edges are made of: rounded lines with bridges, tips, and the small marks on a line."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from processmap.layout.placed import Point
from processmap.render.svg.markup import number

Position = tuple[float, float]

BRIDGE = 4
"""Radius in px of the arc with which one line passes over another."""
TIP_ROOM = 7
"""How much of a line the tip covers, in px."""

_RADIUS = 6
_TIP_LENGTH = 9
_TIP_HALF = 4.2
_CONDITION = 4.5
_CONDITION_HALF = 3
_TICK_HALF = 5
_TICK_APART = 2.2


def rounded(points: Sequence[Position], bridges: Sequence[Point]) -> str:
    """A polyline with round corners and with arcs where it passes over another edge."""
    d = [f"M{_pair(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_RADIUS, distance(before, corner) / 2, distance(corner, after) / 2)
        d.append(_line(before, moved(corner, before, radius), bridges))
        d.append(f"Q{_pair(corner)} {_pair(moved(corner, after, radius))}")
    d.append(_line(points[-2], points[-1], bridges))
    return "".join(d)


def tip(before: Position, end: Position) -> str:
    """A filled arrow head whose point is the end of the line."""
    base = moved(end, before, _TIP_LENGTH)
    one, two = _both_sides(base, before, end, _TIP_HALF)
    return f"M{_pair(end)}L{_pair(one)}L{_pair(two)}Z"


def diamond(start: Position, after: Position) -> str:
    """BPMN's mark of a conditional exit, where the line begins."""
    one, two = _both_sides(moved(start, after, _CONDITION), start, after, _CONDITION_HALF)
    return f"M{_pair(start)}L{_pair(one)}L{_pair(moved(start, after, 2 * _CONDITION))}L{_pair(two)}Z"


def ticks(points: Sequence[Position]) -> str:
    """Two short strokes across the longest vertical piece, else the longest one: a border is crossed."""
    a, b = max(pairwise(points), key=lambda piece: (piece[0][0] == piece[1][0], distance(*piece)))
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    strokes = []
    for toward in (a, b):
        one, two = _both_sides(moved(middle, toward, _TICK_APART), a, b, _TICK_HALF)
        strokes.append(f"M{_pair(one)}L{_pair(two)}")
    return "".join(strokes)


def moved(point: Position, toward: Position, length: float) -> Position:
    """The point that lies so far from one point in the direction of another."""
    whole = distance(point, toward) or 1
    return point[0] + (toward[0] - point[0]) / whole * length, point[1] + (toward[1] - point[1]) / whole * length


def distance(a: Position, b: Position) -> float:
    """How far two points are apart."""
    return hypot(a[0] - b[0], a[1] - b[1])


def _line(start: Position, end: Position, bridges: Sequence[Point]) -> str:
    forward = end[0] >= start[0]
    low, high = sorted((start[0], end[0]))
    here = [bridge.x for bridge in bridges if start[1] == end[1] == bridge.y and low < bridge.x < high]
    step, sweep = (BRIDGE, 1) if forward else (-BRIDGE, 0)
    arcs = (
        f"H{number(x - step)}a{BRIDGE},{BRIDGE} 0 0 {sweep} {2 * step},0" for x in sorted(here, reverse=not forward)
    )
    return "".join(arcs) + f"L{_pair(end)}"


def _both_sides(middle: Position, a: Position, b: Position, length: float) -> tuple[Position, Position]:
    """The two points beside a line through a and b, at right angles to it."""
    whole = distance(a, b) or 1
    dx, dy = -(b[1] - a[1]) / whole * length, (b[0] - a[0]) / whole * length
    return (middle[0] + dx, middle[1] + dy), (middle[0] - dx, middle[1] - dy)


def _pair(point: Position) -> str:
    return f"{number(point[0])},{number(point[1])}"
