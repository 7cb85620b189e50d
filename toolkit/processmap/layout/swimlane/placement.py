"""One placement from rows to pixels; what does not depend on the rows is found out once for all variants."""

from dataclasses import dataclass

from processmap.layout.placed import LayoutFacts, PlacedDiagram
from processmap.layout.swimlane.boxes import Boxes, measure_nodes
from processmap.layout.swimlane.columns import Columns, assign_columns
from processmap.layout.swimlane.coordinates import MARGIN, measure
from processmap.layout.swimlane.drawing import draw_edges, draw_labels, draw_lanes, draw_nodes
from processmap.layout.swimlane.grid import Grid, make_grid
from processmap.layout.swimlane.label_moves import move_labels
from processmap.layout.swimlane.labels import plan_labels
from processmap.layout.swimlane.loops import backward_links
from processmap.layout.swimlane.numbered import Numbered, number_diagram
from processmap.layout.swimlane.offsets import shift_stubs, spread_ports
from processmap.layout.swimlane.repair import find_bans, join_bans
from processmap.layout.swimlane.router import Bans, route_links
from processmap.layout.swimlane.rows import Rows
from processmap.layout.swimlane.segments import cut_ways
from processmap.layout.swimlane.tracks import assign_tracks
from processmap.layout.swimlane.variants import Toll
from processmap.views.diagram import Diagram

_REPAIRS = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """A diagram with its columns: what all variants have in common."""

    numbered: Numbered
    boxes: Boxes
    backward: frozenset[int]
    columns: Columns


def prepare(diagram: Diagram, *, compact: bool) -> Setting:
    """Measures the nodes, finds the edges that go back and gives the nodes their columns."""
    numbered = number_diagram(diagram)
    backward = backward_links(numbered)
    return Setting(numbered, measure_nodes(numbered), backward, assign_columns(numbered, backward, compact=compact))


def draw(setting: Setting, rows: Rows, toll: Toll) -> PlacedDiagram:
    """Routes all edges over given rows and draws them; where edges cover each other, some are sent another way."""
    grid = make_grid(setting.numbered, setting.columns, rows, setting.boxes.width)
    bans: Bans = {}
    placed, found = _draw_once(setting, rows, grid, toll, bans)
    for _ in range(_REPAIRS):
        if not found:
            break
        bans = join_bans(bans, found)
        placed, found = _draw_once(setting, rows, grid, toll, bans)
    return placed


def _draw_once(setting: Setting, rows: Rows, grid: Grid, toll: Toll, bans: Bans) -> tuple[PlacedDiagram, Bans]:
    numbered, columns, boxes = setting.numbered, setting.columns, setting.boxes
    routes = route_links(numbered, grid, columns, setting.backward, bans=bans, toll=toll)
    segments = cut_ways(numbered, grid, routes)
    pins = spread_ports(numbered, grid, boxes, routes, segments)
    shift_stubs(numbered, segments, pins)
    tracks = assign_tracks(segments)
    plan = plan_labels(numbered, boxes, routes, pins)
    rulers = measure(numbered, columns, rows, grid, plan.room, tracks)
    nodes = draw_nodes(numbered, columns, rows, grid, boxes, rulers)
    edges = draw_edges(routes, segments, numbered, nodes, rulers)
    size = (rulers.right + MARGIN, rulers.lanes[-1][1] + MARGIN if rulers.lanes else 2 * MARGIN)
    planned = tuple(draw_labels(plan, nodes, edges))
    labels, moved = move_labels(planned, [node.box for node in nodes], edges, size)
    backward = tuple(link.edge.id for link in numbered.links if link.index in setting.backward)
    placed = PlacedDiagram(
        numbered.diagram,
        *size,
        draw_lanes(numbered, rulers),
        {node.id: node for node in nodes},
        edges,
        labels,
        LayoutFacts(variant=0, cost=0.0, backward=backward, labels_moved=moved, reroutes=len(bans)),
    )
    return placed, find_bans(numbered, grid, segments, edges)
