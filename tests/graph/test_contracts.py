"""Both sides of hand-offs, rings of them, and what passes the border of a macro."""

from collections.abc import Callable

import pytest

from processmap.graph import MapGraph, Passage, contract_rings

MapFrom = Callable[[dict[str, str]], MapGraph]

CATALOGUES = {
    "processes/map.yaml": "client: Exemplo\ntitle: Mapa\nareas: [ARE-A, ARE-B]\n",
    "processes/catalog/areas.yaml": (
        "areas:\n  - {id: ARE-A, name: Vendas, commercial: true}\n  - {id: ARE-B, name: Jurídico, commercial: false}\n"
    ),
    "processes/catalog/externals.yaml": "externals:\n  - {id: EXT-X, name: Cliente}\n",
    "itos/roles.yaml": (
        "roles:\n  - {id: ROL-A, name: Vendedor, area: ARE-A, level: specialist, headcount: 1}\n"
        "  - {id: ROL-B, name: Advogado, area: ARE-B, level: specialist, headcount: 2}\n"
    ),
}


def macro(name: str) -> dict[str, str]:
    head = f"kind: macro\nid: MAC-{name}\nname: Macro\nclass: core\narea: ARE-{name}\n"
    return {f"processes/MAC-{name}.yaml": f"{head}owner: ROL-{name}\norder: 10\npurpose: Vender\n"}


def micro(number: int, steps: str, *, of: str = "A", status: str = "published") -> dict[str, str]:
    name = f"MIC-{of}-{number:03d}"
    head = f"kind: micro\nid: {name}\nname: Micro {number}\nmacro: MAC-{of}\nowner: ROL-{of}\n"
    return {f"processes/{name}.yaml": f"{head}doc: {{status: {status}}}\nsteps:\n{steps}"}


def start(step: str, *, lane: str = "ROL-A", **keys: str) -> str:
    written = "".join(f", {key}: {value}" for key, value in keys.items())
    return f"  - {{id: {step}, start: Começo, lane: {lane}{written}}}\n"


def handoff(step: str, target: str, keys: str = "") -> str:
    return f"  - {{id: {step}, handoff: Pedir, lane: ROL-A, to_process: {target}{keys}}}\n"


END = "  - {id: E90, end: Feito}\n"
BASE = CATALOGUES | macro("A") | macro("B")


def ring_of(graph: MapGraph) -> list[str]:
    return [contract.handoff.source for ring in contract_rings(graph) for contract in ring.contracts]


def test_what_is_sent_tells_which_of_two_starts_is_meant(map_from: MapFrom) -> None:
    graph = map_from(
        BASE
        | micro(10, start("S10") + handoff("H20", "MIC-B-010", ", sends: [DOC-Q]") + END)
        | micro(
            10,
            start("S10", **{"from": "[MIC-A-010]", "receives": "[DOC-P]", "to": "E90"})
            + start("S15", **{"from": "[MIC-A-010]", "receives": "[DOC-Q]"})
            + END,
            of="B",
        )
    )

    (contract,) = graph.contracts.all

    assert contract.handoff.target == "MIC-B-010/S15"
    assert contract.is_mutual
    assert not contract.names_its_start
    assert not contract.waits


@pytest.mark.parametrize("status", ["planned", "retired"])
def test_planned_and_retired_processes_have_no_contracts(map_from: MapFrom, status: str) -> None:
    sender = micro(10, start("S10") + handoff("H20", "MIC-B-010") + END)
    other = micro(10, start("S10") + END, of="B", status=status)

    assert map_from(BASE | sender | other).contracts.all == ()


def test_a_ring_is_closed_at_a_start_and_not_at_a_process(map_from: MapFrom) -> None:
    asking = start("S10") + handoff("H20", "MIC-A-020", ", returns: [DOC-P]") + END
    answering = start("S15", **{"from": "[MIC-A-020]", "to": "E90"})
    asked = start("S10", **{"from": "[MIC-A-010]"}) + handoff("H20", "MIC-A-010/S15", ", returns: [DOC-Q]") + END

    apart = map_from(BASE | micro(10, answering + asking) | micro(20, asked))
    closed = map_from(BASE | micro(10, answering.replace("E90", "H20") + asking) | micro(20, asked))

    assert contract_rings(apart) == ()
    assert ring_of(closed) == ["MIC-A-010/H20", "MIC-A-020/H20"]


def two_way(choice: str, keys: str) -> dict[str, str]:
    one = start("S10", **{"from": "[MIC-A-020]"}) + choice + handoff("H20", "MIC-A-020", keys) + END
    other = start("S10", **{"from": "[MIC-A-010]"}) + handoff("H20", "MIC-A-010", keys) + END
    return BASE | micro(10, one) | micro(20, other)


LEAVES = "  - {id: G15, choice: Basta?, paths: [{when: Sim, to: E90}, {when: Não, to: H20}]}\n"
BOTH = "  - {id: P15, parallel: Fazer, paths: [{to: E90}, {to: H20}]}\n"


@pytest.mark.parametrize(("choice", "can_be_left"), [("", False), (LEAVES, True), (BOTH, False)])
def test_a_ring_can_be_left_where_a_case_may_end_without_handing_on(
    map_from: MapFrom, choice: str, can_be_left: bool
) -> None:
    (ring,) = contract_rings(map_from(two_way(choice, "")))

    assert ring.can_be_left is can_be_left
    assert not ring.waits_throughout
    assert not ring.is_bounded


def test_a_ring_waits_throughout_if_every_sender_waits(map_from: MapFrom) -> None:
    (ring,) = contract_rings(map_from(two_way("", ", returns: [DOC-P]")))

    assert ring.waits_throughout


def test_a_process_that_hands_over_to_itself_is_a_ring_of_one(map_from: MapFrom) -> None:
    graph = map_from(BASE | micro(10, start("S10", **{"from": "[MIC-A-010]"}) + handoff("H20", "MIC-A-010") + END))

    assert ring_of(graph) == ["MIC-A-010/H20"]


def test_handoffs_and_externals_make_the_sipoc(map_from: MapFrom) -> None:
    graph = map_from(
        BASE
        | micro(
            10,
            start("S10", **{"from": "[EXT-X]", "receives": "[DOC-P]"})
            + handoff("H20", "MIC-B-010", ", sends: [DOC-P], returns: [DOC-R]")
            + "  - {id: W30, wait: Respondeu?, from: EXT-X, out: [DOC-S]}\n"
            + "  - {id: T40, task: Entregar, lane: ROL-A, out: [DOC-T], delivers_to: [EXT-X]}\n"
            + END,
        )
        | micro(10, start("S10", lane="ROL-B", **{"from": "[MIC-A-010]", "receives": "[DOC-P]"}) + END, of="B")
    )

    sales, legal = graph.sipocs["MAC-A"], graph.sipocs["MAC-B"]

    assert sales.suppliers == ("ARE-B", "EXT-X")
    assert sales.inputs == ("DOC-R", "DOC-P", "DOC-S")
    assert sales.outputs == ("DOC-P", "DOC-T")
    assert sales.customers == ("ARE-B", "EXT-X")
    assert legal.incoming == (Passage("ARE-A", ("DOC-P",), "MIC-B-010", "S10"),)
    assert legal.outgoing == (Passage("ARE-A", ("DOC-R",), "MIC-B-010", "S10"),)


def test_what_stays_inside_a_macro_or_is_retired_passes_no_border(map_from: MapFrom) -> None:
    inside = micro(10, start("S10") + handoff("H20", "MIC-A-020", ", sends: [DOC-P]") + END)
    retired = micro(30, start("S10", **{"from": "[EXT-X]", "receives": "[DOC-P]"}) + END, status="retired")
    graph = map_from(BASE | inside | micro(20, start("S10", **{"from": "[MIC-A-010]"}) + END) | retired)

    assert graph.sipocs["MAC-A"].incoming == graph.sipocs["MAC-A"].outgoing == ()


def test_processes_of_the_value_chain_are_linked_by_handoffs_and_by_documents(map_from: MapFrom) -> None:
    made = "  - {id: T20, task: Fazer, lane: ROL-A, out: [DOC-P]}\n"
    read = "  - {id: T20, task: Ver, lane: ROL-B, reads: [DOC-P]}\n"
    graph = map_from(BASE | micro(10, start("S10") + made + END) | micro(20, start("S10") + read + END))

    chain = graph.value_chain

    assert [found.id for found in chain.micros] == ["MIC-A-010", "MIC-A-020"]
    assert chain.links == ((0, 2), (1, 2))
    assert chain.workplaces == {"ROL-A": (0,), "ROL-B": (1,)}
    assert chain.share_lost_without("ROL-A") == 1
    assert chain.share_lost_without("ROL-Z") == 0
    assert chain.cut_points == ()
