"""Diagrams at the edge of what occurs: events on borders, repeats, twins, many branches, nothing at all."""

from dataclasses import asdict, replace

import pytest
from tests.layout.random_flows import random_flow

from processmap.layout.metrics import measure
from processmap.layout.placed import PlacedDiagram
from processmap.layout.swimlane import place
from processmap.layout.swimlane.sizes import least_lane_height
from processmap.layout.text import text_width
from processmap.views.diagram import Diagram, Edge, EdgeKind, Lane, Node, NodeKind

TASK, EVENT, END = NodeKind.TASK_USER, NodeKind.WAIT_TIMER, NodeKind.END
_LONG_WORD = "Interoperabilidadedosbenefíciosflexíveisdoconvêniocorporativo"


def diagram(*nodes: Node, edges: str = "", lanes: str = "a b") -> Diagram:
    pairs = [edge.split(">") for edge in edges.split()]
    return Diagram(
        "MIC-X",
        "X",
        "",
        tuple(Lane(lane, f"Área {lane}") for lane in lanes.split()),
        nodes,
        tuple(Edge(f"e{number}", source, target) for number, (source, target) in enumerate(pairs)),
    )


def task(name: str, lane: str = "a", kind: NodeKind = TASK) -> Node:
    return Node(name, kind, lane, f"Fazer {name}")


def event(name: str, host: str, label: str = "após 5 dias úteis") -> Node:
    return Node(name, EVENT, "a", label, host)


def defects(placed: PlacedDiagram) -> dict[str, int]:
    return {name: value for name, value in list(asdict(measure(placed)).items())[:7] if value}


def test_diagram_without_nodes_has_its_lanes() -> None:
    placed = place(diagram())

    assert [lane.id for lane in placed.lanes] == ["a", "b"]
    assert defects(placed) == {}


def test_diagram_without_lanes_is_empty() -> None:
    placed = place(diagram(lanes=""))

    assert (placed.lanes, placed.nodes, placed.edges) == ((), {}, {})


def test_one_node_stands_in_its_lane() -> None:
    placed = place(diagram(task("t", "b")))

    assert placed.lanes[1].box.y < placed.nodes["t"].box.y < placed.lanes[1].box.bottom
    assert defects(placed) == {}


def test_nodes_without_edges_share_a_column() -> None:
    placed = place(diagram(*map(task, "xyz")))

    assert {node.cell.column for node in placed.nodes.values()} == {0}
    assert defects(placed) == {}


def test_lane_without_nodes_is_as_high_as_its_name() -> None:
    placed = place(diagram(task("t"), lanes="a vazia"))

    assert placed.lanes[1].box.height >= least_lane_height("Área vazia")


@pytest.mark.parametrize("events", [1, 2, 3, 5])
def test_attached_events_stand_on_the_lower_border_of_their_task(events: int) -> None:
    names = [f"v{number}" for number in range(events)]
    ends = [Node(f"z{number}", END, "b", "Fim") for number in range(events)]
    edges = " ".join(f"{name}>z{number}" for number, name in enumerate(names))

    placed = place(diagram(task("t"), task("u"), *(event(name, "t") for name in names), *ends, edges=f"t>u {edges}"))

    host = placed.nodes["t"].box
    boxes = [placed.nodes[name].box for name in names]
    assert all(box.centre.y == host.bottom and host.x < box.x and box.right < host.right for box in boxes)
    assert all(
        placed.edges[edge].points[0] == (box.centre.x, box.bottom)
        for edge, box in zip([f"e{number + 1}" for number in range(events)], boxes, strict=True)
    )
    assert defects(placed) == {}


def test_attached_events_are_sorted_by_where_they_lead_so_that_their_lines_do_not_cross() -> None:
    flow = diagram(
        *map(task, "stu"),
        *(event(name, "t") for name in "xyz"),
        Node("near", END, "a", "Fim"),
        Node("far", END, "b", "Fim"),
        edges="s>t t>u x>near y>far z>s",
    )

    placed = place(flow)

    assert [name for _, name in sorted((placed.nodes[name].box.x, name) for name in "xyz")] == ["z", "y", "x"]
    assert measure(placed).crossings == 0


def test_attached_event_may_lead_back_to_its_own_task() -> None:
    placed = place(diagram(task("t"), event("v", "t"), edges="v>t"))

    assert placed.facts.backward == ("e0",)
    assert defects(placed) == {}


def test_several_edges_may_leave_an_attached_event() -> None:
    placed = place(diagram(task("t"), event("v", "t"), task("x"), task("y", "b"), edges="v>x v>y"))

    assert defects(placed) == {}


def test_attached_event_without_a_task_to_stand_on_stands_alone() -> None:
    placed = place(diagram(event("v", "nowhere"), event("w", "v"), task("t"), edges="v>t w>t"))

    assert len({node.box for node in placed.nodes.values()}) == 3
    assert defects(placed) == {}


def test_condition_of_an_attached_event_stands_below_its_name() -> None:
    flow = diagram(task("t"), event("v", "t"), task("x"), edges="v>x")
    flow = replace(flow, edges=(replace(flow.edges[0], label="uma vez"),))

    placed = place(flow)

    name, condition = placed.labels
    assert (name.ref, condition.ref) == ("v", "e0")
    assert name.box.bottom <= condition.box.y
    assert defects(placed) == {}


@pytest.mark.parametrize("kind", [TASK, NodeKind.EXCLUSIVE, EVENT])
def test_edge_from_a_node_to_itself_goes_round(kind: NodeKind) -> None:
    placed = place(diagram(task("s"), task("t", kind=kind), task("u"), edges="s>t t>t t>u"))

    assert len(placed.edges["e1"].points) > 3
    assert defects(placed) == {}


@pytest.mark.parametrize("kinds", [(TASK, TASK), (NodeKind.EXCLUSIVE, TASK), (TASK, NodeKind.JOIN_ANY)])
@pytest.mark.parametrize("count", [2, 3])
def test_edges_between_the_same_nodes_are_seen_as_several(kinds: tuple[NodeKind, NodeKind], count: int) -> None:
    first, second = (task(name, kind=kind) for name, kind in zip("xy", kinds, strict=True))

    placed = place(diagram(first, second, edges=" ".join(["x>y"] * count)))

    assert len({edge.points for edge in placed.edges.values()}) == count
    assert defects(placed) == {}


@pytest.mark.parametrize("label", ["", "Caso especial"])
def test_twelve_branches_in_one_lane_find_room(label: str) -> None:
    branches = [f"t{number}" for number in range(12)]
    edges = " ".join(f"g>{branch} {branch}>j" for branch in branches)
    flow = diagram(
        task("g", kind=NodeKind.EXCLUSIVE), *map(task, branches), task("j", kind=NodeKind.JOIN_ANY), edges=edges
    )
    flow = replace(flow, edges=tuple(replace(e, label=label if e.source == "g" else "") for e in flow.edges))

    placed = place(flow)

    assert len({placed.nodes[branch].cell.row for branch in branches}) == 12
    assert defects(placed) == {}


def test_several_starts_and_parts_without_connection() -> None:
    placed = place(
        diagram(*(task(name, "ab"[number % 2]) for number, name in enumerate("pqrstu")), edges="p>q r>q s>t")
    )

    assert defects(placed) == {}


def test_flow_of_a_hundred_nodes_is_drawn() -> None:
    placed = place(random_flow(11, 97), variants=1)

    assert len(placed.nodes) >= 97
    assert defects(placed) == {}


def test_word_that_is_too_long_is_cut_to_fit_its_box() -> None:
    node = replace(task("t"), label=_LONG_WORD, detail=_LONG_WORD)

    placed = place(diagram(node)).nodes["t"]

    assert "".join(placed.lines).replace("-", "") == _LONG_WORD
    assert max(text_width(line, 12) for line in placed.lines) <= placed.box.width
    assert max(text_width(line, 11) for line in placed.detail) <= placed.box.width
    assert placed.box.height >= 15 * len(placed.lines) + 13 * len(placed.detail)


def test_data_objects_and_notes_stand_beside_their_host() -> None:
    hosts = [task("s"), task("t"), task("u", "b")]
    beside = [Node(f"d{n}", NodeKind.DATA, "a", "Proposta comercial", "t") for n in range(3)]
    note = Node("n", NodeKind.NOTE, "b", "Só com procuração registrada", "u")
    flow = diagram(*hosts, *beside, note, edges="s>t t>u")
    ties = tuple(Edge(f"a{node.id}", node.host or "", node.id, "", EdgeKind.ASSOCIATION) for node in (*beside, note))

    placed = place(replace(flow, edges=(*flow.edges, *ties)))

    column = placed.nodes["t"].cell.column
    assert [placed.nodes[node.id].cell.column for node in beside] == [column] * 3
    assert placed.nodes["n"].lines
    assert defects(placed) == {}


def test_note_may_belong_to_an_attached_event() -> None:
    flow = diagram(task("t"), event("v", "t"), task("x"), Node("n", NodeKind.NOTE, "a", "Raro", "v"), edges="t>x v>x")

    placed = place(replace(flow, edges=(*flow.edges, Edge("a", "v", "n", "", EdgeKind.ASSOCIATION))))

    assert defects(placed) == {}


def test_compact_mode_draws_a_hand_off_as_one_vertical_arrow() -> None:
    flow = diagram(task("x"), task("y", "b"), edges="x>y")

    normal, compact = place(flow), place(flow, compact=True)

    assert len({point.x for point in compact.edges["e0"].points}) == 1
    assert compact.width < normal.width


def test_rework_goes_back_even_where_it_closes_no_cycle() -> None:
    flow = diagram(task("x"), task("y"), edges="y>x")
    marked = replace(flow, edges=(replace(flow.edges[0], is_rework=True),))

    assert place(flow).facts.backward == ()
    assert place(marked).facts.backward == ("e0",)
