"""Rings of processes as they are printed, and how often one process goes on in another."""

from collections.abc import Iterable, Sequence

from processmap.graph.handoffs import Handoff
from processmap.graph.index import MapGraph


def process_counts(graph: MapGraph) -> dict[tuple[str, str], int]:
    """Returns the number of hand-offs, calls and ends from one micro into another, by pair in declared order.

    A target that does not exist is counted too; it stands after those that do.
    """
    counts: dict[tuple[str, str], int] = {}
    for handoff in graph.handoffs:
        pair = (handoff.source_micro, handoff.target_micro)
        counts[pair] = counts.get(pair, 0) + 1
    place: dict[str, int] = {micro.id: index for index, micro in enumerate(graph.micros)}
    return dict(sorted(counts.items(), key=lambda item: [(place.get(micro, len(place)), micro) for micro in item[0]]))


def shortest_ring(members: Sequence[str], handoffs: Iterable[Handoff]) -> tuple[str, ...]:
    """Returns the fewest micros that lead from the first member back to it, beginning with it.

    Among rings of the same length the one that follows the order of `members` is taken, so that the same map always
    prints the same ring. The last micro leads to the first; a micro that hands over to itself is a ring of one.

    Raises:
        ValueError: if there is no way back to the first member.
    """
    following = _following(members, handoffs)
    first = members[0]
    ways: list[tuple[str, ...]] = [(first,)]
    seen = set()
    for way in ways:
        for micro in following[way[-1]]:
            if micro == first:
                return way
            if micro not in seen:
                seen.add(micro)
                ways.append((*way, micro))
    raise ValueError(f"no ring leads back to {first}")


def _following(members: Sequence[str], handoffs: Iterable[Handoff]) -> dict[str, list[str]]:
    place = {micro: index for index, micro in enumerate(members)}
    found: dict[str, set[str]] = {micro: set() for micro in members}
    for handoff in handoffs:
        if handoff.source_micro in place and handoff.target_micro in place:
            found[handoff.source_micro].add(handoff.target_micro)
    return {micro: sorted(targets, key=place.__getitem__) for micro, targets in found.items()}
