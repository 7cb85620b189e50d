"""Gives every segment in a gap its track, so that few segments cross and none covers an unrelated one.

Gaps are worked through several times, because what is best in one depends on the order found in the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from processmap.layout.swimlane.segments import Segment

_SWEEPS = 4
_HEAD_ON = 1000.0
_NEAR = 1e-6

Gap = tuple[bool, int]
"""Whether it is horizontal, and its grid line."""


@dataclass(frozen=True, slots=True)
class _End:
    """An end of a segment: where along its gap, and to which side the edge goes on (-1, 1; 0 at a node)."""

    place: float
    side: int


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Segments of one gap that are drawn as one line."""

    segments: tuple[Segment, ...]
    ends: tuple[_End, ...]
    low: float
    high: float

    def meets(self, other: "_Bundle") -> bool:
        return self.high >= other.low - _NEAR and other.high >= self.low - _NEAR


def assign_tracks(segments: Sequence[Sequence[Segment]]) -> Mapping[Gap, int]:
    """Sets the track of each segment in a gap and returns how many tracks each gap has."""
    gaps: dict[Gap, list[Segment]] = {}
    for way in segments:
        for segment in way:
            if segment.in_gap:
                gaps.setdefault((segment.horizontal, segment.line), []).append(segment)
    counts: dict[Gap, int] = {}
    for _ in range(_SWEEPS):
        before = [segment.offset for gap in gaps.values() for segment in gap]
        for gap in sorted(gaps):
            counts[gap] = _arrange(gaps[gap], segments)
        if before == [segment.offset for gap in gaps.values() for segment in gap]:
            break
    return counts


def _arrange(members: Sequence[Segment], segments: Sequence[Sequence[Segment]]) -> int:
    grouped: dict[int, list[Segment]] = {}
    for segment in members:
        grouped.setdefault(segment.group, []).append(segment)
    bundles = [_bundle(group, segments) for _, group in sorted(grouped.items())]
    prices = [[_price(one, other) for other in bundles] for one in bundles]
    tracks = _stack(bundles, _order(bundles, prices))
    count = max(tracks) + 1
    for bundle, track in zip(bundles, tracks, strict=True):
        for segment in bundle.segments:
            segment.track = track
            segment.offset = ((track + 1) / (count + 1) - 0.5) * 0.8
    return count


def _bundle(group: Sequence[Segment], segments: Sequence[Sequence[Segment]]) -> _Bundle:
    ends = tuple(end for segment in group for end in _ends(segment, segments[segment.link]))
    places = [end.place for end in ends]
    unique = tuple({(round(end.place, 6), end.side): end for end in ends}.values())
    return _Bundle(tuple(group), unique, min(places), max(places))


def _ends(segment: Segment, way: Sequence[Segment]) -> tuple[_End, _End]:
    before = way[segment.order - 1] if segment.order else None
    after = way[segment.order + 1] if segment.order + 1 < len(way) else None
    return (
        _end(segment, segment.start, before, before.start if before else segment.start),
        _end(segment, segment.end, after, after.end if after else segment.end),
    )


def _end(segment: Segment, corner: tuple[int, int], neighbour: Segment | None, far: tuple[int, int]) -> _End:
    if neighbour is None:
        return _End(float(corner[segment.axis]), 0)
    aside = far[1 - segment.axis] - segment.line
    return _End(neighbour.position, (aside > 0) - (aside < 0))


def _price(first: _Bundle, second: _Bundle) -> float:
    """How many crossings there are when `first` has the lower track."""
    if first is second or not first.meets(second):
        return 0.0
    crossings = sum(_inside(end.place, second) for end in first.ends if end.side > 0)
    crossings += sum(_inside(end.place, first) for end in second.ends if end.side < 0)
    head_on = sum(
        abs(one.place - other.place) < 10 * _NEAR
        for one in first.ends
        for other in second.ends
        if one.side > 0 > other.side
    )
    return crossings + _HEAD_ON * head_on


def _inside(place: float, bundle: _Bundle) -> float:
    if bundle.low + _NEAR < place < bundle.high - _NEAR:
        return 1.0
    return 0.5 if bundle.low - _NEAR < place < bundle.high + _NEAR else 0.0


def _order(bundles: Sequence[_Bundle], prices: Sequence[Sequence[float]]) -> list[int]:
    """Inserts one after the other where it costs least, then swaps neighbours while that helps."""
    order: list[int] = []
    for number in sorted(range(len(bundles)), key=lambda n: _first_order(bundles[n])):
        costs = [
            sum(prices[other][number] for other in order[:at]) + sum(prices[number][other] for other in order[at:])
            for at in range(len(order) + 1)
        ]
        order.insert(costs.index(min(costs)), number)
    improved = True
    while improved:
        improved = False
        for at in range(len(order) - 1):
            first, second = order[at], order[at + 1]
            if prices[second][first] < prices[first][second] - _NEAR:
                order[at], order[at + 1] = second, first
                improved = True
    return order


def _first_order(bundle: _Bundle) -> tuple[float, float, int, int]:
    first = bundle.segments[0]
    return first.offset, bundle.high - bundle.low, first.link, first.order


def _stack(bundles: Sequence[_Bundle], order: Sequence[int]) -> list[int]:
    """The lowest track above all earlier bundles that it meets."""
    tracks = [0] * len(bundles)
    for at, number in enumerate(order):
        below = [tracks[other] + 1 for other in order[:at] if bundles[number].meets(bundles[other])]
        tracks[number] = max(below, default=0)
    return tracks
