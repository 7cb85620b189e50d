"""PM814 beyond the example of its page."""

from collections.abc import Callable

import pytest

Lines = Callable[..., list[str]]
Found = Callable[..., list[str]]

_HEAD = "kind: micro\nid: {id}\nname: Vender\nmacro: MAC-VEN\nowner: ROL-GER-VEN\n{more}steps:\n"
_START = "  - {id: S10, start: Pedido chega, lane: ROL-VENDEDOR, from: [EXT-CLIENTE]}\n"
_ENDS = (
    "  - {id: E90, end: Ganho, crm: {stage: Ganho, won: true}}\n"
    "  - {id: E99, end: Fim, crm: {stage: Perdido, lost: true}}\n"
)
_CHOICE = "  - id: G50\n    choice: Aceito?\n    paths:\n      - {when: Sim, to: E90}\n      - {when: Não, to: E99}\n"


def _task(step: str, crm: str, more: str = "") -> str:
    return f"  - {{id: {step}, task: Fazer {step}, lane: ROL-VENDEDOR, crm: {{{crm}}}{more}}}\n"


@pytest.fixture
def found(lines_of: Lines) -> Found:
    """Checks one more micro, or two; returns line and text of what PM814 finds."""

    def check(steps: str, other: str = "", *, more: str = "") -> list[str]:
        files = {"processes/vendas/MIC-VEN-030.yaml": _HEAD.format(id="MIC-VEN-030", more=more) + steps}
        if other:
            files["processes/vendas/MIC-VEN-040.yaml"] = _HEAD.format(id="MIC-VEN-040", more="") + other
        lines = [line for line in lines_of(files, "8") if " PM814 " in line]
        return [f"{line.split(':')[1]} {line.split(' PM814 ')[1]}" for line in lines]

    return check


def test_stages_without_probability_or_outcome_are_no_pipeline(found: Found) -> None:
    steps = _START + _task("T20", "object: Case, stage: Novo") + "  - {id: E90, end: Fim}\n"

    assert found(steps) == []


def test_each_record_type_has_a_pipeline_of_its_own(found: Found) -> None:
    steps = (
        _START + _task("T20", "stage: A, probability: 60") + _task("T30", "record_type: Novo, stage: A, probability: 5")
    )

    assert found(steps + _CHOICE + _ENDS) == [
        "9 No stage of Opportunity / Novo counts as lost; its stages are: A.",
        "9 No stage of Opportunity / Novo counts as won; its stages are: A.",
    ]


def test_a_missing_exit_is_an_info_while_micros_are_planned(lines_of: Lines) -> None:
    planned = _HEAD.format(id="MIC-VEN-040", more="doc: {status: planned}\n").replace("steps:\n", "")
    steps = (
        _START + _task("T20", "stage: A, probability: 60") + "  - {id: E90, end: Ganho, crm: {stage: G, won: true}}\n"
    )
    files = {
        "processes/vendas/MIC-VEN-030.yaml": _HEAD.format(id="MIC-VEN-030", more="") + steps,
        "processes/vendas/MIC-VEN-040.yaml": planned,
    }

    assert [line.split()[1:3] for line in lines_of(files, "8")] == [["info", "PM814"]]


def test_a_way_back_may_lower_the_probability(found: Found) -> None:
    back = (
        "  - id: G40\n    choice: Refazer?\n    paths:\n      - {when: Não, to: G50}\n"
        "      - {when: Sim, to: T20, rework: {max: 1, then: E99, why: Mudou o pedido}}\n"
    )
    tasks = _task("T20", "stage: A, probability: 20") + _task("T30", "stage: B, probability: 60")

    assert found(_START + tasks + back + _CHOICE + _ENDS) == []
    assert (
        found(_START + tasks + back.replace(", rework: {max: 1, then: E99, why: Mudou o pedido}", "") + _CHOICE + _ENDS)
        == []
    )


def test_a_stage_in_between_without_probability_hides_no_fall(found: Found) -> None:
    steps = (
        _START
        + _task("T20", "stage: A, probability: 60")
        + _task("T25", "stage: M")
        + _task("T30", "stage: B, probability: 40")
    )

    assert found(steps + _CHOICE + _ENDS) == [
        (
            '10 The probability falls from 60 at "A" (T20 (Fazer T20), MIC-VEN-030 (Vender)) to 40 at "B" (T30 (Fazer '
            "T30), MIC-VEN-030 (Vender)), although the case goes forward."
        )
    ]


def test_a_case_carries_its_stage_into_the_process_that_an_end_begins(found: Found) -> None:
    first = _START + _task("T20", "stage: A, probability: 60") + "  - {id: E90, end: Segue, to_process: MIC-VEN-040}\n"
    start = "  - {id: S10, start: Chega, lane: ROL-VENDEDOR, from: [MIC-VEN-030]}\n"
    second = start + _task("T20", "stage: B, probability: 50") + _CHOICE + _ENDS

    assert [line.split(" (T20")[0] for line in found(first, second)] == ['8 The probability falls from 60 at "A"']
    assert found(first, second.replace("50", "60")) == []
    ring = second.replace("end: Fim, crm", "end: Fim, to_process: MIC-VEN-030, crm")
    assert found(first.replace("[EXT-CLIENTE]", "[MIC-VEN-040]"), ring) == []


def test_a_closed_record_carries_nothing_on(found: Found) -> None:
    first = _START + "  - {id: E90, end: Perdido, to_process: MIC-VEN-040, crm: {stage: Perdido, lost: true}}\n"
    start = "  - {id: S10, start: Chega, lane: ROL-VENDEDOR, from: [MIC-VEN-030]}\n"
    second = start + _task("T20", "stage: B, probability: 10") + _CHOICE + _ENDS

    assert found(first, second) == []


@pytest.mark.parametrize(
    ("crm", "expected"),
    [
        ("stage: A, probability: 120", "has a probability of 120, more than 100."),
        ("stage: A, won: true, lost: true", "counts as won and as lost."),
        ("stage: ganho, won: true", 'is written "ganho" elsewhere'),
        ("stage: Ganho, probability: 90, won: true", "counts as won, but has a probability of 90, not 100."),
        ("stage: Perdido, probability: 5, lost: true", "counts as lost, but has a probability of 5, not 0."),
        ("stage: Fechado, won: true", "has two stages that count as won"),
    ],
)
def test_a_stage_that_contradicts_itself_or_another(found: Found, crm: str, expected: str) -> None:
    steps = _START + _task("T20", crm) + _CHOICE + _ENDS

    assert any(expected in line for line in found(steps))
