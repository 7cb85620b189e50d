"""Hand-offs, documents, rings and order over the whole map."""

from collections.abc import Callable

import pytest

from processmap.graph import Dependencies, HandoffKind, InternalCrossing, MapGraph, crossings, internal_crossings
from processmap.graph.rings import process_counts, shortest_ring

MapFrom = Callable[[dict[str, str]], MapGraph]

CATALOGUES = {
    "processes/map.yaml": "client: Exemplo\ntitle: Mapa\nareas: [ARE-B, ARE-A]\n",
    "processes/catalog/areas.yaml": """
        areas:
          - {id: ARE-A, name: Vendas, commercial: true}
          - {id: ARE-B, name: Jurídico, commercial: false}
          - {id: ARE-D, name: Obras, commercial: false}
          - {id: ARE-C, name: Cobrança, commercial: false}
    """,
    "itos/roles.yaml": """
        roles:
          - {id: ROL-A, name: Vendedor, area: ARE-A, level: specialist}
          - {id: ROL-B, name: Advogado, area: ARE-B, level: specialist}
    """,
}


def macro(name: str, *, area: str, order: int) -> dict[str, str]:
    head = f"kind: macro\nid: MAC-{name}\nname: Macro\nclass: core\n"
    text = f"{head}area: {area}\nowner: ROL-A\norder: {order}\npurpose: Vender\n"
    return {f"processes/MAC-{name}.yaml": text}


def micro(name: str, steps: str, *, of: str = "MAC-A", order: int = 10) -> dict[str, str]:
    head = f"kind: micro\nid: {name}\nname: Micro\nmacro: {of}\norder: {order}\nowner: ROL-A\nsteps:"
    return {f"processes/{name}.yaml": head + steps}


ASKED = micro(
    "MIC-B-010",
    """
  - {id: S10, start: Pedido de Vendas, lane: ROL-B, from: [MIC-A-010], receives: [DOC-P]}
  - {id: T20, task: Redigir minuta, lane: ROL-B, in: [DOC-P], out: [DOC-M], to: E90}
  - {id: S30, start: Pedido de outro, lane: ROL-A, from: [EXT-X]}
  - {id: E90, end: Minuta pronta, lane: ROL-B, returns: [DOC-M]}
""",
    of="MAC-B",
)


def asking(handoff: str) -> dict[str, str]:
    return micro(
        "MIC-A-010", f"\n  - {{id: S10, start: Pedido, lane: ROL-A}}\n  - {handoff}\n  - {{id: E90, end: Feito}}\n"
    )


def two_areas(handoff: str) -> dict[str, str]:
    macros = macro("A", area="ARE-A", order=10) | macro("B", area="ARE-B", order=20)
    return CATALOGUES | macros | ASKED | asking(handoff)


def test_a_sender_reaches_the_start_whose_from_names_it(map_from: MapFrom) -> None:
    graph = map_from(
        two_areas(
            "{id: H20, handoff: Ir, lane: ROL-A, to_process: MIC-B-010, sends: [DOC-P], returns: [DOC-M], ola: SLA-1}"
        )
    )

    (found,) = graph.handoffs

    assert (found.kind, found.source, found.target) == (HandoffKind.HANDOFF, "MIC-A-010/H20", "MIC-B-010/S10")
    assert (found.sends, found.returns, found.ola) == (("DOC-P",), ("DOC-M",), "SLA-1")
    assert (found.source_area, found.target_area) == ("ARE-A", "ARE-B")
    assert found.is_cross_area
    assert found.crosses_commercial_boundary


def test_a_named_start_is_the_one_that_is_reached(map_from: MapFrom) -> None:
    graph = map_from(two_areas("{id: C20, call: Pedir, lane: ROL-A, to_process: MIC-B-010/S30}"))

    (found,) = graph.handoffs

    assert (found.kind, found.target, found.is_cross_area) == (HandoffKind.CALL, "MIC-B-010/S30", False)


@pytest.mark.parametrize("target", ["MIC-B-010/S99", "MIC-Z-010"])
def test_a_target_that_does_not_exist_is_kept_without_a_start(map_from: MapFrom, target: str) -> None:
    graph = map_from(two_areas(f"{{id: H20, handoff: Pedir, lane: ROL-A, to_process: {target}}}"))

    (found,) = graph.handoffs

    assert found.target_start is None
    assert found.target == target.partition("/")[0]


def test_crossings_count_by_pair_of_areas(map_from: MapFrom) -> None:
    graph = map_from(two_areas("{id: H20, handoff: Pedir, lane: ROL-A, to_process: MIC-B-010}"))

    assert crossings(graph) == {("ARE-A", "ARE-B"): 1}
    assert process_counts(graph) == {("MIC-A-010", "MIC-B-010"): 1}


def test_an_arrow_between_lanes_of_two_areas_is_an_internal_crossing(map_from: MapFrom) -> None:
    graph = map_from(two_areas("{id: T20, task: Assinar, lane: ROL-B}"))

    assert list(internal_crossings(graph)) == [
        InternalCrossing("MIC-A-010", "S10", "T20", "ARE-A", "ARE-B"),
        InternalCrossing("MIC-B-010", "S30", "E90", "ARE-A", "ARE-B"),
    ]
    assert crossings(graph) == {}


def test_areas_come_as_map_yaml_orders_them_then_as_listed(map_from: MapFrom) -> None:
    graph = map_from(CATALOGUES)

    assert [area.id for area in graph.areas] == ["ARE-B", "ARE-A", "ARE-D", "ARE-C"]


def test_micros_come_by_the_order_of_their_macro_then_their_own(map_from: MapFrom) -> None:
    macros = macro("A", area="ARE-A", order=20) | macro("B", area="ARE-B", order=10)
    graph = map_from(
        macros
        | micro("MIC-A-010", " []", order=20)
        | micro("MIC-A-020", " []", order=10)
        | micro("MIC-B-010", " []", of="MAC-B")
    )

    assert [found.id for found in graph.micros] == ["MIC-B-010", "MIC-A-020", "MIC-A-010"]
    assert [found.id for found in graph.micros_of("MAC-A")] == ["MIC-A-020", "MIC-A-010"]


def test_a_document_knows_who_makes_and_who_uses_it(map_from: MapFrom) -> None:
    graph = map_from(
        two_areas("{id: H20, handoff: Pedir, lane: ROL-A, to_process: MIC-B-010, sends: [DOC-P], returns: [DOC-M]}")
    )

    minute, request = graph.document_uses["DOC-M"], graph.document_uses["DOC-P"]

    assert minute.produced_by == ("MIC-B-010/T20",)
    assert minute.received_by == ("MIC-A-010/H20",)
    assert minute.sent_by == ("MIC-B-010/E90",)
    assert request.received_by == ("MIC-B-010/S10",)
    assert request.consumed_by == ("MIC-B-010/T20",)
    assert request.sent_by == ("MIC-A-010/H20",)


def test_references_are_found_both_ways(map_from: MapFrom) -> None:
    graph = map_from(two_areas("{id: H20, handoff: Pedir, lane: ROL-A, to_process: MIC-B-010/S10}"))

    back = [(mention.source, mention.reference.path) for mention in graph.references_to("MIC-B-010")]

    assert back == [("MIC-A-010", ("steps", 1, "to_process"))]
    assert graph.references_to("MIC-Z-999") == ()
    assert graph.references_from("MIC-Z-999") == ()
    assert ("MIC-B-010", "EXT-X") in {(mention.source, mention.target) for mention in graph.mentions()}
    assert graph.references_to("EXT-X") == ()


def chain(*pairs: tuple[str, str]) -> dict[str, str]:
    names = sorted({name for pair in pairs for name in pair})
    found = macro("A", area="ARE-A", order=10)
    for name in names:
        ends = [target for source, target in pairs if source == name]
        steps = "\n  - {id: S10, start: Começou, lane: ROL-A}\n" + "".join(
            f"  - {{id: C{index}, call: Ir, lane: ROL-A, to_process: {target}}}\n"
            for index, target in enumerate(ends, 2)
        )
        found |= micro(name, steps)
    return found


def test_upstream_and_downstream_are_transitive(map_from: MapFrom) -> None:
    found = Dependencies(map_from(chain(("MIC-A-1", "MIC-A-2"), ("MIC-A-2", "MIC-A-3"))))

    assert found.downstream("MIC-A-1") == ("MIC-A-2", "MIC-A-3")
    assert found.upstream("MIC-A-3") == ("MIC-A-1", "MIC-A-2")
    assert found.downstream("MIC-A-9") == ()
    assert found.rings == ()


def test_a_micro_in_a_ring_is_downstream_of_itself(map_from: MapFrom) -> None:
    graph = map_from(chain(("MIC-A-1", "MIC-A-2"), ("MIC-A-2", "MIC-A-1"), ("MIC-A-3", "MIC-A-3")))
    found = Dependencies(graph)

    assert found.rings == (("MIC-A-1", "MIC-A-2"), ("MIC-A-3",))
    assert found.downstream("MIC-A-1") == ("MIC-A-1", "MIC-A-2")
    assert found.upstream("MIC-A-3") == ("MIC-A-3",)


def test_the_printed_ring_is_the_shortest_through_its_first_member(map_from: MapFrom) -> None:
    graph = map_from(
        chain(
            ("MIC-A-1", "MIC-A-2"),
            ("MIC-A-2", "MIC-A-3"),
            ("MIC-A-3", "MIC-A-1"),
            ("MIC-A-1", "MIC-A-4"),
            ("MIC-A-4", "MIC-A-1"),
        )
    )
    (members,) = Dependencies(graph).rings

    assert members == ("MIC-A-1", "MIC-A-2", "MIC-A-3", "MIC-A-4")
    assert shortest_ring(members, graph.handoffs) == ("MIC-A-1", "MIC-A-4")
    assert shortest_ring(("MIC-A-2", "MIC-A-1", "MIC-A-3"), graph.handoffs) == ("MIC-A-2", "MIC-A-3", "MIC-A-1")


def test_there_is_no_ring_where_nothing_leads_back(map_from: MapFrom) -> None:
    graph = map_from(chain(("MIC-A-1", "MIC-A-2")))

    with pytest.raises(ValueError, match="no ring leads back to MIC-A-1"):
        shortest_ring(("MIC-A-1", "MIC-A-2"), graph.handoffs)


def test_macros_follow_their_handoffs_and_then_their_order(map_from: MapFrom) -> None:
    macros = (
        macro("A", area="ARE-A", order=30) | macro("B", area="ARE-B", order=20) | macro("C", area="ARE-B", order=10)
    )
    graph = map_from(macros | ASKED | asking("{id: C20, call: Pedir, lane: ROL-A, to_process: MIC-B-010}"))

    assert Dependencies(graph).macro_order == ("MAC-C", "MAC-A", "MAC-B")
