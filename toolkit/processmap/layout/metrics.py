"""Judges a drawing by its coordinates alone: what is wrong with it, and how hard it is to read.

Nothing here is shared with the router: where both are wrong, they are not wrong together.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from typing import TypeVar

from processmap.layout.pieces import Piece, Pieces, overlap
from processmap.layout.placed import Box, PlacedDiagram, Point
from processmap.views.diagram import Edge, EdgeKind

Entry = TypeVar("Entry")

_END_ZONE = 3
"""So near to an end of an edge (px) a meeting of lines is a common port, no crossing."""
_NEAR = 1
"""Two lines so near to each other (px) look like one."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Figures of one drawing. The first seven are defects and must be 0."""

    edges_through_nodes: int
    node_overlaps: int
    edge_overlaps: int
    """Pairs of edges that have no end in common, or both, and run on one line."""
    label_overlaps: int
    """Texts that lie on a node or on another text."""
    labels_on_edges: int
    """Texts that a line runs through."""
    lane_violations: int
    """Nodes outside their lane; lanes out of order, overlapping or of different width."""
    outside: int
    """Nodes, texts and edges that stick out of the picture."""
    crossings: int
    bends: int
    straight_share: float
    """Of the nodes whose main way goes on in their lane: the part (0 to 1) where it keeps its row; 1 for none."""
    width: int
    height: int
    length: int
    """Of all edges together, px."""
    nodes: int
    edges: int
    columns: int

    @property
    def defects(self) -> int:
        """Everything that must not be."""
        return (
            self.edges_through_nodes
            + self.node_overlaps
            + self.edge_overlaps
            + self.label_overlaps
            + self.labels_on_edges
            + self.lane_violations
            + self.outside
        )


def measure(placed: PlacedDiagram) -> Metrics:
    """Measures a drawing."""
    view = _View(placed)
    return Metrics(
        edges_through_nodes=len(set(view.edges_through_nodes())),
        node_overlaps=sum(1 for _ in view.node_overlaps()),
        edge_overlaps=len(set(view.edge_overlaps())),
        label_overlaps=sum(1 for _ in view.label_overlaps()),
        labels_on_edges=len(set(view.labels_on_edges())),
        lane_violations=sum(view.lane_violations()),
        outside=sum(view.outside()),
        crossings=len(set(view.crossings())),
        bends=sum(max(0, len(edge.points) - 2) for edge in placed.edges.values()),
        straight_share=view.straight_share(),
        width=placed.width,
        height=placed.height,
        length=sum(piece.high - piece.low for piece in (*view.pieces.across, *view.pieces.down)),
        nodes=len(placed.nodes),
        edges=len(placed.edges),
        columns=len({node.cell.column for node in placed.nodes.values()}),
    )


def name_defects(placed: PlacedDiagram) -> tuple[str, ...]:
    """Says what is wrong with a drawing: the kind of defect and the ids of both that are in each other's way."""
    view = _View(placed)
    found = {
        "edge-through-node": view.edges_through_nodes(),
        "node-overlap": view.node_overlaps(),
        "edge-overlap": view.edge_overlaps(),
        "label-overlap": view.label_overlaps(),
        "label-on-edge": view.labels_on_edges(),
    }
    return tuple(f"{kind}: {one}, {other}" for kind, pairs in found.items() for one, other in sorted(set(pairs)))


class _View:
    def __init__(self, placed: PlacedDiagram) -> None:
        self.placed = placed
        self.pieces = Pieces((edge.id, edge.points) for edge in placed.edges.values())
        self.edge = {edge.id: edge for edge in placed.diagram.edges}
        self.node = {node.id: node for node in placed.diagram.nodes}
        self.labels = [(label.ref, label.of_edge, label.box) for label in placed.labels]
        self.boxes = [(node.id, node.box) for node in placed.nodes.values()]

    def edges_through_nodes(self) -> Iterator[tuple[str, str]]:
        for node, box in self.boxes:
            for piece in self.pieces.inside(box):
                yield node, piece.edge

    def node_overlaps(self) -> Iterator[tuple[str, str]]:
        for (one, _), (other, _) in _meeting(self.boxes, lambda entry: entry[1]):
            if other not in self._carried[one] and one not in self._carried[other]:
                yield one, other

    @cached_property
    def _carried(self) -> dict[str, set[str]]:
        """The events on the border of each node: they may overlap it."""
        carried: dict[str, set[str]] = {node: set() for node in self.node}
        for node in self.node.values():
            if node.is_attached and node.host in carried:
                carried[node.host].add(node.id)
        return carried

    def edge_overlaps(self) -> Iterator[tuple[str, str]]:
        for pieces in (self.pieces.across, self.pieces.down):
            for at, piece in enumerate(pieces):
                for other in _following_near(pieces, at):
                    shared = min(piece.high, other.high) - max(piece.low, other.low)
                    if shared > 1 and piece.edge != other.edge and not self._may_share(piece, other):
                        yield min(piece.edge, other.edge), max(piece.edge, other.edge)

    def label_overlaps(self) -> Iterator[tuple[str, str]]:
        for ref, of_edge, box in self.labels:
            for node, other in self.boxes:
                if (of_edge or ref != node) and overlap(box, other):
                    yield ref, node
        for first, second in _meeting(self.labels, lambda entry: entry[2]):
            yield first[0], second[0]

    def labels_on_edges(self) -> Iterator[tuple[str, str]]:
        for ref, _, box in self.labels:
            for piece in self.pieces.inside(box):
                yield ref, piece.edge

    def lane_violations(self) -> Iterator[bool]:
        lanes = {lane.id: lane.box for lane in self.placed.lanes}
        yield [lane.id for lane in self.placed.diagram.lanes] != list(lanes)
        for node, box in self.boxes:
            entry = self.node[node]
            if entry.is_attached and entry.host in self.node:
                continue
            lane = lanes[entry.lane]
            yield not (lane.y <= box.y and box.bottom <= lane.bottom)
        for upper, lower in pairwise(lanes.values()):
            yield upper.bottom > lower.y or (upper.x, upper.width) != (lower.x, lower.width)

    def outside(self) -> Iterator[bool]:
        width, height = self.placed.width, self.placed.height
        for box in (*(box for _, box in self.boxes), *(box for _, _, box in self.labels)):
            yield box.x < 0 or box.y < 0 or box.right > width or box.bottom > height
        for edge in self.placed.edges.values():
            yield any(not (0 <= point.x <= width and 0 <= point.y <= height) for point in edge.points)

    def crossings(self) -> Iterator[tuple[str, str, Point]]:
        for down in self.pieces.down:
            for across in self.pieces.across_between(down.low, down.high):
                if across.low <= down.line <= across.high and across.edge != down.edge:
                    place = Point(down.line, across.line)
                    if self._is_crossing(across, down, place):
                        yield min(across.edge, down.edge), max(across.edge, down.edge), place

    def straight_share(self) -> float:
        straight = [
            self.placed.nodes[edge.source].box.centre.y == self.placed.nodes[edge.target].box.centre.y
            for edge in self._main_exits()
            if self.node[edge.source].lane == self.node[edge.target].lane
        ]
        return sum(straight) / len(straight) if straight else 1.0

    def _main_exits(self) -> Iterator[Edge]:
        """Of each node the edge onward behind which the longest way lies."""
        column = {node.id: node.cell.column for node in self.placed.nodes.values()}
        onward: dict[str, list[Edge]] = {node: [] for node in column}
        for edge in self.placed.diagram.edges:
            if edge.kind is EdgeKind.SEQUENCE and column[edge.source] < column[edge.target]:
                onward[edge.source].append(edge)
        depth: dict[str, int] = {}
        for node in sorted(column, key=lambda name: -column[name]):
            depth[node] = 1 + max((depth[edge.target] for edge in onward[node]), default=-1)
        for node, edges in onward.items():
            if edges and not self.node[node].is_attached:
                yield max(edges, key=lambda edge: depth[edge.target])

    def _is_crossing(self, across: Piece, down: Piece, place: Point) -> bool:
        if self._is_related(across.edge, down.edge):
            return across.low < place.x < across.high and down.low < place.y < down.high
        ends = (self.placed.edges[edge].points[end] for edge in (across.edge, down.edge) for end in (0, -1))
        return not any(max(abs(end.x - place.x), abs(end.y - place.y)) < _END_ZONE for end in ends)

    def _is_related(self, one: str, other: str) -> bool:
        first, second = self.edge[one], self.edge[other]
        return first.source == second.source or first.target == second.target

    def _may_share(self, one: Piece, other: Piece) -> bool:
        """Edges from one place, or to one place, may run together for a while; twins only at their ends."""
        first, second = self.edge[one.edge], self.edge[other.edge]
        if first.source == second.source and first.target == second.target:
            last = [len(self.placed.edges[piece.edge].points) - 2 for piece in (one, other)]
            return last != [0, 0] and (one.at == other.at == 0 or [one.at, other.at] == last)
        return first.source == second.source or first.target == second.target


def _following_near(pieces: Sequence[Piece], at: int) -> Iterator[Piece]:
    for other in pieces[at + 1 :]:
        if other.line - pieces[at].line > _NEAR:
            return
        yield other


def _meeting(entries: Sequence[Entry], box_of: Callable[[Entry], Box]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of entries whose boxes overlap."""
    for first, second in combinations(sorted(entries, key=box_of), 2):
        if overlap(box_of(first), box_of(second)):
            yield first, second
