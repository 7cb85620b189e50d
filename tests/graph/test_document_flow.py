"""Which documents come as far as which step."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processmap.graph import DocumentFlow, Flow, flow_of
from processmap.model.micro import Micro

FlowFrom = Callable[[str], Flow]

START = "- {id: S10, start: Pedido, lane: ROL-A, from: [EXT-X], receives: [DOC-P]}\n"
END = "- {id: E90, end: Feito}\n"


@pytest.fixture
def documents(flow: FlowFrom) -> Callable[[str], DocumentFlow]:
    return lambda steps: DocumentFlow(flow(steps))


Documents = Callable[[str], DocumentFlow]


def at(found: DocumentFlow, step: str) -> tuple[list[str], list[str]]:
    """What a step always has, and what it has on some ways only."""
    names = ["DOC-P", "DOC-A", "DOC-B", "DOC-R"]
    missing = found.missing(step, names)
    return (
        [name for name in names if name not in missing],
        [name for name in missing if not found.never(step, name)],
    )


def test_what_the_start_receives_and_earlier_steps_make_is_there(documents: Documents) -> None:
    found = documents(START + "- {id: T20, task: Fazer, out: [DOC-A]}\n- {id: T30, task: Ver}\n" + END)

    assert at(found, "S10") == ([], [])
    assert at(found, "T20") == (["DOC-P"], [])
    assert at(found, "T30") == (["DOC-P", "DOC-A"], [])


def test_what_only_one_way_brings_is_there_sometimes(documents: Documents) -> None:
    found = documents(
        START
        + "- {id: G15, choice: Tem, paths: [{when: Sim, to: T30}, {when: Não, to: T20}]}\n"
        + "- {id: T20, task: Fazer, out: [DOC-A]}\n- {id: T30, task: Ver}\n"
        + END
    )

    assert at(found, "T30") == (["DOC-P"], ["DOC-A"])
    assert found.way_without("T30", "DOC-A") == ("S10", "G15", "T30")
    assert found.way_without("T30", "DOC-P") == ()


def test_a_join_of_all_brings_together_what_its_branches_made(documents: Documents) -> None:
    steps = (
        START
        + "- {id: P15, parallel: Fazer, paths: [{to: T20}, {to: T30}]}\n"
        + "- {id: T20, task: Um, out: [DOC-A], to: J40}\n- {id: T30, task: Dois, out: [DOC-B], to: J40}\n"
        + "- {id: J40, join: all}\n- {id: T50, task: Ver}\n"
        + END
    )

    assert at(documents(steps), "T30") == (["DOC-P"], [])
    assert at(documents(steps), "T50") == (["DOC-P", "DOC-A", "DOC-B"], [])
    assert at(documents(steps.replace("join: all", "join: any")), "T50") == (["DOC-P"], ["DOC-A", "DOC-B"])


def test_a_way_back_into_a_join_belongs_to_a_later_round(documents: Documents) -> None:
    found = documents(
        START
        + "- {id: P15, parallel: Fazer, paths: [{to: T20}, {to: T30}]}\n"
        + "- {id: T20, task: Um, out: [DOC-A], to: J40}\n- {id: T30, task: Dois, to: J40}\n"
        + "- {id: J40, join: all}\n- {id: T50, task: Ver, out: [DOC-B]}\n"
        + "- {id: G60, choice: Bom, paths: [{when: Sim, to: E90}, {when: Não, to: J40}]}\n"
        + END
    )

    assert at(found, "T50") == (["DOC-P", "DOC-A"], ["DOC-B"])


def test_in_a_loop_the_first_round_counts(documents: Documents) -> None:
    found = documents(
        START
        + "- {id: T20, task: Fazer}\n- {id: T30, task: Ver, out: [DOC-A]}\n"
        + "- {id: G40, choice: Bom, paths: [{when: Sim, to: E90}, {when: Não, to: T20}]}\n"
        + END
    )

    assert at(found, "T20") == (["DOC-P"], ["DOC-A"])
    assert at(found, "E90") == (["DOC-P", "DOC-A"], [])


def test_an_answer_comes_back_on_its_path_only(documents: Documents) -> None:
    found = documents(
        START
        + "- id: H20\n  handoff: Pedir\n  to_process: MIC-B-010\n  paths:\n"
        + "    - {outcome: E90, returns: [DOC-R], to: T30}\n    - {outcome: E95, to: T40}\n"
        + "- {id: T30, task: Usar, to: E90}\n- {id: T40, task: Desistir}\n"
        + END
    )

    assert at(found, "T30") == (["DOC-P", "DOC-R"], [])
    assert at(found, "T40") == (["DOC-P"], [])


def test_when_patience_ends_no_answer_has_come(documents: Documents) -> None:
    found = documents(
        START
        + "- id: W20\n  wait: Respondeu?\n  from: EXT-X\n  out: [DOC-R]\n  paths:\n"
        + "    - {when: Sim, to: T30}\n    - {after: 5 bd, to: T40}\n"
        + "- {id: T30, task: Usar, to: E90}\n- {id: T40, task: Desistir}\n"
        + END
    )

    assert at(found, "T30") == (["DOC-P", "DOC-R"], [])
    assert at(found, "T40") == (["DOC-P"], [])


def test_a_task_that_is_broken_off_may_have_made_its_document(documents: Documents) -> None:
    found = documents(
        START
        + "- {id: T20, task: Fazer, out: [DOC-A], to: E90}\n"
        + "- {id: X25, exception: Falhou, attached_to: T20, to: T30}\n- {id: T30, task: Corrigir}\n"
        + END
    )

    assert at(found, "T30") == (["DOC-P"], ["DOC-A"])
    assert found.way_without("T30", "DOC-A") == ("S10", "T20", "X25", "T30")


def test_of_two_starts_each_brings_its_own(documents: Documents) -> None:
    found = documents(
        "- {id: S10, start: Um, lane: ROL-A, from: [EXT-X], receives: [DOC-P, DOC-A], to: T20}\n"
        "- {id: S15, start: Dois, lane: ROL-A, from: [EXT-Y], receives: [DOC-P]}\n"
        "- {id: T20, task: Fazer}\n" + END
    )

    assert at(found, "T20") == (["DOC-P"], ["DOC-A"])
    assert found.way_without("T20", "DOC-A") == ("S15", "T20")


def test_nothing_is_said_of_what_no_start_reaches(documents: Documents) -> None:
    found = documents(START + "- {id: T20, task: Fazer, to: E90}\n- {id: T30, task: Ilha}\n" + END)

    assert not found.is_reached("T30")
    assert at(found, "E90") == (["DOC-P"], [])


def test_the_document_of_the_case_is_there_from_the_start() -> None:
    micro = Micro.model_validate(
        {
            "kind": "micro",
            "id": "MIC-A-010",
            "name": "Faturar",
            "macro": "MAC-A",
            "owner": "ROL-A",
            "case": "DOC-C",
            "steps": [{"id": "S10", "start": "Começo"}, {"id": "T20", "task": "Fazer"}, {"id": "E90", "end": "Fim"}],
        }
    )

    assert DocumentFlow(flow_of(micro)).missing("T20", ["DOC-C", "DOC-D"]) == ("DOC-D",)


@st.composite
def graphs(draw: st.DrawFn) -> Flow:
    """Tasks that make documents and choices that lead anywhere, also back."""
    count = draw(st.integers(2, 7))
    steps: list[dict[str, object]] = [{"id": "S1", "start": "Começo", "receives": ["DOC-S"]}]
    for number in range(2, count + 2):
        made = draw(st.lists(st.sampled_from(["DOC-A", "DOC-B"]), max_size=2, unique=True))
        targets = draw(st.lists(st.integers(2, count + 2), min_size=2, max_size=2))
        if draw(st.booleans()):
            steps.append({"id": f"T{number}", "task": "Fazer", "out": made, "to": f"T{targets[0]}"})
        else:
            paths = [{"when": f"Via {index}", "to": f"T{target}"} for index, target in enumerate(targets)]
            steps.append({"id": f"T{number}", "choice": "Qual?", "paths": paths})
    steps.append({"id": f"T{count + 2}", "end": "Fim"})
    head = {"kind": "micro", "id": "MIC-A-010", "name": "Atender", "macro": "MAC-A", "owner": "ROL-A"}
    return flow_of(Micro.model_validate(head | {"steps": steps}))


def walks(flow: Flow, longest: int) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    """Every walk from the start up to a length, with what it has brought to its last step."""
    queue: list[tuple[tuple[str, ...], frozenset[str]]] = [(("S1",), frozenset())]
    for way, brought in queue:
        yield way, brought
        if len(way) < longest:
            step = flow.steps[way[-1]]
            made = brought | set(getattr(step, "outputs", ())) | set(getattr(step, "receives", ()))
            queue += {((*way, arrow.target), made): None for arrow in flow.outgoing[way[-1]]}


@given(graphs())
def test_every_walk_brings_what_is_always_there_and_nothing_that_never_is(flow: Flow) -> None:
    found = DocumentFlow(flow)

    for way, brought in walks(flow, 8):
        for document in ("DOC-S", "DOC-A", "DOC-B"):
            is_always = not found.missing(way[-1], [document])
            assert document in brought or not is_always
            assert document not in brought or not found.never(way[-1], document)


@given(graphs())
def test_the_way_shown_is_a_way_that_does_not_bring_the_document(flow: Flow) -> None:
    found = DocumentFlow(flow)

    for step in flow.steps:
        for document in ("DOC-A", "DOC-B"):
            if found.is_reached(step) and found.missing(step, [document]):
                way = found.way_without(step, document)
                assert way[0] == "S1"
                assert way[-1] == step
                assert all(
                    target in {arrow.target for arrow in flow.outgoing[source]} for source, target in pairwise(way)
                )
                assert not any(document in getattr(flow.steps[passed], "outputs", ()) for passed in way[:-1])
