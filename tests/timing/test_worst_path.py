"""Worst paths, computed by hand first."""

from collections.abc import Callable

import pytest

from processmap.timing import Clock, Times, Why, WorstPath
from processmap.values.durations import parse_duration

from .conftest import EXAMPLES

TimesOf = Callable[..., Times]

DAY = 8 * 60
START = "- {id: S10, start: Chegou, lane: ROL-A}\n"
_SLAS = """
- {id: SLA-COM-001, name: Venda, type: client, target: 40 bd}
- {id: SLA-JUR-001, name: Minuta, type: internal, target: 5 bd}
- {id: SLA-D, name: Em dias corridos, type: internal, target: 3 d}
"""


def _sum(path: WorstPath | None) -> list[tuple[int, str]]:
    """Rounds and the terms that take time, as `T20 480`."""
    assert path is not None
    return [
        (segment.times, " ".join(f"{term.step} {term.minutes}" for term in segment.terms if term.minutes))
        for segment in path.segments
    ]


def _minutes(times: Times, clock: Clock, *, used_up: bool = False) -> int:
    path = times.worst_path(clock, used_up=used_up)
    assert path is not None
    return path.minutes


def test_negotiation_once_through(times_of: TimesOf) -> None:
    # T20 1 bd + A45 2 bd (longer than A40) + T60 2 bd + W70 paused + H90 5 bd + T100 1 bd + W105 paused = 11 bd.
    times = times_of({"MIC-COM-020.yaml": (EXAMPLES / "MIC-COM-020.yaml").read_text(encoding="utf-8")}, _SLAS)

    path = times.worst_path(Clock("MIC-COM-020", sla="SLA-COM-001"))

    assert _sum(path) == [(1, f"T20 {DAY} A45 {2 * DAY} T60 {2 * DAY} H90 {5 * DAY} T100 {DAY}")]
    assert path is not None
    assert (path.start, path.stop, path.minutes) == ("S10", "E110", 11 * DAY)


def test_negotiation_with_every_loop_used_up(times_of: TimesOf) -> None:
    # 11 bd, and: refused once by the policy (T20: 1 bd), twice by the manager (T20 + A40: 2 bd each), twice by the
    # director (T20 + A45: 3 bd each), three counter-offers (T20 + A45 + T60: 5 bd each) = 11 + 1 + 4 + 6 + 15 = 37 bd.
    times = times_of({"MIC-COM-020.yaml": (EXAMPLES / "MIC-COM-020.yaml").read_text(encoding="utf-8")}, _SLAS)

    path = times.worst_path(Clock("MIC-COM-020", sla="SLA-COM-001"), used_up=True)

    assert path is not None
    assert path.minutes == 37 * DAY
    assert sorted(_sum(path)) == [
        (1, f"T20 {DAY}"),
        (1, f"T20 {DAY} A45 {2 * DAY} T60 {2 * DAY} H90 {5 * DAY} T100 {DAY}"),
        (2, f"T20 {DAY} A40 {DAY}"),
        (2, f"T20 {DAY} A45 {2 * DAY}"),
        (3, f"T20 {DAY} A45 {2 * DAY} T60 {2 * DAY}"),
    ]
    assert sum(term.minutes for term in path.terms) == path.minutes


def test_waits_count_where_the_clock_does_not_pause(times_of: TimesOf) -> None:
    # As above, with 5 bd for each of the two answers of the client: 11 + 10 = 21 bd.
    times = times_of({"MIC-COM-020.yaml": (EXAMPLES / "MIC-COM-020.yaml").read_text(encoding="utf-8")}, _SLAS)

    assert _minutes(times, Clock("MIC-COM-020")) == 21 * DAY


def test_billing(times_of: TimesOf) -> None:
    # Once: T20 1 bd + the longest of three branches 1 bd + T80 2 h + T100 2 h when the town hall refuses; that way goes
    # back, so the slowest way out at once is T20 + T40 + T80 = 2 bd 2 h.
    # Used up: the refusal comes three times, the third one ends at E95: 2 bd + 3 x (T80 2 h + T100 2 h) = 3 bd 4 h.
    times = times_of({"MIC-FAT-020.yaml": (EXAMPLES / "MIC-FAT-020.yaml").read_text(encoding="utf-8")})

    once = times.worst_path(Clock("MIC-FAT-020"))
    used_up = times.worst_path(Clock("MIC-FAT-020"), used_up=True)

    assert _sum(once) == [(1, f"T20 {DAY} T40 {DAY} T80 120")]
    assert used_up is not None
    assert (used_up.minutes, used_up.stop) == (3 * DAY + 240, "E95")
    assert _sum(used_up) == [
        (1, f"T20 {DAY} T40 {DAY} T80 120 T100 120"),
        (1, "T80 120 T100 120"),
        (1, "T80 120 T100 120"),
    ]


def test_a_wait_on_the_border_of_a_task_takes_its_own_time_instead(times_of: TimesOf) -> None:
    steps = START + (
        "- {id: T20, task: Fazer, lane: ROL-A, time: {work: 1 h, max: 4 bd}, to: E90}\n"
        "- {id: W25, wait: Passou do prazo, attached_to: T20, after: 2 bd, to: T30}\n"
        "- {id: T30, task: Refazer, lane: ROL-A, time: {work: 3 bd}}\n"
        "- {id: E90, end: Feito}\n"
    )
    path = times_of({"MIC-A-010": steps}).worst_path(Clock("MIC-A-010"))

    assert _sum(path) == [(1, f"W25 {2 * DAY} T30 {3 * DAY}")]


def test_a_step_without_max_counts_its_work_and_a_handover_without_return_nothing(times_of: TimesOf) -> None:
    steps = START + (
        "- {id: T20, task: Fazer, lane: ROL-A, time: {work: 90 min}}\n"
        "- {id: H30, handoff: Avisar, lane: ROL-A, to_process: MIC-A-020, ola: SLA-JUR-001}\n"
        "- {id: H40, handoff: Pedir, lane: ROL-A, to_process: MIC-A-020, returns: [DOC-A], ola: SLA-D}\n"
        "- {id: E90, end: Feito}\n"
    )
    times = times_of({"MIC-A-010": steps}, _SLAS)
    path = times.worst_path(Clock("MIC-A-010"))

    assert path is not None
    assert [(term.step, term.why, term.minutes, term.days, term.source) for term in path.terms] == [
        ("S10", Why.NOTHING, 0, 0, None),
        ("T20", Why.WORK, 90, 0, None),
        ("H30", Why.HANDED_ON, 0, 0, None),
        ("H40", Why.OLA, 0, 3, "SLA-D"),
    ]
    assert path.minutes == 90 + 3 * DAY


def test_a_call_costs_the_worst_path_of_what_it_calls_to_the_end_that_comes_back(times_of: TimesOf) -> None:
    calling = START + (
        "- id: C20\n  call: Montar\n  lane: ROL-A\n  to_process: MIC-A-020\n  paths:\n"
        "    - {outcome: E90, to: T30}\n    - {outcome: E95, to: E95}\n"
        "- {id: T30, task: Fazer, lane: ROL-A, time: {work: 1 h}}\n- {id: E90, end: Feito}\n- {id: E95, end: Não}\n"
    )
    called = START + (
        "- id: G20\n  choice: Dá?\n  lane: ROL-A\n  paths:\n    - {when: Sim, to: T30}\n    - {when: Não, to: T40}\n"
        "- {id: T30, task: Montar, lane: ROL-A, time: {work: 2 h}, to: E90}\n"
        "- {id: T40, task: Recusar, lane: ROL-A, time: {work: 2 bd}, to: E95}\n"
        "- {id: E90, end: Feito}\n- {id: E95, end: Não}\n"
    )
    times = times_of({"MIC-A-010": calling, "MIC-A-020": called})

    assert _minutes(times, Clock("MIC-A-010", stops=("E90",))) == 180
    assert _minutes(times, Clock("MIC-A-010")) == 2 * DAY


def test_processes_that_call_each_other_come_to_an_end(times_of: TimesOf) -> None:
    step = "- {{id: C20, call: Ir, lane: ROL-A, to_process: {}}}\n"
    rest = "- {id: T30, task: Fazer, lane: ROL-A, time: {work: 1 h}}\n- {id: E90, end: Feito}\n"
    times = times_of({f"MIC-A-0{n}0": START + step.format(f"MIC-A-0{3 - n}0") + rest for n in (1, 2)})

    assert _minutes(times, Clock("MIC-A-010"), used_up=True) == 180  # each one once more inside the other


def test_a_long_chain_of_waiting_handoffs_is_followed_only_so_deep(times_of: TimesOf) -> None:
    step = "- {{id: H20, handoff: Ir, lane: ROL-A, to_process: MIC-A-{:03d}, returns: [DOC-A]}}\n"
    rest = "- {id: T30, task: Fazer, lane: ROL-A, time: {work: 1 h}}\n- {id: E90, end: Feito}\n"
    times = times_of({f"MIC-A-{n:03d}": START + step.format(n + 1) + rest for n in range(1, 300)})

    assert times.worst_path(Clock("MIC-A-001")) is not None


def test_a_bound_of_zero_leads_on_at_once(times_of: TimesOf) -> None:
    steps = START + (
        "- {id: T20, task: Fazer, lane: ROL-A, time: {work: 1 h}}\n"
        "- id: G30\n  choice: Deu certo?\n  paths:\n    - {when: Sim, to: E90}\n"
        "    - when: Não\n      to: T20\n      rework: {max: 0, then: T40, why: Nunca}\n"
        "- {id: E90, end: Feito}\n- {id: T40, task: Desistir, lane: ROL-A, time: {work: 3 h}}\n- {id: E99, end: Não}\n"
    )
    times = times_of({"MIC-A-010": steps})

    assert _minutes(times, Clock("MIC-A-010")) == 4 * 60
    assert _minutes(times, Clock("MIC-A-010"), used_up=True) == 4 * 60


def test_where_a_used_up_bound_leads_is_open_only_after_all_rounds(times_of: TimesOf) -> None:
    steps = START + (
        "- {id: T20, task: Fazer, lane: ROL-A, time: {work: 1 h}}\n"
        "- id: G30\n  choice: Deu certo?\n  paths:\n    - {when: Sim, to: E90}\n"
        "    - when: Não\n      to: T20\n      rework: {max: 2, then: T40, why: Erro}\n"
        "- {id: E90, end: Feito}\n- {id: T40, task: Desistir, lane: ROL-A, time: {work: 3 h}}\n- {id: E99, end: Não}\n"
    )
    times = times_of({"MIC-A-010": steps})

    assert _minutes(times, Clock("MIC-A-010")) == 60
    assert _minutes(times, Clock("MIC-A-010"), used_up=True) == (3 + 3) * 60


def test_a_clock_runs_between_steps_and_counts_both(times_of: TimesOf) -> None:
    steps = START + "".join(f"- {{id: T{n}0, task: Fazer, lane: ROL-A, time: {{work: {n} h}}}}\n" for n in (2, 3, 4, 5))
    times = times_of({"MIC-A-010": steps + "- {id: E90, end: Feito}\n"})

    assert _minutes(times, Clock("MIC-A-010", start="T30", stops=("T40",))) == 7 * 60
    assert times.worst_path(Clock("MIC-A-010", start="T40", stops=("T30",))) is None
    assert times.worst_path(Clock("MIC-A-999")) is None


@pytest.mark.parametrize(("limit", "exceeds"), [("4 bd", False), ("31 h", True), ("32 h", False), ("3 bd", True)])
def test_calendar_days_count_as_business_days_against_business_time(
    times_of: TimesOf, limit: str, exceeds: bool
) -> None:
    steps = (
        START + "- {id: W20, wait: Resposta, after: 3 d}\n- {id: T30, task: Fazer, lane: ROL-A, time: {work: 1 bd}}\n"
    )
    times = times_of({"MIC-A-010": steps + "- {id: E90, end: Feito}\n"})

    assert (times.exceeding(Clock("MIC-A-010"), parse_duration(limit)) is not None) is exceeds


def test_a_limit_in_calendar_days_is_walked_from_the_worst_day(times_of: TimesOf) -> None:
    # Monday 14 April 2025 and three days are Thursday 17; then Good Friday, a weekend, Tiradentes: Tuesday 22.
    steps = (
        START + "- {id: W20, wait: Resposta, after: 3 d}\n- {id: T30, task: Fazer, lane: ROL-A, time: {work: 1 bd}}\n"
    )
    times = times_of({"MIC-A-010": steps + "- {id: E90, end: Feito}\n"})

    taken = times.exceeding(Clock("MIC-A-010"), parse_duration("7 d"))

    assert taken is not None
    assert taken.walked is not None
    assert (taken.walked.days, taken.walked.begins.isoformat()) == (8, "2025-04-14")
    assert times.exceeding(Clock("MIC-A-010"), parse_duration("8 d")) is None


def test_of_two_ways_the_one_that_takes_more_days_is_reported(times_of: TimesOf) -> None:
    # 9 d weigh more than 8 bd where both are counted as business days; on the calendar 8 bd take far more than 9 days.
    steps = START + (
        "- id: G15\n  choice: Qual?\n  paths:\n    - {when: A, to: W20}\n    - {when: B, to: T30}\n"
        "- {id: W20, wait: Resposta, after: 9 d, to: E90}\n"
        "- {id: T30, task: Fazer, lane: ROL-A, time: {work: 8 bd}}\n- {id: E90, end: Feito}\n"
    )
    times = times_of({"MIC-A-010": steps})

    taken = times.exceeding(Clock("MIC-A-010"), parse_duration("10 d"))

    assert taken is not None
    assert [term.step for term in taken.path.terms if term.minutes] == ["T30"]
