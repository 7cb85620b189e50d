"""The metrics see what is wrong: a clean drawing is changed by hand, one fault at a time."""

from dataclasses import replace

from tests.layout.flows import F1, F2

from processmap.layout.metrics import measure, name_defects
from processmap.layout.placed import Box, PlacedDiagram, PlacedEdge, Point
from processmap.layout.swimlane import place

CLEAN = place(F1, compact=True)


def with_edge(placed: PlacedDiagram, name: str, *points: tuple[int, int]) -> PlacedDiagram:
    return replace(placed, edges={**placed.edges, name: PlacedEdge(name, tuple(Point(*point) for point in points))})


def with_box(placed: PlacedDiagram, name: str, box: Box) -> PlacedDiagram:
    return replace(placed, nodes={**placed.nodes, name: replace(placed.nodes[name], box=box)})


def test_clean_drawing_has_no_defect() -> None:
    metrics = measure(CLEAN)

    assert metrics.defects == 0
    assert name_defects(CLEAN) == ()
    assert (metrics.nodes, metrics.edges, metrics.columns) == (8, 7, 6)
    assert (metrics.crossings, metrics.bends, metrics.straight_share) == (0, 0, 1.0)
    assert (metrics.width, metrics.height) == (CLEAN.width, CLEAN.height)


def test_edge_through_a_node_is_a_defect() -> None:
    middle = CLEAN.nodes["a"].box.centre

    placed = with_edge(CLEAN, "e__g", (middle.x - 200, middle.y), (middle.x + 200, middle.y))

    assert measure(placed).edges_through_nodes == 3
    assert "edge-through-node: a, e__g" in name_defects(placed)


def test_two_nodes_in_one_place_are_a_defect() -> None:
    placed = with_box(CLEAN, "a", CLEAN.nodes["b"].box)

    assert measure(placed).node_overlaps == 1
    assert "node-overlap: a, b" in name_defects(placed)


def test_unrelated_edges_on_one_line_are_a_defect_and_related_ones_are_none() -> None:
    points = CLEAN.edges["s1__a"].points

    assert measure(with_edge(CLEAN, "e__g", *points)).edge_overlaps == 1
    assert measure(with_edge(place(F2), "x1__diag", *place(F2).edges["x1__zd"].points)).edge_overlaps == 0


def test_line_beside_another_by_one_pixel_looks_like_one() -> None:
    points = [(point.x, point.y + 1) for point in CLEAN.edges["s1__a"].points]

    assert measure(with_edge(CLEAN, "e__g", *points)).edge_overlaps == 1


def test_text_on_a_node_or_under_a_line_is_a_defect() -> None:
    label = CLEAN.labels[0]
    on_node = replace(CLEAN, labels=(replace(label, box=CLEAN.nodes["a"].box), *CLEAN.labels[1:]))
    crossed = with_edge(CLEAN, "e__g", (label.box.x - 5, label.box.y + 5), (label.box.right + 5, label.box.y + 5))

    assert measure(on_node).label_overlaps == 1
    assert measure(crossed).labels_on_edges == 1


def test_node_in_another_lane_and_lanes_out_of_order_are_defects() -> None:
    box = CLEAN.nodes["a"].box
    astray = with_box(CLEAN, "a", box._replace(y=CLEAN.lanes[1].box.y + 1))

    assert measure(astray).lane_violations == 1
    assert measure(replace(CLEAN, lanes=CLEAN.lanes[::-1])).lane_violations == 2


def test_node_and_text_that_stick_out_of_the_picture_are_defects() -> None:
    assert measure(replace(CLEAN, width=CLEAN.nodes["z"].box.right - 1)).outside == 2


def test_crossing_is_counted_once_and_a_common_trunk_is_none() -> None:
    points = CLEAN.edges["s1__a"].points
    x, y = (points[0].x + points[1].x) // 2, points[0].y
    crossed = with_edge(CLEAN, "e__g", (x, y - 20), (x, y + 20))
    touched = with_edge(CLEAN, "e__g", (x, y - 20), (x, y), (x + 9, y))

    assert measure(crossed).crossings == 1
    assert measure(touched).crossings == 1
    assert measure(place(F2)).crossings == 0


def test_bends_are_counted() -> None:
    placed = with_edge(CLEAN, "e__g", (1, 1), (5, 1), (5, 5), (9, 5))

    assert measure(placed).bends == 2
