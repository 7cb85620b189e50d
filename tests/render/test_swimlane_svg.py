import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from tests.layout.flagship import flagship_diagrams

from processmap.i18n import Language, load_texts
from processmap.layout.folding import fold
from processmap.layout.placed import Box, Cell, LayoutFacts, PlacedDiagram, PlacedEdge, PlacedLane, PlacedNode, Point
from processmap.layout.swimlane import place
from processmap.render.svg.folded import folded_svg
from processmap.render.svg.markup import Page, escaped, number
from processmap.render.svg.swimlane import lane_headers_svg, swimlane_svg
from processmap.render.svg.themes import Theme
from processmap.render.svg.ways import ways
from processmap.views.diagram import Diagram, Edge, Lane, Node, NodeKind, Side
from processmap.views.wording import Wording

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
WORDS = Wording(load_texts("site", Language.ENGLISH))
HOSTILE = """<script>alert("1")</script> & 'x' ```\x07 {{ y }} ]]>"""


def small(label: str = "Offer", *, edges: tuple[Edge, ...] = ()) -> Diagram:
    nodes = (
        Node("S10", NodeKind.START, "L1", "Asked", href="#s10", title="S10 Start: Asked"),
        Node("T20", NodeKind.TASK_USER, "L1", label, href="#t20", title=label, roles=("ROL-A-1",)),
        Node("X25", NodeKind.EXCEPTION, "L1", "Fails", host="T20", href="#x25", title="X25"),
        Node("H30", NodeKind.HANDOFF, "L2", "Ask", href="MIC-B-010.html#s10", title="H30", detail="→ Write"),
        Node("E40", NodeKind.END, "L2", "Done", href="#e40", title="E40"),
    )
    lanes = (Lane("L1", label, Side.COMMERCIAL), Lane("L2", "Legal", Side.NON_COMMERCIAL))
    flow = edges or (
        Edge("a", "S10", "T20", title="Asked → Offer"),
        Edge("b", "T20", "H30", label, crosses_boundary=True),
        Edge("c", "H30", "E40"),
        Edge("d", "X25", "S10", is_rework=True),
    )
    return Diagram("MIC-A-010", label, "five steps", lanes, nodes, flow)


@pytest.mark.parametrize("diagram", flagship_diagrams(), ids=lambda diagram: diagram.id)
def test_pictures_of_the_flagship_are_well_formed_named_and_linked(diagram: Diagram) -> None:
    root = ET.fromstring(swimlane_svg(place(diagram), Page(), WORDS))

    ids = [element.get("id") for element in root.iter() if element.get("id")]
    links = list(root.iter(f"{SVG}a"))
    assert root.get("role") == "graphics-document"
    assert root.get("aria-labelledby", "").split() == [root[0].get("id"), root[1].get("id")]
    assert len(ids) == len(set(ids))
    assert all(str(name).startswith(diagram.id.lower()) for name in ids)
    assert [link.get("id") for link in links] == [f"{diagram.id.lower()}-{node.id.lower()}" for node in diagram.nodes]
    assert all(link.get(HREF) and link.find(f"{SVG}title") is not None for link in links)


def test_authored_text_stays_text() -> None:
    svg = swimlane_svg(place(small(HOSTILE)), Page(), WORDS)

    assert "<script" not in svg
    assert "```" not in svg
    assert "\x07" not in svg
    title = ET.fromstring(svg)[0].text
    assert title == """<script>alert("1")</script> & 'x' ``` {{ y }} ]]>"""


def test_what_other_programs_do_not_understand_is_not_written() -> None:
    svg = swimlane_svg(place(small()), Page(Theme.DARK, is_inline=False), WORDS)

    assert not any(found in svg for found in ("dominant-baseline", "var(", 'role="img"', " href=", "@media"))


def test_a_picture_in_a_page_leaves_colours_and_legend_to_the_page() -> None:
    inline, alone = (swimlane_svg(place(small()), Page(is_inline=inline), WORDS) for inline in (True, False))

    assert "<style>" not in inline
    assert "d-legend" not in inline
    assert "Crosses the commercial border" in alone


def test_links_of_a_file_beside_the_page_lead_to_the_page() -> None:
    page = Page(Theme.LIGHT, is_inline=False, own_address="MIC-A-010.html")

    links = [link.get(HREF) for link in ET.fromstring(swimlane_svg(place(small()), page, WORDS)).iter(f"{SVG}a")]

    assert links[1:4] == ["MIC-A-010.html#t20", "MIC-A-010.html#x25", "MIC-B-010.html#s10"]


def test_without_links_nothing_can_be_clicked_but_everything_is_there() -> None:
    root = ET.fromstring(swimlane_svg(place(small()), Page(has_links=False), WORDS))

    assert list(root.iter(f"{SVG}a")) == []
    assert root.find(f".//{SVG}g[@id='mic-a-010-t20']") is not None


def test_scripts_find_the_lane_and_the_roles_of_a_node() -> None:
    node = ET.fromstring(swimlane_svg(place(small()), Page(), WORDS)).find(f".//{SVG}a[@id='mic-a-010-t20']")

    assert node is not None
    assert (node.get("data-lane"), node.get("data-roles")) == ("L1", "ROL-A-1")


def test_lane_headers_alone_are_hidden_from_those_who_listen_and_have_no_id() -> None:
    root = ET.fromstring(lane_headers_svg(place(small())))

    assert root.get("aria-hidden") == "true"
    assert [element for element in root.iter() if element.get("id")] == []


def test_what_stands_on_a_border_is_drawn_after_its_task_also_where_it_was_written_before() -> None:
    diagram = small()
    nodes = (diagram.nodes[0], diagram.nodes[2], diagram.nodes[1], *diagram.nodes[3:])

    root = ET.fromstring(swimlane_svg(place(replace(diagram, nodes=nodes)), Page(), WORDS))

    assert [link.get(HREF) for link in root.iter(f"{SVG}a")][:3] == ["#s10", "#t20", "#x25"]


def placed_by_hand(*points: tuple[Edge, tuple[Point, ...]]) -> PlacedDiagram:
    diagram = small(edges=tuple(edge for edge, _ in points))
    box = Box(0, 0, 10, 10)
    lanes = tuple(PlacedLane(lane.id, box, box, ()) for lane in diagram.lanes)
    nodes = {node.id: PlacedNode(node.id, box, Cell(0, 0), ()) for node in diagram.nodes}
    edges = {edge.id: PlacedEdge(edge.id, way) for edge, way in points}
    return PlacedDiagram(diagram, 500, 300, lanes, nodes, edges, (), LayoutFacts(0, 0.0, (), 0, 0))


def test_a_shared_trunk_is_drawn_once_and_has_one_tip() -> None:
    placed = placed_by_hand(
        (Edge("a", "S10", "E40"), (Point(0, 50), Point(200, 50), Point(200, 100), Point(300, 100))),
        (Edge("b", "T20", "E40"), (Point(0, 200), Point(200, 200), Point(200, 100), Point(300, 100))),
        (Edge("c", "S10", "H30"), (Point(0, 50), Point(300, 50))),
    )

    first, joining, leaving = ways(placed)

    assert (first.has_tip, joining.has_tip, leaving.has_tip) == (True, False, True)
    assert joining.points == (Point(0, 200), Point(200, 200), Point(200, 100), Point(208, 100))
    assert leaving.points == (Point(192, 50), Point(300, 50))


def test_ways_of_another_look_share_nothing() -> None:
    way = (Point(0, 50), Point(200, 50))
    placed = placed_by_hand((Edge("a", "S10", "E40"), way), (Edge("b", "T20", "E40", is_rework=True), way))

    assert [item.has_tip for item in ways(placed)] == [True, True]


def test_a_line_goes_over_another_with_a_bridge() -> None:
    placed = placed_by_hand(
        (Edge("a", "S10", "T20"), (Point(0, 50), Point(200, 50))),
        (Edge("b", "H30", "E40"), (Point(100, 0), Point(100, 150))),
    )

    assert [item.bridges for item in ways(placed)] == [(Point(100, 50),), ()]
    assert "H96a4,4 0 0 1 8,0L193,50" in swimlane_svg(placed, Page(), WORDS)


def test_a_folded_picture_shows_every_node_and_is_as_narrow_as_asked() -> None:
    diagram = max(flagship_diagrams(), key=lambda diagram: len(diagram.edges))

    root = ET.fromstring(folded_svg(fold(place(diagram), 1000), Page(Theme.LIGHT, is_inline=False), WORDS))

    assert float(root.get("width", "")) <= 1000
    assert len(list(root.iter(f"{SVG}use"))) > 1
    assert all(root.find(f".//*[@id='{diagram.id.lower()}-{node.id.lower()}']") is not None for node in diagram.nodes)


@pytest.mark.parametrize(
    ("value", "written"), [(12.0, "12"), (12.04, "12"), (12.25, "12.2"), (-0.01, "0"), (-3.5, "-3.5")]
)
def test_numbers_have_one_format(value: float, written: str) -> None:
    assert number(value) == written


def test_text_is_on_one_line() -> None:
    assert re.search(r"\s{2}|\n", escaped("a\n  b\t c")) is None
