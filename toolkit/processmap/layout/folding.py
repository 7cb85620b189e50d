"""Folds a wide drawing into strips below each other, for paper.

Cuts run between columns, where few edges and no text are cut; where they go on is said by lettered chips on both sides
of a cut. Each strip keeps only the lanes in which something stands or runs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count, pairwise

from processmap.layout.pieces import Pieces
from processmap.layout.placed import PlacedDiagram, Point
from processmap.layout.swimlane.sizes import HEADER_WIDTH

CHIP_ROOM = 26
"""Beside each end of a strip, px; a chip stands in the middle of it."""

_MARGIN = 10
_BETWEEN_STRIPS = 24
_PER_STRIP, _PER_CUT_EDGE, _PER_CUT_LABEL, _RAGGED = 1000.0, 10.0, 200.0, 5.0
_CUT_STEP = 4
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class StripLane:
    """A lane inside a strip."""

    id: str
    source_y: int
    """Its top in the drawing that is folded."""
    y: int
    """Its top in the folded one."""
    height: int


@dataclass(frozen=True, slots=True)
class Chip:
    """A letter where an edge is cut; the same letter stands where it goes on."""

    letter: str
    centre: Point
    """In the folded drawing."""
    edges: tuple[str, ...]
    """Ids of the edges that run there, on one line."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of the drawing between two cuts. What stands at `x` in the drawing stands at `x - left + x_start`."""

    left: int
    """Where it begins in the drawing."""
    right: int
    """Where it ends in the drawing."""
    x_start: int
    y: int
    """Its top in the folded drawing."""
    height: int
    lanes: tuple[StripLane, ...]
    """From top to bottom, without gaps."""
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class FoldedDiagram:
    """A drawing in strips."""

    placed: PlacedDiagram
    width: int
    height: int
    strips: tuple[Strip, ...]


def fold(placed: PlacedDiagram, page_width: int = 1500) -> FoldedDiagram:
    """Cuts a drawing into as few strips as possible that are no wider than a page.

    A single column that is wider than the page still is a strip of its own.

    Args:
        placed: the drawing.
        page_width: greatest width of a strip, px, lane header and chips included.
    """
    pieces = Pieces((edge.id, edge.points) for edge in placed.edges.values())
    cuts = _choose_cuts(placed, pieces, page_width - 2 * _MARGIN - HEADER_WIDTH - 2 * CHIP_ROOM)
    letters = _letter_cuts(pieces, cuts[1:-1])
    strips: list[Strip] = []
    top = _MARGIN
    for left, right in pairwise(cuts):
        strips.append(_strip(placed, pieces, (left, right), top, letters))
        top += strips[-1].height + _BETWEEN_STRIPS
    width = max(strip.x_start + strip.right - strip.left for strip in strips) + CHIP_ROOM + _MARGIN
    return FoldedDiagram(placed, width, top - _BETWEEN_STRIPS + _MARGIN, tuple(strips))


def _choose_cuts(placed: PlacedDiagram, pieces: Pieces, width: int) -> list[int]:
    """Dynamic programming over the gaps between columns."""
    start = min((lane.header.right for lane in placed.lanes), default=0)
    gaps = [_best_cut(placed, pieces, gap) for gap in _gaps(placed)]
    places = [start, *(place for place, _ in gaps), placed.width - _MARGIN]
    prices = [0.0, *(price for _, price in gaps), 0.0]
    best = [(0.0, 0)]
    for end in range(1, len(places)):
        choices = [
            (best[begin][0] + prices[end] + _price(places[end] - places[begin], width), begin)
            for begin in range(end)
            if places[end] - places[begin] <= width or begin == end - 1
        ]
        best.append(min(choices))
    cuts, at = [places[-1]], len(places) - 1
    while at:
        at = best[at][1]
        cuts.append(places[at])
    return cuts[::-1]


def _price(taken: int, width: int) -> float:
    return _PER_STRIP + _RAGGED * ((width - taken) / width) ** 2


def _gaps(placed: PlacedDiagram) -> Iterator[tuple[int, int]]:
    """The space between neighbouring columns, names of nodes counted as part of their column."""
    column = {node.id: node.cell.column for node in placed.nodes.values()}
    boxes = [(column[node.id], node.box) for node in placed.nodes.values()]
    boxes += [(column[label.ref], label.box) for label in placed.labels if not label.of_edge]
    lefts, rights = ([0] * (max(column.values(), default=-1) + 1) for _ in range(2))
    for number in range(len(lefts)):
        lefts[number] = min(box.x for at, box in boxes if at == number)
        rights[number] = max(box.right for at, box in boxes if at == number)
    return zip(rights, lefts[1:], strict=False)


def _best_cut(placed: PlacedDiagram, pieces: Pieces, gap: tuple[int, int]) -> tuple[int, float]:
    """The place in a gap where least is cut, near its middle, and what cutting there costs."""
    middle = (gap[0] + gap[1]) // 2
    places = range(gap[0] + _CUT_STEP, gap[1] - _CUT_STEP, _CUT_STEP) or range(middle, middle + 1)
    priced = [(_cut_price(placed, pieces, place), abs(place - middle), place) for place in places]
    price, _, place = min(priced)
    return place, price


def _cut_price(placed: PlacedDiagram, pieces: Pieces, place: int) -> float:
    edges = len({(piece.line) for piece in pieces.across if piece.low < place < piece.high})
    along = len(pieces.down_between(place - 2, place + 2))
    texts = sum(label.box.x < place < label.box.right for label in placed.labels)
    return _PER_CUT_EDGE * edges + _PER_CUT_LABEL * (texts + along)


def _letter_cuts(pieces: Pieces, cuts: Sequence[int]) -> dict[tuple[int, int], tuple[str, tuple[str, ...]]]:
    """Letters and edges by place and line, from left to right and top to bottom."""
    names = (_letter(number) for number in count())
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for cut in cuts:
        for piece in pieces.across:
            if piece.low < cut < piece.high:
                found[cut, piece.line] = (*found.get((cut, piece.line), ()), piece.edge)
    return {place: (next(names), edges) for place, edges in found.items()}


def _letter(number: int) -> str:
    rounds, rest = divmod(number, len(_LETTERS))
    return (_letter(rounds - 1) if rounds else "") + _LETTERS[rest]


def _strip(
    placed: PlacedDiagram,
    pieces: Pieces,
    bounds: tuple[int, int],
    top: int,
    letters: dict[tuple[int, int], tuple[str, tuple[str, ...]]],
) -> Strip:
    left, right = bounds
    x_start = _MARGIN + HEADER_WIDTH + CHIP_ROOM
    kept = [lane for lane in placed.lanes if _is_used(placed, pieces, (lane.box.y, lane.box.bottom), bounds)]
    kept = kept or list(placed.lanes[:1])
    tops = accumulate((lane.box.height for lane in kept), initial=top)
    lanes = tuple(StripLane(lane.id, lane.box.y, y, lane.box.height) for lane, y in zip(kept, tops, strict=False))
    chips = tuple(
        Chip(letter, Point(x_start + x - left + (CHIP_ROOM // 2 if x == right else -CHIP_ROOM // 2), y), edges)
        for (x, line), (letter, edges) in letters.items()
        if x in bounds
        for y in (line - lane.source_y + lane.y for lane in lanes if 0 <= line - lane.source_y < lane.height)
    )
    return Strip(left, right, x_start, top, sum(lane.height for lane in lanes), lanes, chips)


def _is_used(placed: PlacedDiagram, pieces: Pieces, band: tuple[int, int], bounds: tuple[int, int]) -> bool:
    """Whether a node stands or an edge runs in the part of a lane between two cuts."""
    (top, bottom), (left, right) = band, bounds
    for node in placed.nodes.values():
        if left <= node.box.centre.x <= right and top <= node.box.centre.y < bottom:
            return True
    if any(piece.low < right and piece.high > left for piece in pieces.across_between(top, bottom)):
        return True
    return any(piece.low < bottom and piece.high > top for piece in pieces.down_between(left, right))
