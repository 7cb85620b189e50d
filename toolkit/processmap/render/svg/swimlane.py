"""Draws a placed diagram: lanes, edges, nodes in authored order, which is also the order of the tab key."""

from collections.abc import Iterator

from processmap.layout.placed import Box, PlacedDiagram, PlacedLabel, PlacedLane
from processmap.render.svg.legend import legend_of, legend_row
from processmap.render.svg.markup import Page, escaped, link, picture, shape, text
from processmap.render.svg.symbols import colour_class, symbol
from processmap.render.svg.ways import way, ways
from processmap.views.diagram import Lane, Node, NodeKind, Shape, Side
from processmap.views.wording import Wording

_LEGEND_HEIGHT = 30
# What stands on the lower border of a task reaches so far into it.
_BORDER_ROOM = 16
_NO_LABEL = PlacedLabel("", of_edge=False, box=Box(0, 0, 0, 0), lines=(), anchor="middle", size=11)


def swimlane_svg(placed: PlacedDiagram, page: Page, wording: Wording) -> str:
    """Returns the picture; with a legend in it where it is a file of its own."""
    diagram = placed.diagram
    content = [swimlane_body(placed, page)]
    width, height = placed.width, placed.height
    if not page.is_inline:
        row, needed = legend_row(legend_of(diagram, wording), 10, height + _LEGEND_HEIGHT // 2 - 6, width - 20)
        content.append(row)
        height += needed
    return picture(
        page,
        "\n".join(content),
        name=prefix(diagram.id),
        kind="swimlane",
        title=diagram.title,
        description=diagram.description,
        size=(width, height),
    )


def swimlane_body(placed: PlacedDiagram, page: Page) -> str:
    """Returns lanes, edges and nodes, without the frame around them."""
    return "\n".join((*_lanes(placed), *_ways(placed), *_nodes(placed, page)))


def lane_headers_svg(placed: PlacedDiagram) -> str:
    """Returns the lane headers alone: laid over the left edge of the picture, they stay while it scrolls sideways.

    Hidden from those who listen: the picture says the same.
    """
    if not placed.lanes:
        return ""
    width = max(lane.header.right for lane in placed.lanes) + 1
    lanes = {lane.id: lane for lane in placed.diagram.lanes}
    heads = "".join(
        f'<g class="{_side_class(lanes[lane.id])}" data-lane="{escaped(lane.id)}">{lane_head(lanes[lane.id], lane)}</g>'
        for lane in placed.lanes
    )
    ground = f'<rect class="d-ground" width="{width}" height="{placed.height}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pm-drawing pm-heads" aria-hidden="true" width="{width}" '
        f'height="{placed.height}" viewBox="0 0 {width} {placed.height}">{ground}{heads}</svg>'
    )


def prefix(diagram_id: str) -> str:
    """What every id in the picture of a diagram begins with."""
    return diagram_id.lower()


def _lanes(placed: PlacedDiagram) -> Iterator[str]:
    lanes = {lane.id: lane for lane in placed.diagram.lanes}
    for lane in placed.lanes:
        known = lanes[lane.id]
        box = lane.box
        band = f'<rect class="d-lane" x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"/>'
        name = f"{prefix(placed.diagram.id)}-lane-{lane.id.lower()}"
        yield (
            f'<g class="{_side_class(known)}" id="{escaped(name)}" data-lane="{escaped(lane.id)}">'
            f"<title>{escaped(known.name)}</title>{band}{lane_head(known, lane)}</g>"
        )


def _side_class(lane: Lane) -> str:
    return f"d-{lane.side}"


def lane_head(lane: Lane, placed: PlacedLane) -> str:
    """Returns the header of a lane: its name, its colour and the mark at its left edge."""
    head = placed.header
    frame = f'<rect class="d-head" x="{head.x}" y="{head.y}" width="{head.width}" height="{head.height}"/>'
    middle = head.centre
    name = text(placed.lines, 0, 0, css="d-strong")
    return (
        f"{frame}{side_mark(lane.side, head.x + 1, head.y + 1, head.height - 2)}"
        f'<g transform="translate({middle.x + 2},{middle.y}) rotate(-90)">{name}</g>'
    )


def side_mark(side: Side, x: int, y: int, height: int) -> str:
    """The mark at the left edge that says whose a lane is without colour: a bar, a double line, a broken line."""
    if side is Side.COMMERCIAL:
        return f'<rect class="d-mark--full" x="{x}" y="{y}" width="5" height="{height}"/>'
    if side is Side.NON_COMMERCIAL:
        return shape(f"M{x + 1},{y}v{height}M{x + 4},{y}v{height}", "d-mark")
    return f'<path class="d-mark" stroke-dasharray="6 4" d="M{x + 2.5},{y}v{height}"/>'


def _ways(placed: PlacedDiagram) -> Iterator[str]:
    labels = {label.ref: label for label in placed.labels if label.of_edge}
    name = prefix(placed.diagram.id)
    for item in ways(placed):
        edge = item.edge
        label = labels.get(edge.id, _NO_LABEL)
        title = f"<title>{escaped(edge.title)}</title>" if edge.title else ""
        yield (
            f'<g class="d-way" id="{escaped(name)}-way-{escaped(edge.id.lower())}" data-from="{escaped(edge.source)}" '
            f'data-to="{escaped(edge.target)}">{title}{way(item)}{_label(label, "d-detail")}</g>'
        )


def _label(label: PlacedLabel, css: str) -> str:
    x = {"start": label.box.x, "end": label.box.right}.get(label.anchor, label.box.x + label.box.width / 2)
    return text(label.lines, x, label.box.y + label.box.height / 2, css=css, size=label.size, anchor=label.anchor)


def _nodes(placed: PlacedDiagram, page: Page) -> Iterator[str]:
    labels = {label.ref: label for label in placed.labels if not label.of_edge}
    sides = {lane.id: lane.side for lane in placed.diagram.lanes}
    for node in _hosts_first(placed.diagram.nodes):
        colour = colour_class(node.kind)
        attributes = {
            "class": f"d-node d-{sides[node.lane]}{f' {colour}' if colour else ''}",
            "id": f"{prefix(placed.diagram.id)}-{node.id.lower()}",
            "data-lane": node.lane,
            "data-roles": " ".join(node.roles),
        }
        title = f"<title>{escaped(node.title)}</title>" if node.title else ""
        drawn = symbol(node.kind, placed.nodes[node.id].box, is_interrupting=node.is_interrupting)
        yield link(
            page,
            node.href,
            f"{title}{drawn}{_inner_text(placed, node)}{_label(labels.get(node.id, _NO_LABEL), 'd-small')}",
            attributes,
        )


def _hosts_first(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Authored order, but what stands on a border comes after the task that it would be hidden by."""
    known = {node.id for node in nodes}
    shown: set[str] = set()
    waiting: dict[str, list[Node]] = {}
    for node in nodes:
        if node.is_attached and node.host in known and node.host not in shown:
            waiting.setdefault(str(node.host), []).append(node)
            continue
        shown.add(node.id)
        yield node
        yield from waiting.pop(node.id, ())


def _inner_text(placed: PlacedDiagram, node: Node) -> str:
    place = placed.nodes[node.id]
    box = place.box
    if node.kind.shape is Shape.NOTE:
        return text(place.lines, box.x + 7, box.centre.y, css="d-small", size=11, anchor="start")
    if not place.lines and not place.detail:
        return ""
    main, small = 15 * len(place.lines), 13 * len(place.detail)
    hosts = any(other.host == node.id for other in placed.diagram.nodes if other.is_attached)
    top = box.y + _text_top(node.kind, box.height - (_BORDER_ROOM if hosts else 0), main + small)
    x = box.x + box.width / 2
    return text(place.lines, x, top + main / 2) + text(place.detail, x, top + main + small / 2, css="d-detail", size=11)


def _text_top(kind: NodeKind, height: int, needed: int) -> float:
    """Where the text begins: in the middle of the room beside the icon."""
    free = height - needed
    if kind is NodeKind.CALL:
        return max(4.0, (free - 14) / 2)
    has_icon = kind in (NodeKind.TASK_USER, NodeKind.TASK_SYSTEM, NodeKind.APPROVAL, NodeKind.HANDOFF)
    return min(free - 4.0, max(free / 2, (free + 12) / 2)) if has_icon else free / 2
