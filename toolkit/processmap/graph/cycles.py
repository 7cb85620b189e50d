"""Cycles of a small directed graph whose nodes are numbered in authored order."""

from collections.abc import Iterable, Mapping, Sequence


def components(count: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:  # noqa: C901
    """Returns the strongly connected components (Tarjan 1972, without recursion), in reverse topological order.

    One loop in one piece: it runs several times for every flow of a map.
    """
    following: list[list[int]] = [[] for _ in range(count)]
    for source, target in edges:
        following[source].append(target)
    number, low = [0] * count, [0] * count  # 0: not met yet; a component that is complete has the number `count` + 1
    stack: list[int] = []
    found: list[list[int]] = []
    met = 0
    for root in range(count):
        if number[root]:
            continue
        way = [(root, iter(following[root]))]
        met += 1
        number[root] = low[root] = met
        stack.append(root)
        while way:
            node, pending = way[-1]
            for other in pending:
                if not number[other]:
                    met += 1
                    number[other] = low[other] = met
                    stack.append(other)
                    way.append((other, iter(following[other])))
                    break
                if number[other] < low[node]:
                    low[node] = number[other]
            else:
                way.pop()
                if way and low[node] < low[way[-1][0]]:
                    low[way[-1][0]] = low[node]
                if low[node] == number[node]:
                    found.append(_cut_off(stack, node))
                    for member in found[-1]:
                        number[member] = count + 1
    return found


def _cut_off(stack: list[int], root: int) -> list[int]:
    """Takes the component of a root off the stack, its latest member first."""
    at = len(stack) - 1
    while stack[at] != root:
        at -= 1
    group = stack[at:][::-1]
    del stack[at:]
    return group


def back_arrows(
    count: int, edges: Sequence[tuple[int, int]], groups: Iterable[Sequence[int]] | None = None
) -> list[int]:
    """Returns the numbers of the edges that close cycles; without them the graph has none.

    Inside each strongly connected component the edge that goes back furthest against the authored order is removed
    first, until no cycle is left; edges that then close none are taken in again. Authored order rather than depth-first
    search decides, so that the answer stays the same when a step is added elsewhere (design, diagrams.md 4.1).

    Args:
        count: number of nodes.
        edges: source and target of each edge.
        groups: the strongly connected components, where they are known.
    """
    removed = [number for number, (source, target) in enumerate(edges) if source == target]
    for group in components(count, edges) if groups is None else groups:
        if len(group) > 1:
            removed += _closing(sorted(group), edges)
    return sorted(removed)


def _closing(members: Sequence[int], edges: Sequence[tuple[int, int]]) -> list[int]:
    """Returns the numbers of the edges that close cycles inside one component, whose members are sorted."""
    place = {node: index for index, node in enumerate(members)}
    inside = {n: (place[s], place[t]) for n, (s, t) in enumerate(edges) if s in place and t in place and s != t}
    removed: dict[int, tuple[int, int]] = {}
    against = [number for number, (source, target) in inside.items() if target < source]  # all of it is one component
    while against:
        furthest = max(against, key=lambda n: (edges[n][0] - edges[n][1], -n))
        removed[furthest] = inside.pop(furthest)
        against = _in_cycles_against_order(len(members), inside)
    for number, (source, target) in list(removed.items()):
        if not _reaches(target, source, list(inside.values())):
            inside[number] = removed.pop(number)
    return list(removed)


def _in_cycles_against_order(count: int, edges: Mapping[int, tuple[int, int]]) -> list[int]:
    backward = [number for number, (source, target) in edges.items() if target < source]
    if not backward:
        return []
    home = {}
    for group in components(count, list(edges.values())):
        for node in group:
            home[node] = group[0]
    return [number for number in backward if home[edges[number][0]] == home[edges[number][1]]]


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
