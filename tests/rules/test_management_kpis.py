"""PM801 to PM805 beyond the examples of their pages."""

from collections.abc import Callable

import pytest

Lines = Callable[..., list[str]]

_PATH = "processes/catalog/kpis.yaml"
_FORM = """
kind: form
id: FRM-VEN-001
name: Pedido registrado
channel: web
fields:
  - {name: cestas, label: Quantidade de cestas, type: integer, required: true, crm_field: Order.Quantity}
  - {name: desconto, label: Desconto pedido, type: percent, required: true}
  - {name: valor, label: Valor, type: money, crm_field: Order.Value}
  - {name: nota, label: Nota, type: choice, options: [1, 2, 3], crm_field: Order.Score}
  - {name: obs, label: Observações, type: long_text, crm_field: Order.Notes}
"""
_FORMULA = "The formula of KPI-VEN-001 (Um)"
_TIME = "t: duration MIC-VEN-010/S10..MIC-VEN-010/E90"
_COUNT = "n: count MIC-VEN-010/E90"
_MONEY = "v: sum FRM-VEN-001.valor"


def _kpi(formula: str, terms: str, *, unit: str = "count", more: str = "") -> dict[str, str]:
    first = (
        f"  - id: KPI-VEN-001\n    name: Um\n    type: outcome\n    unit: {unit}\n    better: up\n"
        f"    shown_in: [FOR-VENDAS]\n    terms: {{{terms}}}\n{formula and f'    formula: {formula}'}\n{more}"
    )
    second = "  - {id: KPI-VEN-002, name: Dois, type: time, unit: bd, better: down, anchors: [MIC-VEN-010/T20]}\n"
    return {_PATH: f"kpis:\n{first}{second}", "processes/forms/FRM-VEN-001.yaml": _FORM}


@pytest.fixture
def found(lines_of: Lines) -> Callable[[dict[str, str]], list[str]]:
    """The lines of PM8 without the file."""
    return lambda files: [line.split(":", 1)[1] for line in lines_of(files, "8")]


@pytest.mark.parametrize(
    ("formula", "terms", "unit"),
    [
        ("t", _TIME, "bd"),
        ("t / n", f"{_TIME}, {_COUNT}", "h"),
        ("t * 45", _TIME, "BRL"),
        ("v / n", f"{_MONEY}, {_COUNT}", "BRL"),
        ("(1 - n / m) * 100", f"{_COUNT}, m: count MIC-VEN-010/S10", "percent"),
        ("10 - t", _TIME, "score"),
        ("n + c", f"{_COUNT}, c: sum FRM-VEN-001.cestas", "percent"),
        ("n / t", f"{_COUNT}, {_TIME}", "count"),
        ("v / v2", f"{_MONEY}, v2: mean FRM-VEN-001.valor", "ratio"),
        ("nota", "nota: mean FRM-VEN-001.nota", "score"),
        ("d", "d: mean FRM-VEN-001.desconto", "percent"),
        ("x", "x: sum FRM-VEN-009.nada", "BRL"),
        ("t", "t: p90 MIC-VEN-010/A40..MIC-VEN-010/T20", "bd"),
        ("t", "t: duration MIC-VEN-010/E90..MIC-VEN-020/S10", "bd"),
    ],
)
def test_a_formula_that_may_be_right_is_left_alone(
    found: Callable[[dict[str, str]], list[str]], formula: str, terms: str, unit: str
) -> None:
    assert found(_kpi(formula, terms, unit=unit)) == []


@pytest.mark.parametrize(
    ("formula", "terms", "unit", "expected"),
    [
        (
            "n +",
            _COUNT,
            "count",
            f"9:14: error PM801 {_FORMULA} cannot be read: a term or a number is missing at its end.",
        ),
        (
            "n ÷ 2",
            _COUNT,
            "count",
            f'9:14: error PM801 {_FORMULA} cannot be read: "÷" at character 3 belongs in no formula.',
        ),
        (
            "n",
            f"{_COUNT}, {_TIME}",
            "count",
            '8:39: error PM801 The term "t" of KPI-VEN-001 (Um) is measured, but its formula does not use it.',
        ),
        (
            "",
            _COUNT,
            "count",
            "8:5: error PM801 KPI-VEN-001 (Um) measures n, but no formula says what becomes of it.",
        ),
        (
            "100",
            "",
            "count",
            ("9:14: error PM801 KPI-VEN-001 (Um) is measured nowhere: it names no step and no form field."),
        ),
        (
            "v + t",
            f"{_MONEY}, {_TIME}",
            "BRL",
            (f'9:14: error PM801 {_FORMULA} adds or subtracts "v" and "t", which are not measured in the same unit.'),
        ),
        (
            "n / 0,0",
            _COUNT,
            "count",
            f"9:14: error PM801 {_FORMULA} divides by zero.",
        ),
        (
            "v",
            _MONEY,
            "bd",
            f"9:14: error PM801 {_FORMULA} gives an amount of money, but its unit is bd.",
        ),
        (
            "obs",
            "obs: sum FRM-VEN-001.obs",
            "count",
            (
                '8:18: error PM801 The term "obs" of KPI-VEN-001 (Um) adds up FRM-VEN-001.obs (Observações), whose '
                "type is long_text: its values are no numbers."
            ),
        ),
        (
            "t",
            "t: duration MIC-VEN-010/E90..MIC-VEN-010/S10",
            "bd",
            (
                '8:16: error PM801 The term "t" of KPI-VEN-001 (Um) times from E90 (Pedido atendido) to S10 (Pedido '
                "recebido), but S10 (Pedido recebido) never comes after E90 (Pedido atendido)."
            ),
        ),
    ],
)
def test_a_formula_that_cannot_be_right_is_reported_once(
    found: Callable[[dict[str, str]], list[str]], formula: str, terms: str, unit: str, expected: str
) -> None:
    assert found(_kpi(formula, terms, unit=unit)) == [expected]


def test_a_target_may_equal_its_floor_and_a_planned_kpi_is_not_checked(
    found: Callable[[dict[str, str]], list[str]],
) -> None:
    assert found(_kpi("n", _COUNT, more="    target: {value: 5, floor: 5}\n")) == []
    assert found(_kpi("n +", _COUNT, more="    target: {value: 1, floor: 5}\n    status: planned\n")) == []


def test_a_benefit_must_move_its_kpi_the_better_way(found: Callable[[dict[str, str]], list[str]]) -> None:
    benefit = "benefits:\n  - {id: BEN-001, name: Mais pedidos, kpi: KPI-VEN-001, baseline: 9, target: 4}\n"

    assert found({"processes/catalog/benefits.yaml": benefit}) == [
        (
            "2:78: error PM802 BEN-001 (Mais pedidos) wants to bring KPI-VEN-001 (Pedidos atendidos) from 9 to 4, but "
            "for it more is better."
        )
    ]


def _targets(*values: tuple[str, str], adds: str) -> dict[str, str]:
    entries = "".join(
        f"  - {{id: TGT-{number}, kpi: KPI-VEN-001, period: 2026-Q4, value: {value}"
        f"{region and f', region: {region}'}}}\n"
        for number, (region, value) in enumerate(values)
    )
    regions = "regions:\n" + "".join(
        f"  - {{id: REG-{name}, name: {name}, cities: [{name}/SP], team: {{ROL-VENDEDOR: 1}}}}\n" for name in "ABC"
    )
    kpi = _kpi("n", _COUNT, more=f"    adds: {adds}\n")
    return {**kpi, "processes/catalog/targets.yaml": f"targets:\n{entries}", "processes/catalog/regions.yaml": regions}


@pytest.mark.parametrize(
    ("values", "adds"),
    [
        ((("", "90"), ("REG-A", "40.5"), ("REG-B", "49,5")), "sum"),
        ((("", "35"), ("REG-A", "36"), ("REG-B", "35"), ("REG-C", "35")), "average"),
        ((("", "90"), ("REG-A", "40")), "none"),
        ((("REG-A", "40"), ("REG-B", "50")), "sum"),
        ((("", "90"),), "sum"),
    ],
)
def test_targets_that_make_up_the_whole(
    found: Callable[[dict[str, str]], list[str]], values: tuple[tuple[str, str], ...], adds: str
) -> None:
    assert found(_targets(*values, adds=adds)) == []


def test_an_average_is_compared_as_exactly_as_the_whole_is_written(
    found: Callable[[dict[str, str]], list[str]],
) -> None:
    assert found(_targets(("", "35.0"), ("REG-A", "36"), ("REG-B", "35"), ("REG-C", "35"), adds="average")) == [
        (
            "2:59: error PM805 The targets of the regions for KPI-VEN-001 (Um) in 2026-Q4 are 35.33 on average, but "
            "TGT-0 wants 35: a difference of 0.33."
        )
    ]


def test_the_same_target_twice_is_reported_beside_the_sum_of_the_first(
    found: Callable[[dict[str, str]], list[str]],
) -> None:
    assert found(_targets(("", "90"), ("REG-A", "90"), ("REG-A", "30"), adds="sum")) == [
        "4:10: error PM805 TGT-2 and TGT-1 both set the target of REG-A (A) for the same KPI in 2026-Q4."
    ]


def test_nothing_is_added_up_while_a_target_cannot_be_read(lines_of: Lines) -> None:
    files = _targets(("", "90"), ("REG-A", "40"), ("REG-B", "cinquenta"), adds="sum")

    assert [line.split()[2] for line in lines_of(files)] == ["PM103"]
