"""PM2 beyond the examples of its pages: what is found, and above all what is not."""

from collections.abc import Callable

LinesOfFlow = Callable[..., list[str]]

_START = "  - {id: S10, start: Cliente pede troca, lane: ROL-VENDEDOR, from: [EXT-CLIENTE]}\n"
_PARALLEL = "  - id: P20\n    parallel: Avisar todos\n    paths:\n      - {to: T30}\n      - {to: T40}\n"
_MICRO = "in MIC-VEN-030 (Trocar cesta)"


def _task(step: str, to: str | None = None) -> str:
    return f"  - {{id: {step}, task: Fazer {step}, lane: ROL-VENDEDOR{f', to: {to}' if to else ''}}}\n"


def _end(step: str, *, cancels_all: bool = False) -> str:
    return f"  - {{id: {step}, end: Fim {step}{', cancels_all: true' if cancels_all else ''}}}\n"


def _codes(lines: list[str]) -> list[str]:
    return [f"{line.split(':')[0]} {line.split()[1]} {line.split()[2]}" for line in lines]


def test_parallel_branches_may_finish_at_different_ends(lines_of_flow: LinesOfFlow) -> None:
    steps = _START + _PARALLEL + _task("T30", "E90") + _task("T40", "E95") + _end("E90") + _end("E95")

    assert lines_of_flow(steps) == []


def test_branches_may_meet_at_an_end_that_cancels_all(lines_of_flow: LinesOfFlow) -> None:
    steps = _START + _PARALLEL + _task("T30", "E90") + _task("T40", "E90") + _end("E90", cancels_all=True)

    assert lines_of_flow(steps) == []


def test_a_loop_inside_a_branch_does_not_make_branches_meet(lines_of_flow: LinesOfFlow) -> None:
    choice = (
        "  - id: G50\n    choice: Deu certo?\n    paths:\n      - {when: Sim, to: J60}\n"
        "      - when: Não\n        to: T30\n        rework: {max: 2, then: J60, why: Endereço errado}\n"
    )
    steps = (
        _START + _PARALLEL + _task("T40", "J60") + _task("T30") + choice + "  - {id: J60, join: all}\n" + _end("E90")
    )

    assert lines_of_flow(steps) == []


def test_a_join_any_does_not_join_parallel_branches(lines_of_flow: LinesOfFlow) -> None:
    join = "  - {id: J50, join: any}\n"
    steps = _START + _PARALLEL + _task("T30", "J50") + _task("T40") + join + _end("E90")

    assert lines_of_flow(steps) == [
        (
            f"8:9: warning PM208 P20 (Avisar todos) {_MICRO} opens branches that meet again at J50 without a join; "
            "from there on everything is done twice."
        )
    ]


def test_a_warning_wait_with_a_way_of_its_own_opens_a_branch(lines_of_flow: LinesOfFlow) -> None:
    wait = "  - {id: W35, wait: Cliente ainda espera, attached_to: T30, after: 1 bd, interrupts: false, to: T40}\n"
    joined = "  - {id: J50, join: all}\n"
    steps = _START + _task("T30", "J50") + wait + _task("T40") + joined + _end("E90")

    assert lines_of_flow(steps) == []
    assert _codes(lines_of_flow(steps.replace(joined, _task("J50")))) == ["9 warning PM208"]


def test_a_draft_is_judged_more_mildly(lines_of_flow: LinesOfFlow) -> None:
    doc = "doc: {status: draft}\n"
    steps = _START + _PARALLEL + _task("T30", "E90") + _task("T40", "E90") + _end("E90") + _task("T99")

    assert _codes(lines_of_flow(steps, doc=doc)) == ["9 info PM208", "17 warning PM202"]


def test_a_retired_flow_is_not_checked(lines_of_flow: LinesOfFlow) -> None:
    assert lines_of_flow(_task("T20"), doc="doc: {status: retired}\n") == []


def test_one_finding_for_a_row_of_unreachable_steps(lines_of_flow: LinesOfFlow) -> None:
    steps = _START + _task("T20", "E90") + _task("T30") + _task("T40") + _end("E90")

    assert lines_of_flow(steps) == [
        f"9:10: error PM202 No start leads to T30 (Fazer T30) {_MICRO}, nor to T40 after it; they can never happen."
    ]


def test_one_finding_for_a_ring_that_nothing_leads_into(lines_of_flow: LinesOfFlow) -> None:
    steps = _START + _task("T20", "E90") + _task("T30") + _task("T40", "T30") + _end("E90")

    assert [code for code in _codes(lines_of_flow(steps)) if "PM202" in code] == ["9 error PM202"]


def test_a_wrong_id_hides_what_would_only_follow_from_it(lines_of_flow: LinesOfFlow) -> None:
    steps = _START + _task("T20", "T33") + _task("T30") + _end("E90")

    assert _codes(lines_of_flow(steps)) == ["8 error PM205"]


def test_a_loop_without_a_way_out_is_a_dead_end(lines_of_flow: LinesOfFlow) -> None:
    steps = (
        _START
        + "  - id: G15\n    choice: Tem nota?\n    paths:\n"
        + "      - {when: Tem, to: E90}\n      - {when: Falta, to: T30}\n"
        + _end("E90")
        + _task("T30")
        + "  - {id: T40, task: Pedir nota, lane: ROL-VENDEDOR, to: T30, rework: {max: 2, then: T30, why: Falta}}\n"
    )

    assert [line for line in lines_of_flow(steps) if "PM203" in line] == [
        (
            "14:10: error PM203 MIC-VEN-030 (Trocar cesta) never gets out of T30 (Fazer T30), T40 (Pedir nota) again: "
            "no way leads from there to an end. Shortest way to it: S10 → G15 → T30."
        )
    ]


def test_an_exception_that_leads_nowhere_is_a_dead_end(lines_of_flow: LinesOfFlow) -> None:
    steps = _START + _task("T20") + "  - {id: X25, exception: Caiu a linha, attached_to: T20}\n" + _end("E90")

    assert lines_of_flow(steps) == [
        (
            "9:10: error PM203 MIC-VEN-030 (Trocar cesta) stops at X25 (Caiu a linha): no way leads on from there "
            "to an end. Shortest way to it: S10 → T20 → X25."
        )
    ]


def test_a_wait_that_only_warns_needs_no_way_on(lines_of_flow: LinesOfFlow) -> None:
    wait = "  - {id: W25, wait: Demora, attached_to: T20, after: 1 h, interrupts: false, informs: [ROL-GER-VEN]}\n"

    assert lines_of_flow(_START + _task("T20") + wait + _end("E90")) == []


def test_a_loop_through_an_exception_needs_a_bound(lines_of_flow: LinesOfFlow) -> None:
    exception = "  - {id: X25, exception: Endereço errado, attached_to: T20, to: T30}\n"
    loop = _START + _task("T20", "E90") + exception + "  - {id: T30, task: Corrigir, lane: ROL-VENDEDOR, to: T20%s}\n"
    steps = loop + _end("E90")

    assert lines_of_flow(steps % "") == [
        (
            f"10:55: warning PM210 T30 (Corrigir) {_MICRO} goes back to T20 (Fazer T20), and nothing says how often: "
            "T20 → X25 → T30 → T20."
        )
    ]
    assert lines_of_flow(steps % ", rework: {max: 2, then: E90, why: Erro}") == []


def test_a_loop_is_fine_if_any_arrow_on_it_is_bounded(lines_of_flow: LinesOfFlow) -> None:
    choice = (
        "  - id: G30\n    choice: Está certo?\n    paths:\n      - {when: Sim, to: E90}\n"
        "      - {when: Não, to: T40, rework: {max: 2, then: E90, why: Erro}}\n"
    )

    assert lines_of_flow(_START + _task("T20") + choice + _task("T40", "T20") + _end("E90")) == []


def test_two_people_who_begin_for_different_reasons_are_two_starts(lines_of_flow: LinesOfFlow) -> None:
    starts = (
        "  - {id: S10, start: Vendedor vê um erro, lane: ROL-VENDEDOR, to: T20}\n"
        "  - {id: S15, start: Gerente pede revisão, lane: ROL-VENDEDOR}\n"
    )
    steps = starts + _task("T20") + _end("E90")

    assert lines_of_flow(steps) == []
    assert _codes(lines_of_flow(steps.replace("Gerente pede revisão", "vendedor  vê um erro"))) == ["8 error PM206"]


def test_different_answers_may_lead_to_the_same_step(lines_of_flow: LinesOfFlow) -> None:
    wait = (
        "  - id: W20\n    wait: O que o cliente respondeu?\n    from: EXT-CLIENTE\n    paths:\n"
        '      - {when: Aceitou, to: E90, share: "80,5%"}\n      - {when: Recusou, to: E99, share: "9,5%"}\n'
        "      - {after: 5 bd, to: E99, share: 10%}\n"
    )

    assert lines_of_flow(_START + wait + _end("E90") + _end("E99")) == []


def test_some_shares_without_the_others_are_an_error(lines_of_flow: LinesOfFlow) -> None:
    choice = "  - id: G20\n    choice: Defeito?\n    paths:\n      - {when: Sim, to: E90, share: 70%}\n"
    choice += "      - {when: Não, to: E99}\n"

    assert lines_of_flow(_START + choice + _end("E90") + _end("E99")) == [
        f'12:16: error PM209 Some paths of G20 (Defeito?) {_MICRO} have a share, but the path "Não" has none.'
    ]


def test_an_arrow_cannot_enter_a_note(lines_of_flow: LinesOfFlow) -> None:
    steps = _START + _task("T20", "N30") + "  - {id: N30, note: Ver manual, about: T20}\n" + _end("E90")

    assert _codes([line for line in lines_of_flow(steps) if "PM205" in line]) == ["8 error PM205"]


def test_a_process_without_steps_is_reported_unless_planned(lines_of: Callable[..., list[str]]) -> None:
    path = "processes/vendas/MIC-VEN-030.yaml"
    micro = "kind: micro\nid: MIC-VEN-030\nname: Trocar cesta\nmacro: MAC-VEN\nowner: ROL-GER-VEN\n"

    assert lines_of({path: micro + "doc: {status: planned}\n"}) == []
    assert lines_of({path: micro}) == [
        f"{path}:2:5: error PM201 MIC-VEN-030 (Trocar cesta) has no steps, though it is no longer planned."
    ]
