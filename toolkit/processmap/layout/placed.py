"""A diagram with its coordinates: whole pixels, rounded once, the same for SVG, BPMN DI, print and tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from processmap.views.diagram import Diagram


class Point(NamedTuple):
    """A point; y grows downward."""

    x: int
    y: int


class Box(NamedTuple):
    """A rectangle by its upper left corner and size."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first x after it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first y below it."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """Its middle, rounded down."""
        return Point(self.x + self.width // 2, self.y + self.height // 2)


class Cell(NamedTuple):
    """Where a node stands in the grid."""

    column: int
    row: int
    """Counted over all lanes."""


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """A lane's band over the whole width of the pool, its header at the left end."""

    id: str
    box: Box
    """Header included."""
    header: Box
    lines: tuple[str, ...]
    """The name as it stands in the header, rotated; at most two lines."""


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A node in its place."""

    id: str
    box: Box
    cell: Cell
    lines: tuple[str, ...]
    """The text inside the shape; empty where the text stands outside, as a label."""
    detail: tuple[str, ...] = ()
    """The smaller lines below it (11 px)."""


@dataclass(frozen=True, slots=True)
class PlacedEdge:
    """A polyline of horizontal and vertical pieces from border to border; the last point is the arrow's tip."""

    id: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A text outside the shapes: the name of an event, gateway or data object, or the condition of an edge."""

    ref: str
    """Id of the node or edge that it names."""
    of_edge: bool
    box: Box
    lines: tuple[str, ...]
    anchor: str
    """`start`, `middle` or `end`, as in SVG; `box` already says where the text lies."""
    size: int
    """Font size in pixels."""


@dataclass(frozen=True, slots=True)
class LayoutFacts:
    """How a layout came about, for `processmap score` and tests."""

    variant: int
    """Number of the variant of the portfolio that won."""
    cost: float
    backward: tuple[str, ...]
    """Edges drawn as going back."""
    labels_moved: int
    """Labels that found no room in their usual place."""
    reroutes: int
    """Edges that the repair sent another way."""
    warnings: tuple[str, ...] = ()
    """Invariants that could not be kept, with the ids concerned."""


@dataclass(frozen=True, slots=True)
class PlacedDiagram:
    """A diagram with coordinates."""

    diagram: Diagram
    width: int
    height: int
    lanes: tuple[PlacedLane, ...]
    nodes: Mapping[str, PlacedNode]
    """By id, in authored order."""
    edges: Mapping[str, PlacedEdge]
    """By id, in authored order."""
    labels: tuple[PlacedLabel, ...]
    facts: LayoutFacts
