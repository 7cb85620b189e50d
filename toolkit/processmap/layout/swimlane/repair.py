"""Finds edges that cover each other although tracks should have kept them apart, and where they must not turn again.

That happens when gaps make contradictory demands on the order of tracks: two edges that swap rows through one gap.
Only another way solves it.
"""

from collections.abc import Iterator, Mapping, Sequence

from processmap.layout.pieces import Piece, Pieces
from processmap.layout.placed import PlacedEdge
from processmap.layout.swimlane.grid import Grid
from processmap.layout.swimlane.numbered import Link, Numbered
from processmap.layout.swimlane.router import Bans
from processmap.layout.swimlane.segments import Segment


def find_bans(
    numbered: Numbered, grid: Grid, segments: Sequence[Sequence[Segment]], edges: Mapping[str, PlacedEdge]
) -> Bans:
    """Returns, for the edge with more bends of each pair that covers each other, the points where it turns now."""
    links = {link.edge.id: link for link in numbered.links}
    bans: dict[int, frozenset[int]] = {}
    for one, other in _covering(edges, links):
        longer = other if len(segments[other.index]) >= len(segments[one.index]) else one
        turns = frozenset(piece.end[1] * grid.width + piece.end[0] for piece in segments[longer.index][:-1])
        bans[longer.index] = bans.get(longer.index, frozenset()) | turns
    return bans


def join_bans(first: Bans, second: Bans) -> Bans:
    """Returns all bans of both."""
    links = sorted({*first, *second})
    return {link: first.get(link, frozenset()) | second.get(link, frozenset()) for link in links}


def _covering(edges: Mapping[str, PlacedEdge], links: Mapping[str, Link]) -> Iterator[tuple[Link, Link]]:
    pieces = Pieces((edge.id, edge.points) for edge in edges.values())
    for one, other in (*_pairs(pieces.across), *_pairs(pieces.down)):
        first, second = links[one.edge], links[other.edge]
        related = (first.source == second.source) != (first.target == second.target)
        if first is not second and not related:
            yield (first, second) if first.index < second.index else (second, first)


def _pairs(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Pieces on one line that overlap, as they follow each other."""
    for at, piece in enumerate(pieces):
        for other in pieces[at + 1 :]:
            if other.line - piece.line > 1:
                break
            if min(piece.high, other.high) - max(piece.low, other.low) > 1:
                yield piece, other
