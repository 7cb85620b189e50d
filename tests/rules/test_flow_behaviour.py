"""PM3 beyond the examples of its pages: options, what runs beside a task, starts, ways back, and what is no fault."""

from collections.abc import Callable, Mapping

import pytest

from processmap.app.checking import CheckResult

_PATH = "processes/vendas/MIC-VEN-030.yaml"
_HEAD = "kind: micro\nid: MIC-VEN-030\nname: Trocar cesta\nmacro: MAC-VEN\nowner: ROL-GER-VEN\nsteps:\n"
_START = "  - {id: S10, start: Cliente pede troca, lane: ROL-VENDEDOR, from: [EXT-CLIENTE]}\n"
_PARALLEL = "  - {id: P20, parallel: Avisar todos, paths: [{to: T30}, {to: T40}]}\n"
_OPTIONS = "  - {id: O20, options: O que falta?, paths: [{when: Cesta, to: T30}, {when: Recibo, to: T40}]}\n"
_JOIN = "  - {id: J50, join: all}\n"
_END = "  - {id: E90, end: Feito}\n"
_LOST = "  - {id: E99, end: Recusado}\n"

CheckFiles = Callable[[Mapping[str, bytes | str]], CheckResult]
Found = Callable[[str], list[str]]


@pytest.fixture
def found(lines_of: Callable[..., list[str]]) -> Found:
    """What PM3 finds in one more micro, without the path of its file."""
    return lambda steps: [line.removeprefix(f"{_PATH}:") for line in lines_of({_PATH: _HEAD + steps}, "3")]


def _task(step: str, to: str | None = None) -> str:
    return f"  - {{id: {step}, task: Fazer {step}, lane: ROL-VENDEDOR{f', to: {to}' if to else ''}}}\n"


def _choice(step: str, yes: str, no: str) -> str:
    return f"  - {{id: {step}, choice: Serve?, paths: [{{when: Sim, to: {yes}}}, {{when: Não, to: {no}}}]}}\n"


def _codes(lines: list[str]) -> list[str]:
    return [" ".join(line.split()[2:4]) for line in lines]


def test_a_join_waits_only_for_the_options_that_were_opened(found: Found) -> None:
    assert found(_START + _OPTIONS + _task("T30", "J50") + _task("T40") + _JOIN + _END) == []


def test_a_join_waits_for_an_option_that_was_opened_and_went_elsewhere(found: Found) -> None:
    lost = _task("T30") + _choice("G35", "J50", "E99") + _task("T40")

    (line,) = found(_START + _OPTIONS + lost + _JOIN + _END + _LOST)

    assert line == (
        '12:10: error PM301 J50 in MIC-VEN-030 (Trocar cesta) waits for G35 (Serve?) "Sim" for ever: G35 (Serve?) has '
        'gone "Não" to E99 (Recusado), and nothing leads from there to the join. '
        'Run: S10 → O20 "Cesta" → T30 → G35 "Não" → E99; O20 "Recibo" → T40 → J50.'
    )


def test_an_option_that_ends_elsewhere_does_no_harm_if_its_end_stops_the_others(found: Found) -> None:
    lost = _task("T30") + _choice("G35", "J50", "E99") + _task("T40")
    stops = "  - {id: E99, end: Recusado, cancels_all: true}\n"

    assert found(_START + _OPTIONS + lost + _JOIN + _END + stops) == []


def test_options_that_meet_without_a_join_are_done_twice(found: Found) -> None:
    assert _codes(found(_START + _OPTIONS + _task("T30", "T60") + _task("T40") + _task("T60") + _END)) == ["PM302 T60"]


def test_a_join_waits_for_a_parallel_branch_that_holds_options(found: Found) -> None:
    parallel = "  - {id: P20, parallel: Avisar, paths: [{to: O25}, {to: T35}]}\n"
    options = "  - {id: O25, options: O que falta?, paths: [{when: A, to: T30}, {when: B, to: T40}]}\n"
    steps = _START + parallel + options + _task("T30", "J45") + _task("T40") + "  - {id: J45, join: all, to: J50}\n"

    assert found(steps + _task("T35") + _JOIN + _END) == []


def test_an_option_that_goes_back_while_another_goes_on_is_done_twice(found: Found) -> None:
    options = (
        "  - id: O20\n    options: O que falta?\n    paths:\n      - {when: Cesta, to: T30}\n"
        "      - {when: Nada, to: T15, rework: {max: 1, then: T30, why: Pedido incompleto}}\n"
    )

    lines = found(_START + _task("T15") + options + _task("T30") + _END)

    assert _codes(lines) == ["PM302 O20"]


def test_what_runs_beside_a_task_is_waited_for_if_it_was_opened(found: Found) -> None:
    wait = "  - {id: W35, wait: Demora, attached_to: T30, after: 1 bd, interrupts: false, to: T40}\n"

    assert found(_START + _task("T30", "J50") + wait + _task("T40") + _JOIN + _END) == []


def test_what_runs_beside_a_task_and_meets_it_again_is_done_twice(found: Found) -> None:
    wait = "  - {id: W35, wait: Demora, attached_to: T30, after: 1 bd, interrupts: false, to: T40}\n"

    assert _codes(found(_START + _task("T30", "T40") + wait + _task("T40") + _END)) == ["PM302 T40"]


def test_a_wait_that_breaks_off_its_task_takes_the_case_with_it(found: Found) -> None:
    wait = "  - {id: W35, wait: Demora, attached_to: T30, after: 1 bd, to: E99}\n"
    steps = _START + _PARALLEL + _task("T30", "J50") + wait + _task("T40") + _JOIN + _END + _LOST

    (line,) = found(steps)

    assert _codes([line]) == ["PM301 J50"]
    assert "S10 → P20 → T30 → W35 → E99; P20 → T40 → J50" in line


def test_a_way_back_before_the_split_does_a_branch_twice(found: Found) -> None:
    back = _task("T40") + "  - {id: G45, choice: Serve?, paths: [{when: Sim, to: J50}, {when: Não, to: P20}]}\n"

    (line,) = found(_START + _PARALLEL + _task("T30", "J50") + back + _JOIN + _END)

    assert _codes([line]) == ["PM302 P20"]


def test_a_way_back_inside_a_branch_is_sound(found: Found) -> None:
    back = _task("T40") + "  - {id: G45, choice: Serve?, paths: [{when: Sim, to: J50}, {when: Não, to: T40}]}\n"

    assert found(_START + _PARALLEL + _task("T30", "J50") + back + _JOIN + _END) == []


def test_the_first_of_several_branches_may_end_the_case_through_a_merge(found: Found) -> None:
    first = "  - {id: J50, join: any}\n  - {id: E90, end: Feito, cancels_all: true}\n"

    assert found(_START + _PARALLEL + _task("T30", "J50") + _task("T40") + first) == []


def test_parallel_branches_may_finish_at_different_ends_but_not_at_the_same_one(found: Found) -> None:
    steps = _START + _PARALLEL + _task("T30", "E90")

    assert found(steps + _task("T40", "E99") + _END + _LOST) == []
    assert _codes(found(steps + _task("T40", "E90") + _END)) == ["PM302 E90"]


def test_each_start_begins_a_case_of_its_own(found: Found) -> None:
    starts = (
        "  - {id: S10, start: Cliente pede troca, lane: ROL-VENDEDOR, from: [EXT-CLIENTE], to: P20}\n"
        "  - {id: S15, start: Cliente devolve cesta, lane: ROL-VENDEDOR, to: T40}\n"
    )

    (line,) = found(starts + _PARALLEL + _task("T30", "J50") + _task("T40") + _JOIN + _END)

    assert line.startswith(
        "12:10: error PM301 J50 in MIC-VEN-030 (Trocar cesta) waits for T30 (Fazer T30) for ever: nothing is under way "
        "any more that could come from there. Run: S15 → T40 → J50."
    )


def test_a_loop_that_only_the_bound_leaves_is_no_livelock(found: Found) -> None:
    back = "  - {id: T40, task: Refazer, lane: ROL-VENDEDOR, to: T30, rework: {max: 2, then: E99, why: Falha}}\n"

    assert found(_START + _task("T30") + _choice("G35", "E90", "T40") + back + _END + _LOST) == []


def test_a_flow_whose_structure_has_errors_is_counted_and_not_judged(check_files: CheckFiles) -> None:
    joined_without_split = _choice("G20", "T30", "T40") + _task("T30", "J50") + _task("T40") + _JOIN + _END

    result = check_files({_PATH: _HEAD + _START + joined_without_split})

    assert result.not_proved == 1
    assert not [finding for finding in result.findings if finding.code.startswith("PM3")]


def test_a_clean_map_has_no_flow_that_was_not_proved(check_files: CheckFiles) -> None:
    assert check_files({}).not_proved == 0


def test_a_flow_that_is_too_large_is_an_info_and_nothing_is_claimed(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    from processmap.graph.workflow import soundness
    from processmap.rules import proofs

    monkeypatch.setattr(proofs, "prove", lambda net: soundness.prove(net, limit=2))
    both = _task("T30") + _choice("G35", "J50", "E99") + _task("T40") + _choice("G45", "J50", "E99")
    stops = "  - {id: E99, end: Recusado, cancels_all: true}\n"

    (line,) = found(_START + _PARALLEL + both + _JOIN + _END + stops)

    assert line == (
        "2:5: info PM305 MIC-VEN-030 (Trocar cesta) could not be proved: a case can be in more than 200000 states. "
        "Nothing is claimed about deadlocks or double work in it."
    )


def test_an_end_for_which_the_sender_has_no_path_leaves_it_waiting(lines_of: Callable[..., list[str]]) -> None:
    handoff = (
        "  - id: H20\n    handoff: Pedir entrega\n    lane: ROL-VENDEDOR\n    to_process: MIC-VEN-020\n"
        "    sends: [FRM-VEN-001]\n    ola: SLA-ENT-001\n    paths:\n      - {outcome: E95, to: E90}\n"
    )
    target = (
        "kind: micro\nid: MIC-VEN-020\nname: Entregar cesta\nmacro: MAC-VEN\nowner: ROL-GER-ENT\nsteps:\n"
        "  - {id: S10, start: Pedida, lane: ROL-ENTREGADOR, from: [MIC-VEN-030], receives: [FRM-VEN-001]}\n"
        + _choice("G20", "E90", "E95")
        + _END
        + "  - {id: E95, end: Não entregue}\n"
    )

    lines = lines_of({_PATH: _HEAD + _START + handoff + _END, "processes/vendas/MIC-VEN-020.yaml": target}, "3")

    assert (
        f"{_PATH}:8:9: warning PM306 MIC-VEN-030/H20 (Pedir entrega) has no path for E90 (Feito) of MIC-VEN-020 "
        "(Entregar cesta): when a case that begins there with S10 (Pedida) ends so, the sender waits for ever."
    ) in lines
