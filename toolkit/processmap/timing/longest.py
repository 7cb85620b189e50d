"""The longest way through a network: numbers only.

One pass in order gives the longest way without loops. With loops, a case goes from its start to where a loop goes back,
begins again where that leads to, and so on: the longest way from each such place is found once, and then the order in
which loops are used up is searched. That is exact. Where the bounds multiply beyond what can be searched, an upper
bound takes its place: every round of every loop as long as the longest from where it begins.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

from processmap.timing.network import Loop, Network, Ways

_MOST_STATES = 4_096
_MOST_ROUNDS = 400
_UNREACHED = -1


@dataclass(frozen=True, slots=True)
class Round:
    """A stretch of the way without loops, gone so many times."""

    arrows: tuple[int, ...]
    """Numbers of the arrows in order; the last one goes back, but for the round that comes to a stop."""
    stop: int | None
    """The node at which the clock stops; None for a round that goes back."""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Reach:
    """The longest way from one node to every other."""

    source: int
    distances: Sequence[int]
    came: Sequence[int]
    """Number of the arrow by which the longest way arrives."""


@dataclass(frozen=True, slots=True)
class Search:
    """A question: how long does it take from a node to one of others?"""

    network: Network
    weights: Sequence[int]
    """Minutes of each arrow: the time of the step that it leaves."""
    stops: Mapping[int, int]
    """Where the clock stops, each with the minutes of that step itself."""
    reaches: dict[tuple[int, bool], "Reach"] = field(default_factory=dict)
    """What has been found so far; bounds, lengths and ways ask for the same."""

    def at_most(self, start: int) -> int:
        """Returns an upper bound of both longest ways, quickly; negative where no stop is reached."""
        loops = self.network.loops
        beginnings = [(self.reach(start), 1), *((self.reach(loop.target), loop.times) for loop in loops)]
        last = max(self.best_stop(reach)[0] for reach, _ in beginnings)
        if last < 0 or not loops:
            return last
        return last + sum(max(0, *(self.leaving(reach, loop) for loop in loops)) * times for reach, times in beginnings)

    def once(self, start: int) -> int:
        """Returns the length of the longest way on which every loop is left at once; negative where there is none."""
        return self.best_stop(self.reach(start, used_up=False))[0]

    def once_way(self, start: int) -> tuple[Round, ...]:
        """Returns that way, which there has to be."""
        return (self.last_round(self.reach(start, used_up=False)),)

    def used_up(self, start: int) -> int:
        """Returns the length of the longest way on which every loop is gone round as often as it may be."""
        loops = self._loops_reached(start)
        if not loops:
            return self.best_stop(self.reach(start))[0]
        if _are_too_many(loops):
            return self._sum(self._longest_rounds(start, loops))
        return _Rounds(self, start, loops).best(start, tuple(loop.times for loop in loops))[0]

    def used_up_way(self, start: int) -> tuple[Round, ...]:
        """Returns that way, which there has to be; equal rounds once, with their number."""
        loops = self._loops_reached(start)
        if not loops:
            return (self.last_round(self.reach(start)),)
        if _are_too_many(loops):
            return tuple(self._longest_rounds(start, loops))
        return _folded(_Rounds(self, start, loops).walked(start, tuple(loop.times for loop in loops)))

    def reach(self, start: int, *, used_up: bool = True) -> "Reach":
        """Returns the longest way from a node to every other without going back."""
        key = (start, used_up and self.network.used_up is not self.network.once)
        known = self.reaches.get(key)
        if known is None:
            ways = self.network.used_up if used_up else self.network.once
            known = self.reaches[key] = self._reach(ways, start)
        return known

    def _reach(self, ways: Ways, start: int) -> "Reach":
        weights, stops = self.weights, self.stops
        distances = [_UNREACHED] * len(ways)
        came = [_UNREACHED] * len(ways)
        distances[start] = 0
        for node in self.network.order:
            distance = distances[node]
            if distance < 0 or (node in stops and node != start):
                continue
            for number, target in ways[node]:
                length = distance + weights[number]
                if length > distances[target]:
                    distances[target] = length
                    came[target] = number
        return Reach(start, distances, came)

    def best_stop(self, reach: "Reach") -> tuple[int, int]:
        """Returns the length of the longest round to a stop, and the stop; both negative where there is none."""
        best, found = _UNREACHED, _UNREACHED
        for stop, own in self.stops.items():
            if reach.distances[stop] >= 0 and reach.distances[stop] + own > best:
                best, found = reach.distances[stop] + own, stop
        return best, found

    def leaving(self, reach: "Reach", loop: Loop) -> int:
        """Returns the length of the round that goes back by a loop; negative where it is out of reach."""
        distance = reach.distances[loop.source]
        return _UNREACHED if distance < 0 else distance + self.weights[loop.number]

    def round_to(self, reach: "Reach", loop: Loop, times: int = 1) -> Round:
        """Returns the round that goes back by a loop."""
        return Round((*self._back(reach, loop.source), loop.number), None, times)

    def last_round(self, reach: "Reach") -> Round:
        """Returns the longest round to a stop, which has to be in reach."""
        stop = self.best_stop(reach)[1]
        return Round(self._back(reach, stop), stop)

    def _loops_reached(self, start: int) -> tuple[Loop, ...]:
        """The loops that a case which begins at a node can come to, by whatever others."""
        found: dict[Loop, None] = {}
        nodes = [start]
        for node in nodes:
            for loop in self.network.loops:
                if loop not in found and self.reach(node).distances[loop.source] >= 0:
                    found[loop] = None
                    nodes.append(loop.target)
        return tuple(loop for loop in self.network.loops if loop in found)

    def _longest_rounds(self, start: int, loops: Sequence[Loop]) -> list[Round]:
        """Every round as long as the longest from its beginning, and the longest way to a stop at the end."""
        last = max((self.reach(node) for node in (start, *(loop.target for loop in loops))), key=self.best_stop)
        if self.best_stop(last)[1] < 0:
            return []
        beginnings = [(start, 1), *((loop.target, loop.times) for loop in loops)] if loops else []
        rounds = []
        for node, times in beginnings:
            reach = self.reach(node)
            furthest = max(loops, key=lambda loop: self.leaving(reach, loop))
            if self.leaving(reach, furthest) >= 0:
                rounds.append(self.round_to(reach, furthest, times))
        return [*rounds, self.last_round(last)]

    def _sum(self, rounds: Sequence[Round]) -> int:
        if not rounds:
            return _UNREACHED
        return sum(self._length(round_) * round_.times for round_ in rounds)

    def _length(self, round_: Round) -> int:
        own = 0 if round_.stop is None else self.stops[round_.stop]
        return sum(self.weights[number] for number in round_.arrows) + own

    def _back(self, reach: "Reach", node: int) -> tuple[int, ...]:
        arrows: list[int] = []
        while node != reach.source:
            arrows.append(reach.came[node])
            node = self.network.flow.edges[arrows[-1]][0]
        return tuple(reversed(arrows))


class _Rounds:
    """The order in which loops are used up: the best from each place with so many rounds left of each loop."""

    def __init__(self, search: Search, start: int, loops: Sequence[Loop]) -> None:
        self.search = search
        self.loops = loops
        self.reaches = {node: search.reach(node) for node in (start, *(loop.target for loop in loops))}
        self.lengths = {node: [search.leaving(reach, loop) for loop in loops] for node, reach in self.reaches.items()}
        self.stops = {node: search.best_stop(reach)[0] for node, reach in self.reaches.items()}
        self.known: dict[tuple[int, tuple[int, ...]], tuple[int, int | None]] = {}

    def best(self, node: int, left: tuple[int, ...]) -> tuple[int, int | None]:
        """Returns the longest way on and the loop by which it goes on; none when it comes to a stop."""
        key = (node, left)
        if key not in self.known:
            best: tuple[int, int | None] = (self.stops[node], None)
            for place, length in enumerate(self.lengths[node]):
                if length < 0 or not left[place]:
                    continue
                after, _ = self.best(self.loops[place].target, _less(left, place))
                if after >= 0 and after + length > best[0]:
                    best = (after + length, place)
            self.known[key] = best
        return self.known[key]

    def walked(self, node: int, left: tuple[int, ...]) -> list[Round]:
        """Returns the rounds of the best way in order."""
        rounds: list[Round] = []
        while (place := self.best(node, left)[1]) is not None:
            rounds.append(self.search.round_to(self.reaches[node], self.loops[place]))
            node, left = self.loops[place].target, _less(left, place)
        return [*rounds, self.search.last_round(self.reaches[node])]


def _are_too_many(loops: Sequence[Loop]) -> bool:
    return prod(loop.times + 1 for loop in loops) > _MOST_STATES or sum(loop.times for loop in loops) > _MOST_ROUNDS


def _less(left: tuple[int, ...], place: int) -> tuple[int, ...]:
    return (*left[:place], left[place] - 1, *left[place + 1 :])


def _folded(rounds: Collection[Round]) -> tuple[Round, ...]:
    """Writes equal rounds once, with their number."""
    counts: dict[Round, int] = {}
    for round_ in rounds:
        counts[round_] = counts.get(round_, 0) + 1
    return tuple(Round(round_.arrows, round_.stop, times) for round_, times in counts.items())
