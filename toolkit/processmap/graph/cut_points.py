"""The nodes of an undirected graph whose loss takes it apart, and how much each of them holds together.

Nodes are numbered; the first `counted` ones are what is held together, those after them only connect.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class CutPoint:
    """A node without which its neighbours no longer hang together (an articulation point)."""

    node: int
    parts: tuple[int, ...]
    """How many counted nodes each of the parts has into which the rest would fall, largest first; at least two."""

    @property
    def share(self) -> Fraction:
        """Share of the pairs among the rest that are connected through this node and in no other way."""
        total = sum(self.parts)
        kept = sum(size * (size - 1) for size in self.parts)
        return 1 - Fraction(kept, total * (total - 1))


def cut_points(counted: int, count: int, edges: Iterable[tuple[int, int]]) -> tuple[CutPoint, ...]:
    """Returns the cut points among the counted nodes by number.

    In linear time (Hopcroft and Tarjan 1973, without recursion). Direction, repetition and edges from a node to itself
    do not matter.
    """
    neighbours = _neighbours(count, edges)
    search = _Search(neighbours, counted)
    for root in range(count):
        if not search.number[root]:
            search.run(root)
    return tuple(sorted(search.found, key=lambda point: point.node))


def pairs_connected(
    counted: int, count: int, edges: Iterable[tuple[int, int]], removed: frozenset[int] = frozenset()
) -> int:
    """Returns how many pairs of counted nodes hang together, directly or not, once some are gone; in linear time."""
    neighbours = _neighbours(count, (edge for edge in edges if removed.isdisjoint(edge)))
    seen = [False] * count
    pairs = 0
    for root in range(count):
        if seen[root]:
            continue
        seen[root] = True
        part = [root]
        for node in part:
            for other in neighbours[node]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        size = sum(node < counted for node in part)
        pairs += size * (size - 1) // 2
    return pairs


def _neighbours(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    found: list[dict[int, None]] = [{} for _ in range(count)]
    for one, other in edges:
        if one != other:
            found[one][other] = None
            found[other][one] = None
    return [list(nodes) for nodes in found]


class _Search:
    """One depth-first search per connected part; a node not met yet has the number 0."""

    def __init__(self, neighbours: list[list[int]], counted: int) -> None:
        self.neighbours = neighbours
        self.counted = counted
        self.number = [0] * len(neighbours)
        self.low = [0] * len(neighbours)
        self.size = [int(node < counted) for node in range(len(neighbours))]
        self.cut_off: list[list[int]] = [[] for _ in neighbours]
        self.met = 0
        self.found: list[CutPoint] = []

    def run(self, root: int) -> None:
        self._enter(root)
        order = [root]
        way = [(root, -1, iter(self.neighbours[root]))]
        while way:
            node, parent, pending = way[-1]
            other = next(pending, None)
            if other is None:
                way.pop()
                if parent != -1:
                    self._leave(node, parent)
            elif not self.number[other]:
                self._enter(other)
                order.append(other)
                way.append((other, node, iter(self.neighbours[other])))
            elif other != parent:
                self.low[node] = min(self.low[node], self.number[other])
        self._report(root, order)

    def _enter(self, node: int) -> None:
        self.met += 1
        self.number[node] = self.low[node] = self.met

    def _leave(self, node: int, parent: int) -> None:
        self.low[parent] = min(self.low[parent], self.low[node])
        self.size[parent] += self.size[node]
        if self.low[node] >= self.number[parent]:
            self.cut_off[parent].append(self.size[node])

    def _report(self, root: int, order: list[int]) -> None:
        total = self.size[root]
        for node in order:
            if node < self.counted:
                rest = total - 1 - sum(self.cut_off[node])
                parts = sorted(filter(None, (*self.cut_off[node], rest)), reverse=True)
                if len(parts) > 1:
                    self.found.append(CutPoint(node, tuple(parts)))
