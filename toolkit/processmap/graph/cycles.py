"""Cycles of a small directed graph whose nodes are numbered in authored order."""

from collections.abc import Sequence


def components(count: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Returns the strongly connected components (Tarjan 1972, without recursion), in reverse topological order."""
    search = _Search(count, edges)
    for root in range(count):
        if search.number[root] == -1:
            search.run(root)
    return search.found


def back_arrows(count: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """Returns the numbers of the edges that close cycles; without them the graph has none.

    Inside each strongly connected component the edge that goes back furthest against the authored order is removed
    first, until no cycle is left; edges that then close none are taken in again. Authored order rather than depth-first
    search decides, so that the answer stays the same when a step is added elsewhere (design, diagrams.md 4.1).
    """
    removed = [number for number, (source, target) in enumerate(edges) if source == target]
    live = [number for number, (source, target) in enumerate(edges) if source != target]
    while any(edges[number][1] < edges[number][0] for number in live):
        home = {}
        for group in components(count, [edges[number] for number in live]):
            for node in group:
                home[node] = group[0] if len(group) > 1 else -1 - node
        against = [n for n in live if home[edges[n][0]] == home[edges[n][1]] and edges[n][1] < edges[n][0]]
        if not against:
            break
        furthest = max(against, key=lambda n: (edges[n][0] - edges[n][1], -n))
        live.remove(furthest)
        removed.append(furthest)
    for number in [n for n in removed if edges[n][0] != edges[n][1]]:
        source, target = edges[number]
        if not _reaches(target, source, [edges[n] for n in live]):
            removed.remove(number)
            live.append(number)
    return sorted(removed)


class _Search:
    """The state of one search for components; nodes not met yet have the number -1."""

    def __init__(self, count: int, edges: Sequence[tuple[int, int]]) -> None:
        following: list[list[int]] = [[] for _ in range(count)]
        for source, target in edges:
            following[source].append(target)
        self.pending = [iter(targets) for targets in following]
        self.number = [-1] * count
        self.low = [0] * count
        self.on_stack = [False] * count
        self.stack: list[int] = []
        self.met = 0
        self.found: list[list[int]] = []

    def run(self, root: int) -> None:
        self._enter(root)
        way = [root]
        while way:
            node = way[-1]
            other = next(self.pending[node], None)
            if other is None:
                self._leave(way)
            elif self.number[other] == -1:
                self._enter(other)
                way.append(other)
            elif self.on_stack[other]:
                self.low[node] = min(self.low[node], self.number[other])

    def _enter(self, node: int) -> None:
        self.number[node] = self.low[node] = self.met
        self.met += 1
        self.stack.append(node)
        self.on_stack[node] = True

    def _leave(self, way: list[int]) -> None:
        node = way.pop()
        if self.low[node] == self.number[node]:
            self.found.append(self._component(node))
        if way:
            self.low[way[-1]] = min(self.low[way[-1]], self.low[node])

    def _component(self, root: int) -> list[int]:
        group: list[int] = []
        while not group or group[-1] != root:
            node = self.stack.pop()
            self.on_stack[node] = False
            group.append(node)
        return group


def _reaches(source: int, target: int, edges: Sequence[tuple[int, int]]) -> bool:
    following: dict[int, list[int]] = {}
    for start, end in edges:
        following.setdefault(start, []).append(end)
    seen = {source}
    stack = [source]
    while stack:
        node = stack.pop()
        if node == target:
            return True
        for other in following.get(node, ()):
            if other not in seen:
                seen.add(other)
                stack.append(other)
    return False
