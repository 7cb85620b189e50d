from tests.views.small_maps import linker_of, micro

from processmap.model.macro import Macro
from processmap.views.dependencies import dependency_map
from processmap.views.diagram import NodeKind, Side
from processmap.views.linking import Linker
from processmap.views.networks import area_network, neighbourhood

SELL = """
  - {id: S10, start: Asked, lane: ROL-A-1}
  - {id: H20, handoff: Ask for a contract, lane: ROL-A-1, to_process: MIC-B-010, sends: [DOC-OFFER]}
  - {id: H30, handoff: Ask for another, lane: ROL-A-1, to_process: MIC-B-010, sends: [DOC-OFFER]}
  - {id: C40, call: Check, lane: ROL-A-1, to_process: MIC-A-020}
  - {id: E50, end: Done}
"""
FILES = (
    micro("MIC-A-010", SELL),
    micro("MIC-A-020", "  - {id: S10, start: Asked, lane: ROL-A-1}\n", name="Check the client"),
    micro("MIC-B-010", "  - {id: S10, start: Asked, lane: ROL-B-1}\n", name="Write the contract", macro="MAC-B"),
    ("processes/catalog/documents.yaml", "documents:\n  - {id: DOC-OFFER, name: Offer sheet, type: Letter}\n"),
)


def page_linker(page: str) -> Linker:
    return linker_of(*FILES, page=page)


def test_the_dependency_map_has_a_lane_per_area_and_one_arrow_per_pair_of_processes() -> None:
    diagram = dependency_map(page_linker("map/interdependence.md"))

    assert [(lane.name, lane.side) for lane in diagram.lanes] == [
        ("Sales", Side.COMMERCIAL),
        ("Legal", Side.NON_COMMERCIAL),
    ]
    assert [(node.id, node.kind, node.lane, node.href) for node in diagram.nodes] == [
        ("MIC-A-010", NodeKind.PROCESS, "ARE-COM", "micro/MIC-A-010.html"),
        ("MIC-A-020", NodeKind.PROCESS, "ARE-COM", "micro/MIC-A-020.html"),
        ("MIC-B-010", NodeKind.PROCESS, "ARE-JUR", "micro/MIC-B-010.html"),
    ]
    assert [(edge.id, edge.crosses_boundary, edge.title) for edge in diagram.edges] == [
        ("MIC-A-010-MIC-B-010", True, "Sell one → Write the contract: Offer sheet"),
        ("MIC-A-010-MIC-A-020", False, "Sell one → Check the client: Call"),
    ]


def test_the_graph_of_areas_counts_hand_offs() -> None:
    network = area_network(page_linker("map/interdependence.md"))

    assert [(node.label, node.side, node.href) for node in network.nodes] == [
        ("Sales", Side.COMMERCIAL, "area/ARE-COM.html"),
        ("Legal", Side.NON_COMMERCIAL, "area/ARE-JUR.html"),
    ]
    assert [(edge.source, edge.target, edge.count, edge.label, edge.crosses_boundary) for edge in network.edges] == [
        ("ARE-COM", "ARE-JUR", 2, "2", True)
    ]


def test_the_neighbourhood_of_a_macro_reaches_one_hop_and_knows_what_is_its_own() -> None:
    linker = page_linker("map/macro/MAC-B.md")
    macro = linker.atlas.get("MAC-B", Macro)
    assert macro is not None

    network = neighbourhood(linker, macro)

    assert [(node.id, node.is_focus, node.group) for node in network.nodes] == [
        ("MIC-A-010", False, "Sell"),
        ("MIC-B-010", True, "Contract"),
    ]
    assert [(edge.source, edge.target, edge.count, edge.label) for edge in network.edges] == [
        ("MIC-A-010", "MIC-B-010", 2, "Offer sheet")
    ]


def test_a_process_that_hands_over_to_one_that_does_not_exist_is_still_drawn() -> None:
    steps = (
        "  - {id: S10, start: Asked, lane: ROL-A-1}\n"
        "  - {id: H20, handoff: Ask, lane: ROL-A-1, to_process: MIC-X-999, sends: []}\n"
        "  - {id: E50, end: Done}\n"
    )

    diagram = dependency_map(linker_of(micro("MIC-A-010", steps)))

    assert ([node.id for node in diagram.nodes], diagram.edges) == (["MIC-A-010"], ())
