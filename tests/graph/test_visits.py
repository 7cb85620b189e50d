"""How often each step of a flow is done."""

from decimal import Decimal
from fractions import Fraction

import pytest

from processmap.graph import MapGraph
from processmap.graph.visits import visits
from processmap.loading import from_text, load

HEAD = "kind: micro\nid: MIC-A-010\nname: Tratar\nmacro: MAC-A\nowner: ROL-A\nsteps:\n"


def exact(value: Decimal | int) -> Fraction:
    return Fraction(value)


def times(steps: str, **arriving: int) -> dict[str, Fraction]:
    loaded = load([from_text("processes/MIC-A-010.yaml", HEAD + steps)])
    assert loaded.problems == ()
    flow = MapGraph(loaded).flow("MIC-A-010")
    assert flow is not None
    return visits(flow, {start: Fraction(cases) for start, cases in (arriving or {"S10": 1}).items()}, exact)


def test_shares_divide_the_cases_and_paths_without_one_share_the_rest() -> None:
    found = times(
        """
  - {id: S10, start: Pedido}
  - id: G20
    choice: Qual?
    paths: [{when: A, to: E80, share: 50%}, {when: B, to: E90}, {when: C, to: E99}]
  - {id: E80, end: A}
  - {id: E90, end: B}
  - {id: E99, end: C}
""",
        S10=8,
    )

    assert found == {"S10": 8, "G20": 8, "E80": 4, "E90": 2, "E99": 2}


def test_every_branch_of_a_parallel_block_gets_every_case_and_the_join_makes_one_of_them() -> None:
    found = times(
        """
  - {id: S10, start: Pedido}
  - {id: P20, parallel: Preparar, paths: [{to: G30}, {to: T50}]}
  - {id: G30, choice: Qual?, paths: [{when: A, to: T40, share: 25%}, {when: B, to: J60, share: 75%}]}
  - {id: T40, task: Fazer, to: J60}
  - {id: T50, task: Avisar, to: J60}
  - {id: J60, join: all}
  - {id: E90, end: Pronto}
"""
    )

    assert found == {"S10": 1, "P20": 1, "G30": 1, "T40": Fraction(1, 4), "T50": 1, "J60": 1, "E90": 1}


def test_options_take_each_path_as_often_as_it_says() -> None:
    found = times(
        """
  - {id: S10, start: Pedido}
  - {id: O20, options: O quê?, paths: [{when: A, to: T30, share: 80%}, {when: B, to: T40, share: 60%}]}
  - {id: T30, task: Fazer, to: J50}
  - {id: T40, task: Avisar, to: J50}
  - {id: J50, join: all}
  - {id: E90, end: Pronto}
"""
    )

    assert (found["T30"], found["T40"], found["J50"]) == (Fraction(4, 5), Fraction(3, 5), 1)


def test_rework_is_done_up_to_its_bound_and_then_leaves() -> None:
    found = times(
        """
  - {id: S10, start: Pedido}
  - {id: T20, task: Fazer}
  - id: G30
    choice: Certo?
    paths:
      - {when: Sim, to: E90, share: 50%}
      - {when: Não, to: T20, share: 50%, rework: {max: 2, then: E99, why: Erro}}
  - {id: E90, end: Pronto}
  - {id: E99, end: Desistência}
"""
    )

    assert found["T20"] == Fraction(7, 4)  # 1 + 1/2 + 1/4
    assert (found["E90"], found["E99"]) == (Fraction(7, 8), Fraction(1, 8))


def test_exceptions_take_their_share_and_the_task_keeps_the_rest() -> None:
    found = times(
        """
  - {id: S10, start: Pedido}
  - {id: T20, task: Fazer}
  - {id: X25, exception: Falhou, attached_to: T20, share: 10%, to: E99}
  - {id: E90, end: Pronto}
  - {id: E99, end: Falha}
"""
    )

    assert (found["T20"], found["E90"], found["E99"]) == (1, Fraction(9, 10), Fraction(1, 10))


@pytest.mark.parametrize("target", ["X25", "N26"])
def test_a_way_to_what_is_no_step_of_the_flow_ends_there(target: str) -> None:
    found = times(
        f"""
  - {{id: S10, start: Pedido}}
  - {{id: T20, task: Fazer, to: {target}}}
  - {{id: X25, exception: Falhou, attached_to: T20, share: 10%, to: E99}}
  - {{id: N26, note: Cuidado, about: T20}}
  - {{id: E99, end: Falha}}
"""
    )

    assert found["T20"] == 1
