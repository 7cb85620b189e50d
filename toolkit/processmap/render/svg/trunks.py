"""Edges that run together from one exit or into one entry: what they share is drawn once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from processmap.layout.placed import Point

_ROUNDING = 8
_TWO = 2


@dataclass
class Trunks:
    """The edges drawn so far, by the end that they might share with a later one."""

    _drawn: dict[tuple[str, str, str], list[tuple[Point, ...]]] = field(default_factory=dict)

    def own_part(
        self, points: tuple[Point, ...], *, source: str, target: str, look: str
    ) -> tuple[tuple[Point, ...], bool]:
        """Returns the part of an edge that no earlier one of its look has drawn, and whether it reaches its target.

        Args:
            points: the whole edge, from source to target.
            source: where it begins; only edges from there can share its first part.
            target: where it ends; only edges to there can share its last part.
            look: how it is drawn; edges of another look share nothing.
        """
        leaving = self._drawn.setdefault(("from", source, look), [])
        coming = self._drawn.setdefault(("to", target, look), [])
        rest = _without(points, _longest_shared(points, leaving))
        backward = rest[::-1]
        trunk = _longest_shared(backward, [other[::-1] for other in coming])
        if trunk:
            rest = _without(backward, trunk)[::-1]
        leaving.append(points)
        coming.append(points)
        return rest, not trunk


def simplified(points: Sequence[Point]) -> tuple[Point, ...]:
    """Returns a polyline without repeated points and without points on a straight line; at least two remain."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _goes_straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept) if len(kept) > 1 else (points[0], Point(points[-1].x + 1, points[-1].y))


def _goes_straight(a: Point, b: Point, c: Point) -> bool:
    one, two = (b.x - a.x, b.y - a.y), (c.x - b.x, c.y - b.y)
    return one[0] * two[1] == one[1] * two[0] and one[0] * two[0] + one[1] * two[1] > 0


def _longest_shared(points: tuple[Point, ...], others: list[tuple[Point, ...]]) -> tuple[Point, ...]:
    shared = (_shared(points, other) for other in others)
    return max(shared, key=_length, default=())


def _length(points: tuple[Point, ...]) -> int:
    return sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(points))


def _shared(one: tuple[Point, ...], other: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points along which two polylines run together from their first point on; empty if they do not."""
    if one[0] != other[0]:
        return ()
    shared = [one[0]]
    for a, b in zip(one[1:], other[1:], strict=False):
        end = _common_end(shared[-1], a, b)
        if end != shared[-1]:
            shared.append(end)
        if not a == b == end:
            break
    return tuple(shared) if len(shared) >= _TWO else ()


def _common_end(start: Point, a: Point, b: Point) -> Point:
    """How far two pieces from the same point run together."""
    for axis in (0, 1):
        if start[1 - axis] == a[1 - axis] == b[1 - axis]:
            one, two = a[axis] - start[axis], b[axis] - start[axis]
            if one * two > 0:
                return a if abs(one) <= abs(two) else b
    return start


def _without(points: tuple[Point, ...], trunk: tuple[Point, ...]) -> tuple[Point, ...]:
    """The rest after a trunk, with a few px of it, so that the corner where they part is round."""
    if len(trunk) < _TWO:
        return points
    rest = points[len(trunk) - 1 :]
    if not rest or rest[0] != trunk[-1]:
        rest = (trunk[-1], *rest)
    if len(rest) < _TWO:
        return points
    return simplified((_a_little_back(trunk[-1], trunk[-2]), *rest))


def _a_little_back(end: Point, before: Point) -> Point:
    length = min(_ROUNDING, abs(end.x - before.x) + abs(end.y - before.y))
    dx, dy = (before.x > end.x) - (before.x < end.x), (before.y > end.y) - (before.y < end.y)
    return Point(end.x + dx * length, end.y + dy * length)
