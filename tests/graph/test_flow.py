"""The control flow of one micro: arrows, lanes, reachability."""

from collections.abc import Callable

from processmap.graph import Arrow, ArrowKind, Flow
from processmap.values.percents import parse_percent

FlowFrom = Callable[[str], Flow]


def pairs(flow: Flow) -> list[tuple[str, str]]:
    return [(arrow.source, arrow.target) for arrow in flow.arrows]


def test_the_next_step_is_the_next_item(flow: FlowFrom) -> None:
    found = flow("""
        - {id: S10, start: Pedido recebido, lane: ROL-A}
        - {id: T20, task: Registrar pedido, lane: ROL-A}
        - {id: E90, end: Pedido registrado}
    """)

    assert found.arrows == (Arrow("S10", "T20", ("steps", 0)), Arrow("T20", "E90", ("steps", 1)))
    assert all(arrow.is_next_item for arrow in found.arrows)


def test_a_written_target_replaces_the_next_item(flow: FlowFrom) -> None:
    found = flow("""
        - {id: S10, start: Pedido recebido, lane: ROL-A, to: T30}
        - {id: T20, task: Corrigir pedido, lane: ROL-A}
        - {id: T30, task: Registrar pedido, lane: ROL-A}
        - {id: E90, end: Pedido registrado}
    """)

    assert found.outgoing["S10"] == (Arrow("S10", "T30", ("steps", 0, "to")),)
    assert not found.outgoing["S10"][0].is_next_item


def test_attached_steps_and_notes_are_skipped_over(flow: FlowFrom) -> None:
    found = flow("""
        - {id: T20, task: Registrar pedido, lane: ROL-A}
        - {id: W25, wait: Ainda aberto, attached_to: T20, after: 1 h, interrupts: "false"}
        - {id: X26, exception: Sistema fora do ar, attached_to: T20, to: E90}
        - {id: N27, note: Confira o CNPJ, about: T20}
        - {id: E90, end: Pedido registrado}
    """)

    assert pairs(found) == [("T20", "E90"), ("X26", "E90")]
    assert found.outgoing["W25"] == ()
    assert found.outgoing["N27"] == ()
    assert found.outgoing["X26"][0].kind is ArrowKind.ATTACHED


def test_an_exception_carries_its_share_to_the_arrow(flow: FlowFrom) -> None:
    found = flow("""
        - {id: T20, task: Registrar pedido, lane: ROL-A, to: E90}
        - {id: X26, exception: Sistema fora do ar, attached_to: T20, share: "3%", to: E90}
        - {id: E90, end: Pedido registrado}
    """)

    assert found.outgoing["X26"][0].share == parse_percent("3%")


def test_of_two_adjacent_starts_the_first_has_no_next_item(flow: FlowFrom) -> None:
    found = flow("""
        - {id: S10, start: Pedido por telefone, lane: ROL-A}
        - {id: S15, start: Pedido pelo portal, lane: ROL-A}
        - {id: T20, task: Registrar pedido, lane: ROL-A}
        - {id: E90, end: Pedido registrado}
    """)

    assert found.outgoing["S10"] == ()
    assert pairs(found) == [("S15", "T20"), ("T20", "E90")]


def test_an_end_has_no_exit_even_if_an_item_follows(flow: FlowFrom) -> None:
    found = flow("""
        - {id: S10, start: Pedido recebido, lane: ROL-A}
        - {id: E90, end: Pedido registrado}
        - {id: E95, end: Pedido recusado}
    """)

    assert pairs(found) == [("S10", "E90")]


def test_the_last_item_has_no_next_item(flow: FlowFrom) -> None:
    found = flow("- {id: T20, task: Registrar pedido, lane: ROL-A}")

    assert found.arrows == ()
    assert found.unresolved == ()


def test_an_unknown_target_is_kept_with_its_path(flow: FlowFrom) -> None:
    found = flow("""
        - id: G10
          choice: Aprovado?
          paths:
            - {when: Sim, to: E90}
            - {when: Não, to: T99}
        - {id: E90, end: Pedido registrado}
    """)

    assert pairs(found) == [("G10", "E90")]
    assert found.unresolved == (Arrow("G10", "T99", ("steps", 0, "paths", 1, "to"), label="Não"),)


def test_rework_adds_the_arrow_for_a_used_up_bound(flow: FlowFrom) -> None:
    found = flow("""
        - {id: T20, task: Montar proposta, lane: ROL-A}
        - id: T30
          task: Conferir proposta
          lane: ROL-A
          to: T20
          rework: {max: 2, then: E99, why: Erro de preço}
        - {id: E99, end: Perdida}
    """)

    assert [(arrow.target, arrow.kind, arrow.path) for arrow in found.outgoing["T30"]] == [
        ("T20", ArrowKind.SEQUENCE, ("steps", 1, "to")),
        ("E99", ArrowKind.BOUND, ("steps", 1, "rework", "then")),
    ]


def test_a_wait_path_is_labelled_by_its_answer_or_its_time(flow: FlowFrom) -> None:
    found = flow("""
        - id: W10
          wait: Cliente respondeu?
          paths:
            - {when: Aceitou, to: E90}
            - {after: 5 du, to: E90}
        - {id: E90, end: Respondido}
    """)

    assert [arrow.label for arrow in found.arrows] == ["Aceitou", "5 bd"]


def test_the_negotiation_example_has_these_arrows(example: FlowFrom) -> None:
    found = example("MIC-COM-020")

    assert [f"{a.source}-{a.label or ''}-{a.target}" for a in found.arrows if a.kind is ArrowKind.SEQUENCE] == [
        "S10--T20", "T20--G30",
        "G30-Executivo-T60", "G30-Gerente-A40", "G30-Diretor-A45", "G30-Recusado-T20",
        "A40-Aprovado-T60", "A40-Rejeitado-T20",
        "A45-Aprovado-T60", "A45-Rejeitado-T20",
        "T60--W70",
        "W70-Aceitou-H90", "W70-Fez contraproposta-T20", "W70-Recusou-E99", "W70-5 bd-E99",
        "H90-E90-T100", "H90-E95-E99",
        "T100--W105", "W105-Assinou-E110", "W105-5 bd-E99",
    ]  # fmt: skip
    assert found.unresolved == ()


def test_the_negotiation_example_goes_back_by_its_four_reworks(example: FlowFrom) -> None:
    found = example("MIC-COM-020")

    assert sorted((a.source, a.target) for a in found.back) == [
        ("A40", "T20"), ("A45", "T20"), ("G30", "T20"), ("W70", "T20"),
    ]  # fmt: skip
    assert found.cycles == (("T20", "G30", "A40", "A45", "T60", "W70"),)


def test_a_loop_through_an_exception_is_a_loop(example: FlowFrom) -> None:
    found = example("MIC-FAT-020")

    assert [(a.source, a.target) for a in found.back] == [("T100", "T80")]
    assert found.cycles == (("T80", "T100"),)


def test_the_billing_example_splits_into_three_and_joins_them(example: FlowFrom) -> None:
    found = example("MIC-FAT-020")

    assert [arrow.target for arrow in found.outgoing["P30"]] == ["T40", "T50", "T60"]
    assert [arrow.source for arrow in found.incoming["J70"]] == ["T40", "T50", "T60"]


def test_an_exception_leads_out_of_its_task(example: FlowFrom) -> None:
    found = example("MIC-FAT-020")

    assert {"X85", "W87", "T100", "E95"} <= found.reachable_from("T80")
    assert {"X85", "T80", "S10", "T100"} <= found.reaching("E95")
    assert "T20" not in found.reachable_from("T80")


def test_a_shortest_path_may_lead_through_an_exception(example: FlowFrom) -> None:
    way = example("MIC-FAT-020").shortest_path("S10", "T100")

    assert way is not None
    assert [(arrow.source, arrow.target) for arrow in way] == [
        ("S10", "T20"), ("T20", "P30"), ("P30", "T40"), ("T40", "J70"), ("J70", "T80"), ("X85", "T100"),
    ]  # fmt: skip


def test_there_is_no_shortest_path_backwards_out_of_an_end(example: FlowFrom) -> None:
    assert example("MIC-FAT-020").shortest_path("E90", "S10") is None


def test_reachability_from_an_unknown_step_is_empty(example: FlowFrom) -> None:
    assert example("MIC-FAT-020").reachable_from("T999") == frozenset()


def test_control_steps_stand_in_the_lane_of_the_item_before(flow: FlowFrom) -> None:
    found = flow("""
        - {id: S10, start: Pedido recebido, lane: ROL-A}
        - {id: T20, task: Registrar, lane: ROL-B}
        - {id: W30, wait: Resposta, after: 1 h}
        - {id: J40, join: any}
        - {id: E90, end: Registrado}
    """)

    assert found.lanes == {"S10": "ROL-A", "T20": "ROL-B", "W30": "ROL-B", "J40": "ROL-B", "E90": "ROL-B"}


def test_attached_steps_stand_in_the_lane_of_their_task_and_do_not_hand_it_on(flow: FlowFrom) -> None:
    found = flow("""
        - {id: T20, task: Registrar, lane: ROL-A}
        - {id: T30, task: Conferir, lane: ROL-B}
        - {id: X35, exception: Falha, attached_to: T20, to: E90}
        - {id: E90, end: Registrado}
    """)

    assert found.lanes["X35"] == "ROL-A"
    assert found.lanes["E90"] == "ROL-B"


def test_an_approval_without_a_lane_stands_in_its_first_approvers(flow: FlowFrom) -> None:
    found = flow("""
        - {id: T20, task: Registrar, lane: ROL-A}
        - id: A30
          approval: Aprova?
          approvers: [ROL-C, ROL-B]
          paths: [{when: Sim, to: E90}, {when: Não, to: E90}]
        - {id: E90, end: Registrado}
    """)

    assert found.lanes["A30"] == "ROL-C"


def test_a_start_without_a_lane_stands_in_that_of_the_step_that_follows(flow: FlowFrom) -> None:
    found = flow("""
        - {id: S10, start: Pedido recebido, to: T30}
        - {id: T20, task: Registrar, lane: ROL-A}
        - {id: S25, start: Pedido devolvido}
        - {id: T30, task: Conferir, lane: ROL-B}
        - {id: E90, end: Registrado}
    """)

    assert found.lanes["S10"] == "ROL-B"
    assert found.lanes["S25"] == "ROL-B"


def test_a_flow_without_steps_is_empty(flow: FlowFrom) -> None:
    found = flow("[]")

    assert (found.arrows, found.unresolved, dict(found.lanes), found.cycles) == ((), (), {}, ())
