"""Edges as they are drawn: the line, its bridges over other edges, its tip and the marks of its kind."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from processmap.layout.placed import PlacedDiagram, Point
from processmap.render.svg.markup import shape
from processmap.render.svg.strokes import BRIDGE, TIP_ROOM, diamond, moved, rounded, ticks, tip
from processmap.render.svg.trunks import Trunks, simplified
from processmap.views.diagram import Diagram, Edge, EdgeKind, Shape

# Bridges keep away from corners and tips.
_CLEAR = 10


@dataclass(frozen=True, slots=True)
class Way:
    """How one edge is drawn."""

    edge: Edge
    points: tuple[Point, ...]
    """The part of it that no earlier edge has drawn."""
    has_tip: bool
    is_conditional: bool
    """A labelled exit of an activity has a small diamond where it begins."""
    bridges: tuple[Point, ...]
    """Where its horizontal pieces pass over another edge."""


def ways(placed: PlacedDiagram) -> tuple[Way, ...]:
    """Prepares all edges of a diagram, in authored order."""
    whole = {edge.id: simplified(placed.edges[edge.id].points) for edge in placed.diagram.edges}
    conditional = frozenset(_conditional(placed.diagram))
    verticals = tuple(_verticals(placed.diagram.edges, whole))
    trunks = Trunks()
    found = []
    for edge in placed.diagram.edges:
        full = whole[edge.id]
        points, reaches = trunks.own_part(full, source=edge.source, target=edge.target, look=_look(edge))
        is_flow = edge.kind is EdgeKind.SEQUENCE
        bridges = tuple(_bridges(edge, points, verticals)) if is_flow else ()
        found.append(Way(edge, points, is_flow and reaches, edge.id in conditional and points[0] == full[0], bridges))
    return tuple(found)


def way(item: Way) -> str:
    """Draws one edge."""
    look = _look(item.edge)
    points = item.points
    end = moved(points[-1], points[-2], TIP_ROOM) if item.has_tip else points[-1]
    drawn = shape(rounded((*points[:-1], end), item.bridges), _css("d-edge", look))
    if item.has_tip:
        drawn += shape(tip(points[-2], points[-1]), _css("d-tip", look))
    if item.is_conditional:
        drawn += shape(diamond(points[0], points[1]), "d-condition")
    return drawn + (shape(ticks(points), "d-tick") if look == "boundary" else "")


def _look(edge: Edge) -> str:
    if edge.kind is EdgeKind.ASSOCIATION:
        return "association"
    if edge.is_rework:
        return "rework"
    return "boundary" if edge.crosses_boundary else ""


def _css(name: str, look: str) -> str:
    return f"{name} {name}--{look}" if look else name


def _conditional(diagram: Diagram) -> Iterator[str]:
    shapes = {node.id: node.kind.shape for node in diagram.nodes}
    for edge in diagram.edges:
        if edge.label and edge.kind is EdgeKind.SEQUENCE and shapes[edge.source] is Shape.ACTIVITY:
            yield edge.id


def _verticals(edges: Iterable[Edge], whole: Mapping[str, tuple[Point, ...]]) -> Iterator[tuple[str, int, int, int]]:
    for edge in edges:
        if edge.kind is EdgeKind.SEQUENCE:
            for a, b in pairwise(whole[edge.id]):
                if a.x == b.x:
                    yield edge.id, a.x, min(a.y, b.y), max(a.y, b.y)


def _bridges(edge: Edge, points: tuple[Point, ...], verticals: Sequence[tuple[str, int, int, int]]) -> Iterator[Point]:
    for a, b in pairwise(points):
        if a.y != b.y:
            continue
        low, high = min(a.x, b.x) + _CLEAR, max(a.x, b.x) - _CLEAR
        crossed = {
            x
            for other, x, top, bottom in verticals
            if other != edge.id and low < x < high and top + BRIDGE < a.y < bottom - BRIDGE
        }
        yield from (Point(x, a.y) for x in _apart(sorted(crossed)))


def _apart(positions: Sequence[int]) -> Iterator[int]:
    """Those that leave room for an arc each; of two that are too close the first."""
    last: int | None = None
    for x in positions:
        if last is None or x - last > 2 * BRIDGE:
            yield x
            last = x
