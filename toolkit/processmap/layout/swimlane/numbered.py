"""The diagram in numbers: nodes, lanes and edges by their place in authored order, which breaks every tie.

A node that is attached to the border of a task stands in the task's cell; all that concerns columns, rows and ways
therefore looks at the cell's owner, the `anchor`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from processmap.views.diagram import Diagram, Edge, EdgeKind, Node, Shape


@dataclass(frozen=True, slots=True)
class Link:
    """An edge by numbers."""

    index: int
    edge: Edge
    source: int
    target: int
    tail: int
    """Anchor of the source."""
    head: int
    """Anchor of the target."""
    is_flow: bool
    """Whether it orders its ends: it is no association and joins two different cells of the flow."""

    @property
    def is_association(self) -> bool:
        """Whether it ties a satellite to its host."""
        return self.edge.kind is EdgeKind.ASSOCIATION


@dataclass(frozen=True)
class Numbered:
    """A diagram by numbers."""

    diagram: Diagram
    nodes: tuple[Node, ...]
    lane: tuple[int, ...]
    """Of each node."""
    host: tuple[int, ...]
    """Of each satellite and attached event: the node it belongs to; -1 for all others."""
    anchor: tuple[int, ...]
    """Of each node: whose cell it stands in, mostly its own."""
    links: tuple[Link, ...]

    @cached_property
    def steps(self) -> tuple[int, ...]:
        """The nodes that have a place of their own in the flow."""
        return tuple(n for n in range(len(self.nodes)) if self.anchor[n] == n and not self.is_satellite(n))

    @cached_property
    def satellites(self) -> tuple[int, ...]:
        """The nodes that stand beside a host."""
        return tuple(n for n in range(len(self.nodes)) if self.is_satellite(n))

    @cached_property
    def cells(self) -> tuple[int, ...]:
        """The nodes that have a cell of their own: steps and satellites."""
        return tuple(n for n in range(len(self.nodes)) if self.anchor[n] == n)

    @cached_property
    def attached(self) -> tuple[tuple[int, ...], ...]:
        """Of each node: the events on its border, from left to right."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for node, anchor in enumerate(self.anchor):
            if anchor != node:
                found[anchor].append(node)
        return tuple(tuple(sorted(events, key=self._place_on_border)) for events in found)

    def _place_on_border(self, event: int) -> tuple[bool, int, int]:
        """What leads back stands left; of the rest, what leads furthest down: so their lines do not cross."""
        heads = [link.head for link in self.links if link.source == event and not link.is_association]
        leads_back = any(head <= self.anchor[event] for head in heads)
        return not leads_back, -max((self.lane[head] for head in heads), default=0), event

    def owner(self, node: int) -> int:
        """The step whose column a node shares, mostly itself."""
        return self.anchor[self.host[node]] if self.is_satellite(node) else self.anchor[node]

    def is_satellite(self, node: int) -> bool:
        """Whether it stands beside a host that is in the diagram."""
        return self.nodes[node].is_satellite and self.host[node] >= 0

    def shape(self, node: int) -> Shape:
        """The outline of a node."""
        return self.nodes[node].kind.shape

    def joins_lines(self, node: int) -> bool:
        """Whether edges meet in one point of its border: all but boxes."""
        return self.shape(node) not in (Shape.ACTIVITY, Shape.NOTE)


def number_diagram(diagram: Diagram) -> Numbered:
    """Numbers a diagram whose edges and hosts name nodes, and whose nodes name lanes, of the diagram."""
    index = {node.id: number for number, node in enumerate(diagram.nodes)}
    lanes = {lane.id: number for number, lane in enumerate(diagram.lanes)}
    host = tuple(_host(node, index, diagram) for node in diagram.nodes)
    anchor = tuple(host[n] if node.is_attached and host[n] >= 0 else n for n, node in enumerate(diagram.nodes))
    satellites = {number for number, node in enumerate(diagram.nodes) if node.is_satellite and host[number] >= 0}
    links = tuple(_links(diagram.edges, index, anchor, satellites))
    return Numbered(diagram, diagram.nodes, tuple(lanes[node.lane] for node in diagram.nodes), host, anchor, links)


def _host(node: Node, index: dict[str, int], diagram: Diagram) -> int:
    """An event needs a box to stand on, a satellite something that is none itself; else it stands alone."""
    number = index.get(node.host or "", -1)
    if number < 0:
        return -1
    host = diagram.nodes[number]
    fits = host.kind.shape is Shape.ACTIVITY if node.is_attached else node.is_satellite and not host.is_satellite
    return number if fits else -1


def _links(
    edges: Iterable[Edge], index: dict[str, int], anchor: tuple[int, ...], satellites: set[int]
) -> Iterable[Link]:
    for number, edge in enumerate(edges):
        source, target = index[edge.source], index[edge.target]
        tail, head = anchor[source], anchor[target]
        joins_steps = edge.kind is EdgeKind.SEQUENCE and not satellites & {tail, head}
        yield Link(number, edge, source, target, tail, head, joins_steps and tail != head)
