"""Puts the parts together: boxes, polylines and texts with their coordinates."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from processmap.layout.placed import Box, Cell, PlacedEdge, PlacedLabel, PlacedLane, PlacedNode, Point
from processmap.layout.swimlane.boxes import Boxes
from processmap.layout.swimlane.columns import Columns
from processmap.layout.swimlane.coordinates import MARGIN, Rulers
from processmap.layout.swimlane.grid import LEFT, RIGHT, UP, Grid
from processmap.layout.swimlane.labels import LabelPlan, LinkLabel, NodeLabel, Room, Spot
from processmap.layout.swimlane.numbered import Numbered
from processmap.layout.swimlane.router import Routes
from processmap.layout.swimlane.rows import Rows
from processmap.layout.swimlane.segments import Segment
from processmap.layout.swimlane.sizes import HEADER_WIDTH, SMALL_TEXT_SIZE, detail_lines, header_lines, inner_lines


def draw_lanes(numbered: Numbered, rulers: Rulers) -> tuple[PlacedLane, ...]:
    """Gives every lane its band, from the left margin to the end of the last column."""
    width = rulers.right - MARGIN
    return tuple(
        PlacedLane(
            lane.id,
            Box(MARGIN, top, width, bottom - top),
            Box(MARGIN, top, HEADER_WIDTH, bottom - top),
            header_lines(lane.name),
        )
        for lane, (top, bottom) in zip(numbered.diagram.lanes, rulers.lanes, strict=True)
    )


def draw_nodes(
    numbered: Numbered, columns: Columns, rows: Rows, grid: Grid, boxes: Boxes, rulers: Rulers
) -> tuple[PlacedNode, ...]:
    """Gives every node its box, in authored order."""
    return tuple(
        PlacedNode(
            node.id,
            _box(numbered, grid, boxes, rulers, number),
            Cell(columns.of[number], rows.of[number]),
            inner_lines(node),
            detail_lines(node),
        )
        for number, node in enumerate(numbered.nodes)
    )


def draw_edges(
    routes: Routes,
    segments: Sequence[Sequence[Segment]],
    numbered: Numbered,
    nodes: Sequence[PlacedNode],
    rulers: Rulers,
) -> dict[str, PlacedEdge]:
    """Draws every edge from border to border."""
    edges = {}
    for link, way, pieces in zip(numbered.links, routes.ways, segments, strict=True):
        start = _port(nodes[link.source].box, way.exit, rulers.place(pieces[0]))
        end = _port(nodes[link.target].box, way.entry, rulers.place(pieces[-1]))
        corners = [_corner(first, second, rulers) for first, second in pairwise(pieces)]
        edges[link.edge.id] = PlacedEdge(link.edge.id, straighten([start, *corners, end]))
    return edges


def draw_labels(plan: LabelPlan, nodes: Sequence[PlacedNode], edges: Mapping[str, PlacedEdge]) -> Iterator[PlacedLabel]:
    """Places the texts as planned."""
    for label in plan.nodes:
        yield _node_label(label, nodes[label.node], plan.room)
    for condition in plan.links:
        yield _link_label(condition, edges[condition.link.edge.id], plan.room)


def straighten(points: Sequence[Point]) -> tuple[Point, ...]:
    """Leaves out points that are double or lie on a straight line between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        while len(kept) > 1 and _is_on_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _is_on_line(first: Point, middle: Point, last: Point) -> bool:
    in_column = first.x == middle.x == last.x and (middle.y - first.y) * (last.y - middle.y) > 0
    in_row = first.y == middle.y == last.y and (middle.x - first.x) * (last.x - middle.x) > 0
    return in_column or in_row


def _box(numbered: Numbered, grid: Grid, boxes: Boxes, rulers: Rulers, node: int) -> Box:
    point, host = grid.point[node], numbered.anchor[node]
    x, y = rulers.xs[grid.x(point)], rulers.ys[grid.y(point)]
    if host != node:
        x, y = x + boxes.shift[node], y + boxes.height[host] // 2
    width, height = boxes.width[node], boxes.height[node]
    return Box(x - width // 2, y - height // 2, width, height)


def _port(box: Box, side: int, place: int) -> Point:
    if side in (RIGHT, LEFT):
        return Point(box.right if side == RIGHT else box.x, place)
    return Point(place, box.y if side == UP else box.bottom)


def _corner(first: Segment, second: Segment, rulers: Rulers) -> Point:
    across, down = (second, first) if first.horizontal else (first, second)
    return Point(rulers.place(across), rulers.place(down))


def _node_label(label: NodeLabel, node: PlacedNode, room: Room) -> PlacedLabel:
    width, height = label.block.width, label.block.height
    box, lift = node.box, room.lift.get(label.node, 0)
    middle = box.centre.x - width // 2
    place, anchor = {
        Spot.ABOVE: ((middle, box.y - 5 - height - lift), "middle"),
        Spot.BELOW: ((middle, box.bottom + 5), "middle"),
        Spot.BESIDE: ((box.right + 6, box.centre.y - height // 2), "start"),
        Spot.CORNER: ((box.centre.x - 8 - width, box.y + box.height // 4 - 4 - height), "end"),
        Spot.UNDER_EVENT: ((box.centre.x + 6, box.bottom + 3), "start"),
    }[label.spot]
    return PlacedLabel(
        ref=node.id,
        of_edge=False,
        box=Box(*place, width, height),
        lines=label.block.lines,
        anchor=anchor,
        size=SMALL_TEXT_SIZE,
    )


def _link_label(label: LinkLabel, edge: PlacedEdge, room: Room) -> PlacedLabel:
    width, height = label.block.width, label.block.height
    x, y = edge.points[-1 if label.at_arrow else 0]
    away = 12 if label.at_arrow else 5 if label.side in (RIGHT, LEFT) else 3
    if label.side in (RIGHT, LEFT):
        left = x + away if label.side == RIGHT else x - away - width
        top = y + 3 if label.is_below else y - 3 - height
    elif label.side == UP:
        lift = 0 if label.at_arrow else room.lift.get(label.link.source, 0)
        left, top = x + 6, y - away - height - lift
    else:
        left, top = x + 6, y + away + label.drop
    return PlacedLabel(
        ref=edge.id,
        of_edge=True,
        box=Box(left, top, width, height),
        lines=label.block.lines,
        anchor="end" if label.side == LEFT else "start",
        size=SMALL_TEXT_SIZE,
    )
