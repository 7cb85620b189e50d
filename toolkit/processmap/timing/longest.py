"""The longest way through a network: numbers only.

One pass in order gives the longest way without loops. With loops, a case goes from its start to where a loop goes back,
begins again where that leads to, and so on: the longest way from each such place is found once, and then the order in
which loops are used up is searched. That is exact. Where the bounds multiply beyond what can be searched, an upper bound
takes its place: every round of every loop as long as the longest from where it begins. For one loop it is exact too.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
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
class Longest:
    """The longest way."""

    length: int
    rounds: tuple[Round, ...]


@dataclass(frozen=True, slots=True)
class _Reach:
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

    def once(self, start: int) -> Longest | None:
        """Returns the longest way on which every loop is left at once; None where no stop is reached."""
        reach = self._reach(self.network.once, start)
        length, stop = self._best_stop(reach)
        return None if stop is None else Longest(length, (Round(self._back(reach, stop), stop),))

    def used_up(self, start: int) -> Longest | None:
        """Returns the longest way on which every loop is gone round as often as it may be."""
        loops = self.network.loops
        if not loops:
            return self.once(start)
        ways = self.network.used_up
        reaches = {node: self._reach(ways, node) for node in dict.fromkeys([start, *(loop.target for loop in loops)])}
        loops = tuple(loop for loop in loops if any(reach.distances[loop.source] >= 0 for reach in reaches.values()))
        states = len(reaches) * prod(loop.times + 1 for loop in loops)
        if states > _MOST_STATES or sum(loop.times for loop in loops) > _MOST_ROUNDS:
            return self._upper_bound(reaches, start, loops)
        return self._exact(reaches, start, loops)

    def _reach(self, ways: Ways, start: int) -> _Reach:
        order, weights, stops = self.network.order, self.weights, self.stops
        distances = [_UNREACHED] * len(ways)
        came = [_UNREACHED] * len(ways)
        distances[start] = 0
        for node in order:
            distance = distances[node]
            if distance < 0 or (node in stops and node != start):
                continue
            for number, target in ways[node]:
                length = distance + weights[number]
                if length > distances[target]:
                    distances[target] = length
                    came[target] = number
        return _Reach(start, distances, came)

    def _best_stop(self, reach: _Reach) -> tuple[int, int | None]:
        best, found = _UNREACHED, None
        for stop, own in self.stops.items():
            if reach.distances[stop] >= 0 and reach.distances[stop] + own > best:
                best, found = reach.distances[stop] + own, stop
        return best, found

    def _exact(self, reaches: Mapping[int, _Reach], start: int, loops: Sequence[Loop]) -> Longest | None:
        order = _Rounds(self, reaches, loops)
        left = tuple(loop.times for loop in loops)
        length, _ = order.best(start, left)
        if length < 0:
            return None
        return Longest(length, _folded(order.walked(start, left)))

    def round_to(self, reach: _Reach, loop: Loop) -> Round:
        """Returns the round that goes back by a loop."""
        return Round((*self._back(reach, loop.source), loop.number), None)

    def last_round(self, reach: _Reach) -> Round:
        """Returns the longest round to a stop, which has to be in reach."""
        _, stop = self._best_stop(reach)
        assert stop is not None
        return Round(self._back(reach, stop), stop)

    def best_length(self, reach: _Reach) -> int:
        """Returns the length of the longest round to a stop; negative where there is none."""
        return self._best_stop(reach)[0]

    def _upper_bound(self, reaches: Mapping[int, _Reach], start: int, loops: Sequence[Loop]) -> Longest | None:
        """Every round as long as the longest from its beginning, and the longest way to a stop at the end."""
        last = max(reaches.values(), key=self.best_length)
        if self.best_length(last) < 0:
            return None
        beginnings = [reaches[start], *(reaches[loop.target] for loop in loops)]
        rounds = [
            Round(self.round_to(reach, furthest).arrows, None, times)
            for reach, times in zip(beginnings, [1, *(loop.times for loop in loops)], strict=True)
            if (furthest := self._furthest(reach, loops)) is not None
        ]
        rounds.append(self.last_round(last))
        return Longest(sum(self._length(round_) * round_.times for round_ in rounds), tuple(rounds))

    def _furthest(self, reach: _Reach, loops: Sequence[Loop]) -> Loop | None:
        reached = [loop for loop in loops if reach.distances[loop.source] >= 0]
        return max(reached, key=lambda loop: self.leaving(reach, loop), default=None)

    def leaving(self, reach: _Reach, loop: Loop) -> int:
        """Returns the length of the round that goes back by a loop; negative where it is out of reach."""
        distance = reach.distances[loop.source]
        return _UNREACHED if distance < 0 else distance + self.weights[loop.number]

    def _length(self, round_: Round) -> int:
        own = 0 if round_.stop is None else self.stops[round_.stop]
        return sum(self.weights[number] for number in round_.arrows) + own

    def _back(self, reach: _Reach, node: int) -> tuple[int, ...]:
        arrows: list[int] = []
        while node != reach.source:
            arrows.append(reach.came[node])
            node = self.network.flow.edges[arrows[-1]][0]
        return tuple(reversed(arrows))


class _Rounds:
    """The order in which loops are used up: the best from each place with so many rounds left of each loop."""

    def __init__(self, search: Search, reaches: Mapping[int, _Reach], loops: Sequence[Loop]) -> None:
        self.search = search
        self.reaches = reaches
        self.loops = loops
        self.lengths = {node: [search.leaving(reach, loop) for loop in loops] for node, reach in reaches.items()}
        self.stops = {node: search.best_length(reach) for node, reach in reaches.items()}
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


def _less(left: tuple[int, ...], place: int) -> tuple[int, ...]:
    return (*left[:place], left[place] - 1, *left[place + 1 :])


def _folded(rounds: Collection[Round]) -> tuple[Round, ...]:
    """Writes equal rounds once, with their number."""
    counts: dict[Round, int] = {}
    for round_ in rounds:
        counts[round_] = counts.get(round_, 0) + 1
    return tuple(Round(round_.arrows, round_.stop, times) for round_, times in counts.items())
