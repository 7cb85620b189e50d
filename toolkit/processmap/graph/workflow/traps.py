"""Loops that cannot be left: arrows that, once one of them holds a token, always hold one (a trap of the graph)."""

from collections.abc import Iterable

from processmap.graph.workflow.net import OUTSIDE, Net, Split


def without_exit(net: Net) -> frozenset[int]:
    """Returns the arrows from which a token, or one that it gives rise to, never comes to an end.

    A node keeps a token in if every way in which it can happen leaves one there. What is not an arrow to outside is
    taken to be such a place, until a node is found that lets go; this takes time in proportion to the graph.
    """
    kept = {arrow for arrow, target in enumerate(net.targets) if target != OUTSIDE}
    pending = list(range(len(net.joins)))
    while pending:
        node = pending.pop()
        if _keeps(net, node, kept):
            continue
        for arrow in net.ins[node]:
            if arrow in kept:
                kept.remove(arrow)
                if net.sources[arrow] != OUTSIDE:
                    pending.append(net.sources[arrow])
    return frozenset(kept)


def circle(net: Net, marked: Iterable[int], kept: frozenset[int]) -> tuple[int, ...]:
    """Returns the arrows of a loop inside a trap, found from its marked arrows; none if nothing is marked."""
    way = sorted(marked)[:1]
    while way:
        node = net.targets[way[-1]]
        arrow = next(arrow for arrow in net.outs[node] if arrow in kept)
        if arrow in way:
            return tuple(way[way.index(arrow) :])
        way.append(arrow)
    return ()


def _keeps(net: Net, node: int, kept: set[int]) -> bool:
    outs = net.outs[node]
    match net.splits[node]:
        case _ if not outs:
            return False
        case Split.ONE | Split.SOME:
            return all(arrow in kept for arrow in outs)
        case Split.ALL:
            return any(arrow in kept for arrow in outs)
        case Split.FIRST:
            return outs[0] in kept
