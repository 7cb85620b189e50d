"""PM6 beyond the examples of its pages: what is found, and above all what is not."""

from collections.abc import Callable

LinesOf = Callable[..., list[str]]

_MICRO = "processes/vendas/MIC-VEN-030.yaml"
_SLAS = "processes/catalog/slas-troca.yaml"
_HEAD = "kind: micro\nid: MIC-VEN-030\nname: Trocar cesta\nmacro: MAC-VEN\nowner: ROL-GER-VEN\n"
_START = "  - {id: S10, start: Cliente pede troca, lane: ROL-VENDEDOR, from: [EXT-CLIENTE]}\n"
_ENDS = "  - {id: E90, end: Trocado}\n  - {id: E99, end: Desistiu}\n"
_LOOP = (
    "  - {id: T20, task: Propor cesta, lane: ROL-VENDEDOR, time: {work: 1 h, max: 1 bd}}\n"
    "  - id: G30\n    choice: Serve?\n    paths:\n      - {when: Sim, to: E90}\n      - {when: Desistiu, to: E99}\n"
    "      - {when: Não, to: T20, rework: {max: 3, then: E99, why: Outra}}\n"
)


def _sla(text: str) -> str:
    rest = "    owner: ROL-GER-VEN\n    escalation: [{after: 75%, inform: [ROL-GER-VEN]}]\n"
    return f"slas:\n  - id: SLA-VEN-002\n    name: Troca\n    type: client\n{text}{rest}"


def _found(lines_of: LinesOf, files: dict[str, str]) -> list[str]:
    return [line.removeprefix("processes/") for line in lines_of(files, "6")]


def test_a_promise_that_breaks_only_with_every_loop_used_up_is_a_warning(lines_of: LinesOf) -> None:
    files = {_MICRO: f"{_HEAD}end_to_end: {{max: 3 bd}}\nsteps:\n{_START}{_LOOP}{_ENDS}"}

    assert _found(lines_of, files) == [
        (
            "vendas/MIC-VEN-030.yaml:6:19: warning PM602 MIC-VEN-030 (Trocar cesta) promises 3 bd, but takes 4 bd once "
            "every loop is used up: T20 1 bd + 2 × (T20 1 bd) + T20 1 bd = 4 bd."
        )
    ]


def test_a_promise_in_hours_is_broken_in_hours(lines_of: LinesOf) -> None:
    files = {_MICRO: f"{_HEAD}end_to_end: {{max: 35 h}}\nsteps:\n{_START}{_LOOP}{_ENDS}"}

    assert _found(lines_of, files) == [
        (
            "vendas/MIC-VEN-030.yaml:6:19: warning PM602 MIC-VEN-030 (Trocar cesta) promises 35 h, but takes 36 h once "
            "every loop is used up: T20 1 bd + 2 × (T20 1 bd) + T20 1 bd = 36 h."
        )
    ]


def test_a_promise_in_calendar_days_names_the_worst_day(lines_of: LinesOf) -> None:
    files = {_MICRO: f"{_HEAD}end_to_end: {{max: 4 d}}\nsteps:\n{_START}{_LOOP.replace('max: 3,', 'max: 0,')}{_ENDS}"}

    assert _found(lines_of, files) == [
        (
            "vendas/MIC-VEN-030.yaml:6:19: error PM602 MIC-VEN-030 (Trocar cesta) promises 4 d, but a case that comes "
            "in on 2025-04-17 can take 5 d, even without any rework: T20 1 bd."
        )
    ]


def test_a_flow_with_an_error_of_structure_is_not_proved(lines_of: LinesOf) -> None:
    files = {_MICRO: f"{_HEAD}end_to_end: {{max: 1 h}}\nsteps:\n{_START}{_LOOP.replace('to: E90', 'to: E95')}{_ENDS}"}

    assert _found(lines_of, files) == []


def test_the_answer_is_awaited_only_at_the_ends_that_return_something(lines_of: LinesOf) -> None:
    target = (
        "kind: micro\nid: MIC-VEN-020\nname: Entregar cesta\nmacro: MAC-VEN\nowner: ROL-GER-ENT\nsteps:\n"
        "  - {id: S10, start: Entrega pedida, lane: ROL-ENTREGADOR, from: [MIC-VEN-010], receives: [FRM-VEN-001]}\n"
        "  - id: G20\n    choice: Em casa?\n    paths:\n      - {when: Sim, to: T30}\n      - {when: Não, to: T40}\n"
        "  - {id: T30, task: Entregar, lane: ROL-ENTREGADOR, out: [DOC-RECIBO], time: {work: 1 h}, to: E90}\n"
        "  - {id: T40, task: Voltar, lane: ROL-ENTREGADOR, time: {work: 9 bd}, to: E99}\n"
        "  - {id: E90, end: Cesta entregue, returns: [DOC-RECIBO]}\n  - {id: E99, end: Ninguém em casa}\n"
    )

    assert _found(lines_of, {"processes/vendas/MIC-VEN-020.yaml": target}) == []
    assert _found(lines_of, {"processes/vendas/MIC-VEN-020.yaml": target.replace("work: 1 h", "work: 4 bd")}) == [
        (
            "vendas/MIC-VEN-010.yaml:52:10: error PM606 SLA-ENT-001 (Entrega em 3 dias úteis) promises 3 bd for what "
            "MIC-VEN-010 (Atender pedido) hands over at H50 (Pedir entrega), but MIC-VEN-020 (Entregar cesta) can take "
            "4 bd, even without any rework: T30 4 bd."
        )
    ]


def test_the_less_mature_side_of_an_internal_sla_decides(lines_of: LinesOf, base_map: dict[str, bytes]) -> None:
    target = base_map["processes/vendas/MIC-VEN-020.yaml"].decode().replace("max: 2 bd", "max: 4 bd")
    draft = target.replace("status: published", "status: draft")

    (line,) = _found(lines_of, {"processes/vendas/MIC-VEN-020.yaml": draft})

    assert line.startswith("vendas/MIC-VEN-010.yaml:52:10: warning PM606 ")


def test_an_internal_sla_longer_than_the_promise_is_found_alone(lines_of: LinesOf, base_map: dict[str, bytes]) -> None:
    slas = base_map["processes/catalog/slas.yaml"].decode().replace("target: 10 bd", "target: 2 bd")

    assert _found(lines_of, {"processes/catalog/slas.yaml": slas}) == [
        (
            "catalog/slas.yaml:6:13: error PM603 SLA-VEN-001 (Pedido atendido em 10 dias úteis) promises 2 bd, but "
            "SLA-ENT-001 (Entrega em 3 dias úteis) behind it alone allows 3 bd."
        )
    ]


def test_a_clock_over_several_processes_or_by_the_calendar_is_not_tested(lines_of: LinesOf) -> None:
    micro = f"{_HEAD}steps:\n{_START}{_LOOP}{_ENDS}"
    several = _sla("    clock: {start: [MIC-VEN-030/E90], stop: [MIC-VEN-010/S10]}\n    target: 1 bd\n")
    backwards = _sla("    clock: {start: [MIC-VEN-030/S10], stop: [MIC-VEN-030/S10]}\n    target: 1 bd\n")
    monthly = micro.replace("from: [EXT-CLIENTE]", "cadence: {every: month, day: 1 bd}")

    assert _found(lines_of, {_MICRO: micro, _SLAS: several}) == []
    assert _found(lines_of, {_MICRO: monthly, _SLAS: backwards}) == []
    assert _found(lines_of, {_MICRO: micro, _SLAS: backwards}) == [
        (
            "catalog/slas-troca.yaml:5:46: error PM605 The clock of SLA-VEN-002 (Troca) starts and stops at the same "
            "step, S10 (Cliente pede troca) in MIC-VEN-030 (Trocar cesta)."
        )
    ]


def test_a_clock_that_only_rework_would_stop_is_found_at_its_start_too(lines_of: LinesOf) -> None:
    micro = f"{_HEAD}steps:\n{_START}{_LOOP}{_ENDS}"
    clock = "    clock: {start: [MIC-VEN-030/S10, MIC-VEN-030/E90], stop: [MIC-VEN-030/G30]}\n    target: 1 bd\n"

    assert _found(lines_of, {_MICRO: micro, _SLAS: _sla(clock)}) == [
        (
            "catalog/slas-troca.yaml:5:38: error PM605 The clock of SLA-VEN-002 (Troca) starts at E90 (Trocado), but "
            "in MIC-VEN-030 (Trocar cesta) no way leads from there to G30 (Serve?), where it stops."
        )
    ]


def test_several_calendars_have_to_be_told_apart(lines_of: LinesOf, base_map: dict[str, bytes]) -> None:
    settings = base_map["processes/map.yaml"].decode()
    second = "  lojas:\n    hours: {from: 10:00, to: 22:00}\n    weekdays: [saturday]\n"
    clock = "    clock: {start: [MIC-VEN-030/S10], stop: [MIC-VEN-030/E90]}\n    target: 1 bd\n"
    files = {_MICRO: f"{_HEAD}steps:\n{_START}{_LOOP}{_ENDS}", _SLAS: _sla(clock)}

    assert _found(lines_of, files) == []
    assert _found(lines_of, {**files, "processes/map.yaml": settings + second}) == [
        "catalog/slas-troca.yaml:2:9: error PM604 SLA-VEN-002 (Troca) is incomplete: calendar missing."
    ]


def test_a_loop_voids_the_internal_sla_under_which_a_process_is_asked(lines_of: LinesOf) -> None:
    target = (
        "kind: micro\nid: MIC-VEN-020\nname: Entregar cesta\nmacro: MAC-VEN\nowner: ROL-GER-ENT\nsteps:\n"
        "  - {id: S10, start: Entrega pedida, lane: ROL-ENTREGADOR, from: [MIC-VEN-010], receives: [FRM-VEN-001]}\n"
        "  - {id: T20, task: Entregar, lane: ROL-ENTREGADOR, out: [DOC-RECIBO], time: {work: 1 h}}\n"
        "  - id: G30\n    choice: Em casa?\n    paths:\n      - {when: Sim, to: E90}\n      - {when: Não, to: T20}\n"
        "  - {id: E90, end: Cesta entregue, returns: [DOC-RECIBO]}\n"
    )

    assert _found(lines_of, {"processes/vendas/MIC-VEN-020.yaml": target}) == [
        (
            "catalog/slas.yaml:16:13: warning PM607 SLA-ENT-001 (Entrega em 3 dias úteis) promises 3 bd, but in "
            "MIC-VEN-020 (Entregar cesta) the way from G30 (Em casa?) back to T20 (Entregar) has no bound; nobody can "
            "keep that promise."
        )
    ]


def test_a_wait_in_calendar_days_that_a_weekend_lets_fire_is_left_alone(lines_of: LinesOf) -> None:
    wait = "  - {{id: W25, wait: Parado, attached_to: T20, after: {}, interrupts: false, informs: [ROL-GER-VEN]}}\n"
    micro = f"{_HEAD}steps:\n{_START}{_LOOP}{{}}{_ENDS}".replace("{max: 3, then: E99, why: Outra}", "{{BOUND}}")

    def found(after: str) -> list[str]:
        text = micro.replace("{}", wait.format(after)).replace("{{BOUND}}", "{max: 3, then: E99, why: Outra}")
        return [line.partition(" PM601 ")[2] for line in _found(lines_of, {_MICRO: text})]

    assert found("5 d") == []  # one business day, from the eve of Good Friday 2025 to the day after Tiradentes
    assert found("9 h") == []
    assert found("6 d") == [
        (
            "W25 (Parado) in MIC-VEN-030 (Trocar cesta) waits 6 d, but T20 (Propor cesta) is over after 1 bd at the "
            "latest: this wait can never fire."
        )
    ]
