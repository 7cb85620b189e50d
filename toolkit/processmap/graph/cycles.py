"""Cycles of a small directed graph whose nodes are numbered in authored order."""

from collections.abc import Sequence


def components(count: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Returns the strongly connected components (Tarjan 1972, without recursion), in reverse topological order."""
    following: list[list[int]] = [[] for _ in range(count)]
    for source, target in edges:
        following[source].append(target)
    number: list[int] = [-1] * count
    low = [0] * count
    on_stack = [False] * count
    stack: list[int] = []
    found: list[list[int]] = []
    counter = 0
    for root in range(count):
        if number[root] != -1:
            continue
        work = [(root, 0)]
        while work:
            node, position = work.pop()
            if position == 0:
                number[node] = low[node] = counter
                counter += 1
                stack.append(node)
                on_stack[node] = True
            advanced = False
            for next_position in range(position, len(following[node])):
                other = following[node][next_position]
                if number[other] == -1:
                    work += [(node, next_position + 1), (other, 0)]
                    advanced = True
                    break
                if on_stack[other]:
                    low[node] = min(low[node], number[other])
            if advanced:
                continue
            if low[node] == number[node]:
                found.append(_popped(stack, on_stack, node))
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
    return found


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


def _popped(stack: list[int], on_stack: list[bool], root: int) -> list[int]:
    group = []
    while True:
        node = stack.pop()
        on_stack[node] = False
        group.append(node)
        if node == root:
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
