from tests.views.small_maps import linker_of, micro

from processmap.model.micro import Micro
from processmap.views.diagram import Diagram, EdgeKind, NodeKind, Side
from processmap.views.swimlane import swimlane

EVERYTHING = """
  - {id: S10, start: Asked, lane: ROL-A-1, from: [EXT-X]}
  - {id: T20, task: Offer, lane: ROL-A-1, out: [DOC-OFFER, DOC-SCRATCH], system: SYS-CRM}
  - {id: G30, choice: Large?, paths: [{when: "yes", to: A40, share: 30%}, {when: "no", to: H50, share: 70%}]}
  - id: A40
    approval: Agreed?
    approvers: [ROL-B-1]
    paths:
      - {when: Agreed, to: H50}
      - {when: Refused, to: T20, rework: {max: 2, then: E99, why: Do it again}}
  - {id: H50, handoff: Ask for a contract, lane: ROL-A-1, to_process: MIC-B-010, sends: [DOC-OFFER]}
  - {id: P60, parallel: Both, paths: [{to: T70}, {to: C80}]}
  - {id: T70, task: Post, lane: ROL-A-1, automatic: true, to: J90}
  - {id: W71, wait: Not posted, attached_to: T70, after: 1 h, interrupts: false, informs: [ROL-B-1]}
  - {id: X72, exception: Post is down, attached_to: T70, share: 3%, to: E99}
  - {id: C80, call: Check, lane: ROL-A-1, to_process: MIC-A-020}
  - {id: J90, join: all}
  - {id: O95, options: What else?, paths: [{when: a gift, to: W96}, {when: a letter, to: W97}]}
  - {id: W96, wait: A week, after: 5 bd, to: J98}
  - {id: W97, wait: The answer, from: EXT-X}
  - {id: J98, join: any}
  - {id: E99, end: Over, cancels_all: true}
  - {id: N100, note: Changes next year, about: T20}
  - {id: E110, end: Sold, to_process: MIC-B-010, sends: [DOC-OFFER]}
"""
OTHERS = (
    micro("MIC-B-010", "  - {id: S10, start: Asked, lane: ROL-B-1}\n", name="Write the contract", macro="MAC-B"),
    micro("MIC-A-020", "  - {id: S10, start: Asked, lane: ROL-A-1}\n", name="Check the client"),
    ("processes/catalog/documents.yaml", "documents:\n  - {id: DOC-OFFER, name: Offer sheet, type: Letter}\n"),
    ("processes/catalog/externals.yaml", "externals:\n  - {id: EXT-X, name: Client}\n"),
    ("processes/catalog/systems.yaml", "systems:\n  - {id: SYS-CRM, name: The CRM, type: crm}\n"),
)


def drawn(steps: str, *others: tuple[str, str]) -> Diagram:
    linker = linker_of(micro("MIC-A-010", steps), *others)
    model = linker.atlas.get("MIC-A-010", Micro)
    assert model is not None
    return swimlane(linker, model)


def test_every_step_kind_has_its_symbol() -> None:
    diagram = drawn(EVERYTHING, *OTHERS)

    assert {node.id: node.kind for node in diagram.nodes} == {
        "S10": NodeKind.START_MESSAGE,
        "T20": NodeKind.TASK_USER,
        "T20-out": NodeKind.DATA,
        "G30": NodeKind.EXCLUSIVE,
        "A40": NodeKind.APPROVAL,
        "H50": NodeKind.HANDOFF,
        "P60": NodeKind.PARALLEL,
        "T70": NodeKind.TASK_SYSTEM,
        "W71": NodeKind.WAIT_TIMER,
        "X72": NodeKind.EXCEPTION,
        "C80": NodeKind.CALL,
        "J90": NodeKind.JOIN_ALL,
        "O95": NodeKind.INCLUSIVE,
        "W96": NodeKind.WAIT_TIMER,
        "W97": NodeKind.WAIT_MESSAGE,
        "J98": NodeKind.JOIN_ANY,
        "E99": NodeKind.END_TERMINATE,
        "N100": NodeKind.NOTE,
        "E110": NodeKind.END_MESSAGE,
    }


def test_lanes_tell_commercial_from_non_commercial_and_external() -> None:
    steps = (
        "  - {id: S10, start: Asked, lane: EXT-X}\n"
        "  - {id: T20, task: Offer, lane: ROL-A-1}\n"
        "  - {id: T30, task: Write, lane: ROL-B-1}\n"
        "  - {id: E40, end: Done}\n"
    )

    lanes = drawn(steps, *OTHERS).lanes

    assert [(lane.name, lane.side) for lane in lanes] == [
        ("Client", Side.EXTERNAL),
        ("Seller", Side.COMMERCIAL),
        ("Lawyer", Side.NON_COMMERCIAL),
    ]


def test_arrows_carry_condition_share_and_bound() -> None:
    edges = {edge.id: edge for edge in drawn(EVERYTHING, *OTHERS).edges}

    assert edges["G30-A40"].label == "yes 30%"
    assert edges["A40-T20"].label == "Refused (max. 2×)"
    assert edges["A40-T20"].is_rework
    assert edges["A40-T20"].title == ("A40 Agreed? → T20 Offer: Refused (max. 2×); at most 2×, then E99: Do it again")
    assert edges["X72-E99"].label == "3%"
    assert "A40-E99" not in edges


def test_a_used_up_bound_is_drawn_only_where_it_is_the_only_way_to_a_step() -> None:
    steps = (
        "  - {id: S10, start: Asked, lane: ROL-A-1}\n"
        "  - {id: T20, task: Offer, lane: ROL-A-1}\n"
        "  - id: G30\n    choice: Good?\n    paths:\n"
        '      - {when: "yes", to: E40}\n'
        '      - {when: "no", to: T20, rework: {max: 2, then: E50, why: Again}}\n'
        "  - {id: E40, end: Done}\n"
        "  - {id: E50, end: Given up}\n"
    )

    assert [(edge.id, edge.label) for edge in drawn(steps).edges if edge.target == "E50"] == [
        ("G30-E50", "limit used up")
    ]


def test_only_documents_that_leave_the_process_are_drawn_and_each_once() -> None:
    diagram = drawn(EVERYTHING, *OTHERS)

    assert [(node.id, node.host, node.label) for node in diagram.nodes if node.kind is NodeKind.DATA] == [
        ("T20-out", "T20", "Offer sheet")
    ]
    assert [(edge.source, edge.target) for edge in diagram.edges if edge.kind is EdgeKind.ASSOCIATION] == [
        ("T20", "T20-out"),
        ("T20", "N100"),
    ]


def test_a_click_leads_to_the_row_or_to_the_other_process() -> None:
    nodes = {node.id: node for node in drawn(EVERYTHING, *OTHERS).nodes}

    assert nodes["T20"].href == "#t20"
    assert nodes["H50"].href == "MIC-B-010.html"
    assert nodes["H50"].detail == "→ Write the contract"
    assert nodes["C80"].href == "MIC-A-020.html"
    assert nodes["E110"].label == "Sold → Write the contract"
    assert nodes["T20"].title == "T20 Task: Offer (Seller)"


def test_what_stands_on_a_border_knows_its_task_and_whether_it_breaks_it_off() -> None:
    nodes = {node.id: node for node in drawn(EVERYTHING, *OTHERS).nodes}

    assert [(nodes[name].host, nodes[name].is_interrupting) for name in ("W71", "X72")] == [
        ("T70", False),
        ("T70", True),
    ]


def test_a_step_of_which_nobody_said_who_does_it_gets_a_lane_that_says_so() -> None:
    diagram = drawn("  - {id: S10, start: Asked}\n  - {id: T20, task: Offer}\n  - {id: E30, end: Done}\n")

    assert [lane.name for lane in diagram.lanes] == ["Nobody named yet"]


def test_a_way_to_a_step_that_does_not_exist_is_left_out() -> None:
    diagram = drawn("  - {id: S10, start: Asked, lane: ROL-A-1, to: T99}\n  - {id: E30, end: Done}\n")

    assert diagram.edges == ()


def test_ways_over_the_border_of_the_sales_side_are_marked() -> None:
    edges = {edge.id: edge.crosses_boundary for edge in drawn(EVERYTHING, *OTHERS).edges}

    assert edges["G30-A40"]
    assert not edges["S10-T20"]
