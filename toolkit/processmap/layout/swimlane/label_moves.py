"""Last resort for conditions that lie on something after all: the first free place along their own edge."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from processmap.layout.pieces import Pieces, overlap
from processmap.layout.placed import Box, PlacedEdge, PlacedLabel, Point

_TRIES = (4, 12, 20, 32)
_FURTHER = 16
_BORDER = 2


def move_labels(
    labels: Sequence[PlacedLabel], nodes: Sequence[Box], edges: Mapping[str, PlacedEdge], size: tuple[int, int]
) -> tuple[tuple[PlacedLabel, ...], int]:
    """Returns the labels with those moved that were in the way, and how many these are.

    Args:
        labels: all texts outside shapes.
        nodes: boxes of all nodes.
        edges: all edges by id.
        size: width and height of the picture.
    """
    pieces = Pieces((edge.id, edge.points) for edge in edges.values())
    moved = list(labels)
    count = 0
    for number, label in enumerate(labels):
        others = [*nodes, *(other.box for other in moved if other is not label)]
        if not label.of_edge or _is_free(label.box, others, pieces, size):
            continue
        places = _places(edges[label.ref].points, label.box)
        free = next((place for place in places if _is_free(place, others, pieces, size)), None)
        if free is not None:
            moved[number] = replace(label, box=free, anchor="start")
            count += 1
    return tuple(moved), count


def _is_free(box: Box, others: Sequence[Box], pieces: Pieces, size: tuple[int, int]) -> bool:
    inside = (
        box.x >= _BORDER and box.y >= _BORDER and box.right <= size[0] - _BORDER and box.bottom <= size[1] - _BORDER
    )
    return inside and not any(overlap(box, other) for other in others) and next(pieces.inside(box), None) is None


def _places(points: Sequence[Point], box: Box) -> Iterator[Box]:
    """Places along an edge, nearest to its start first."""
    for start, end in pairwise(points):
        length = abs(start.x - end.x) + abs(start.y - end.y)
        for away in (*_TRIES, *range(_TRIES[-1] + _FURTHER, length, _FURTHER)):
            if away <= length:
                x = start.x + (end.x - start.x) * away // length
                y = start.y + (end.y - start.y) * away // length
                yield from _beside(x, y, box, across=start.y == end.y, rightward=end.x > start.x)


def _beside(x: int, y: int, box: Box, *, across: bool, rightward: bool) -> Iterator[Box]:
    if across:
        left = x if rightward else x - box.width
        yield box._replace(x=left, y=y - 3 - box.height)
        yield box._replace(x=left, y=y + 3)
    else:
        yield box._replace(x=x + 5, y=y - box.height // 2)
        yield box._replace(x=x - 5 - box.width, y=y - box.height // 2)
