"""Plans where texts outside the shapes stand, before there are coordinates, so that the grid can make room for them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from processmap.layout.swimlane.boxes import Boxes
from processmap.layout.swimlane.grid import DOWN, LEFT, RIGHT, UP
from processmap.layout.swimlane.numbered import Link, Numbered
from processmap.layout.swimlane.offsets import Pins
from processmap.layout.swimlane.router import Routes
from processmap.layout.swimlane.sizes import EVENT_SIZE, TextBlock, outer_label, text_block
from processmap.views.diagram import Shape

CONDITION_WIDTH = 84
"""Where conditions are broken, px."""
_ONE_LINE = 150
"""A condition beside a node stays on one line up to this width, so that it does not meet the one above."""
_LINE_ROOM = 6
_UNLIFTED = 14


class Spot(Enum):
    """Where the name of a node stands."""

    ABOVE = "above"
    BELOW = "below"
    BESIDE = "beside"
    CORNER = "corner"
    """Above left, where edges leave no side free."""
    UNDER_EVENT = "under-event"
    """Right of the line that leaves an event on the border of a task."""


@dataclass(frozen=True, slots=True)
class NodeLabel:
    """The name of a node outside its shape."""

    node: int
    spot: Spot
    block: TextBlock


@dataclass(frozen=True, slots=True)
class LinkLabel:
    """The condition of an edge, at its exit or, where several share that, at its arrow."""

    link: Link
    side: int
    """Of the node it stands at."""
    at_arrow: bool
    is_below: bool
    """Beside a node: whether it stands below the line."""
    drop: int
    """At the exit of an attached event: px that the event's own name takes first."""
    block: TextBlock


@dataclass
class Room:
    """What the cells need around the middle of their nodes, px; by node."""

    left: list[int]
    right: list[int]
    above: list[int]
    below: list[int]
    beside: dict[tuple[int, int], int] = field(default_factory=dict)
    """By node and side (left, right): what may reach into the gap as well."""
    lift: dict[int, int] = field(default_factory=dict)
    """By node: how much higher texts above it stand, because of a tall one beside it."""

    def widen(self, node: int, *, left: int = 0, right: int = 0, above: int = 0, below: int = 0) -> None:
        """Asks for at least so much room."""
        self.left[node] = max(self.left[node], left)
        self.right[node] = max(self.right[node], right)
        self.above[node] = max(self.above[node], above)
        self.below[node] = max(self.below[node], below)

    def reach(self, node: int, side: int, width: int) -> None:
        """Asks for room beside a node, gap included."""
        self.beside[node, side] = max(self.beside.get((node, side), 0), width)


@dataclass(frozen=True, slots=True)
class LabelPlan:
    """All texts outside shapes, and the room they need."""

    nodes: tuple[NodeLabel, ...]
    links: tuple[LinkLabel, ...]
    room: Room


def plan_labels(numbered: Numbered, boxes: Boxes, routes: Routes, pins: Pins) -> LabelPlan:
    """Chooses a place for each text by the sides of its node that are free."""
    half_widths = [width // 2 for width in boxes.width]
    half_heights = [height // 2 for height in boxes.height]
    room = Room([*half_widths], half_widths, [*half_heights], half_heights)
    planner = _Planner(numbered, boxes, routes, pins, room)
    nodes = tuple(planner.node_labels())
    links = tuple(planner.link_labels())
    for node, lift in room.lift.items():
        room.above[node] += lift
    return LabelPlan(nodes, links, room)


class _Planner:
    def __init__(self, numbered: Numbered, boxes: Boxes, routes: Routes, pins: Pins, room: Room) -> None:
        self.numbered, self.boxes, self.routes, self.pins, self.room = numbered, boxes, routes, pins, room
        self.sides: Mapping[int, set[int]] = {node: set() for node in range(len(numbered.nodes))}
        for node, side in routes.used:
            self.sides[node].add(side)

    def node_labels(self) -> Iterator[NodeLabel]:
        for node, event_label in enumerate(self.boxes.label):
            if event_label is not None:
                yield self._under_event(node, event_label)
            elif self.numbered.joins_lines(node):
                block = outer_label(self.numbered.nodes[node])
                if block.lines:
                    yield self._outside(node, block)

    def link_labels(self) -> Iterator[LinkLabel]:
        for link in self.numbered.links:
            block = text_block(link.edge.label, CONDITION_WIDTH)
            if not block.lines:
                continue
            way = self.routes.ways[link.index]
            if self.numbered.anchor[link.source] != link.source:
                yield self._after_event(link, block)
            elif self._stands_at_arrow(link, way.exit):
                yield self._at_arrow(link, way.entry, block)
            elif way.exit in (RIGHT, LEFT):
                yield self._beside_exit(link, way.exit, block)
            else:
                yield self._along_exit(link, way.exit, block)

    def _under_event(self, node: int, block: TextBlock) -> NodeLabel:
        host, radius = self.numbered.anchor[node], EVENT_SIZE // 2
        half = self.boxes.height[host] // 2
        shift = self.boxes.shift[node]
        self.room.widen(host, right=shift + 12 + block.width, below=half + radius + block.height + _LINE_ROOM)
        return NodeLabel(node, Spot.UNDER_EVENT, block)

    def _outside(self, node: int, block: TextBlock) -> NodeLabel:
        width, height = self.boxes.width[node] // 2, self.boxes.height[node] // 2
        shape, used = self.numbered.shape(node), self.sides[node]
        if shape is Shape.DATA and RIGHT not in used:
            self.room.widen(
                node, right=width + 6 + block.width, above=block.height // 2 + 1, below=block.height // 2 + 1
            )
            return NodeLabel(node, Spot.BESIDE, block)
        spots = (UP, DOWN) if shape is Shape.GATEWAY else (DOWN, UP)
        free = next((side for side in spots if side not in used), None)
        if free is None:
            block = text_block(self.numbered.nodes[node].label, CONDITION_WIDTH)
            self.room.widen(node, left=block.width + 10, above=height // 2 + block.height + 6)
            return NodeLabel(node, Spot.CORNER, block)
        half = (block.width + 1) // 2 + 2
        self.room.widen(node, left=half, right=half)
        need = height + block.height + 7
        self.room.widen(node, above=need if free == UP else 0, below=need if free == DOWN else 0)
        return NodeLabel(node, Spot.ABOVE if free == UP else Spot.BELOW, block)

    def _stands_at_arrow(self, link: Link, side: int) -> bool:
        sharing = sum(leaves for _, leaves in self.routes.used[link.source, side])
        return sharing > 1 and (self.numbered.joins_lines(link.source) or side in (UP, DOWN))

    def _after_event(self, link: Link, block: TextBlock) -> LinkLabel:
        host, label = link.tail, self.boxes.label[link.source]
        drop = (label.height + 2) if label else 0
        need = self.boxes.height[host] // 2 + EVENT_SIZE // 2 + drop + block.height + _LINE_ROOM
        self.room.widen(host, right=self.boxes.shift[link.source] + 12 + block.width, below=need)
        return LinkLabel(link, DOWN, False, False, drop, block)  # noqa: FBT003  # reads as the fields do

    def _at_arrow(self, link: Link, side: int, block: TextBlock) -> LinkLabel:
        node, pin = link.target, self.pins[link.index, False]
        is_below = side in (RIGHT, LEFT) and pin > 1
        if side in (RIGHT, LEFT):
            self.room.reach(node, side, self.boxes.width[node] // 2 + block.width + 22)
            self._widen_for_line(node, pin, block, is_below=is_below)
        else:
            self._widen_for_column(node, side, pin, self.boxes.height[node] // 2 + block.height + 16, block)
        return LinkLabel(link, side, True, is_below, 0, block)  # noqa: FBT003

    def _beside_exit(self, link: Link, side: int, block: TextBlock) -> LinkLabel:
        node, pin = link.source, self.pins[link.index, True]
        one_line = text_block(link.edge.label, _ONE_LINE)
        if len(one_line.lines) == 1:
            block = one_line
        is_below = pin > 1
        if not is_below:
            self.room.lift[node] = max(self.room.lift.get(node, 0), block.height - _UNLIFTED)
        self.room.reach(node, side, self.boxes.width[node] // 2 + block.width + 14)
        self._widen_for_line(node, pin, block, is_below=is_below)
        return LinkLabel(link, side, False, is_below, 0, block)  # noqa: FBT003

    def _along_exit(self, link: Link, side: int, block: TextBlock) -> LinkLabel:
        node, pin = link.source, self.pins[link.index, True]
        self._widen_for_column(node, side, pin, self.boxes.height[node] // 2 + block.height + _LINE_ROOM, block)
        return LinkLabel(link, side, False, False, 0, block)  # noqa: FBT003

    def _widen_for_line(self, node: int, pin: int, block: TextBlock, *, is_below: bool) -> None:
        need = block.height + _LINE_ROOM
        self.room.widen(node, below=need + pin if is_below else 0, above=0 if is_below else need - pin)

    def _widen_for_column(self, node: int, side: int, pin: int, need: int, block: TextBlock) -> None:
        self.room.widen(node, right=pin + 12 + block.width)
        self.room.widen(node, above=need if side == UP else 0, below=need if side == DOWN else 0)
