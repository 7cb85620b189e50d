"""PM809 and PM810 beyond the examples of their pages: what is proved, and what is left alone."""

from collections.abc import Callable

import pytest

Lines = Callable[..., list[str]]
Found = Callable[..., list[str]]

_INPUTS = """      desconto: {field: FRM-VEN-001.desconto, domain: 0%..20%}
      cestas: {field: FRM-VEN-001.cestas, domain: 1..99}
"""
_NAME = "POL-VEN-001 (Alçadas)"


@pytest.fixture
def found(lines_of: Lines) -> Found:
    """Checks a policy with the given rows; returns line, code and text of what PM8 finds."""

    def check(*rows: str, inputs: str = _INPUTS, outputs: str = "[Vendedor, Gerente]", more: str = "") -> list[str]:
        text = (
            f"policies:\n  - id: POL-VEN-001\n    name: Alçadas\n    type: policy\n{more}    inputs:\n{inputs}"
            f"    outputs: {{alcada: {outputs}}}\n    rows:\n" + "".join(f"      - {{{row}}}\n" for row in rows)
        )
        lines = lines_of({"processes/catalog/policies.yaml": text}, "8")
        return [line.split(":", 3)[1] + ":" + line.split(":", 3)[3] for line in lines]

    return check


def test_whole_numbers_leave_no_hole_between_29_and_30_but_percents_do_between_5_and_6(found: Found) -> None:
    assert (
        found(
            "desconto: any, cestas: 1..29, alcada: Vendedor",
            "desconto: 0%..5%, cestas: 30..99, alcada: Vendedor",
            "desconto: 6%..20%, cestas: 30..99, alcada: Gerente",
        )
        == [
            f"9: error PM809 The table of {_NAME} leaves a case undecided: desconto = 5.1%, cestas = 30 has no row.",
            f"11: error PM810 In {_NAME}, cestas",
        ][:1]
    )


def test_an_input_without_a_field_counts_in_whole_numbers_unless_decimals_are_written(found: Found) -> None:
    inputs = "      nota: {domain: 0..10}\n"

    assert found("nota: 0..6, alcada: Vendedor", "nota: 7..10, alcada: Gerente", inputs=inputs) == []
    assert found("nota: 0..6.5, alcada: Vendedor", "nota: 7..10, alcada: Gerente", inputs=inputs) == [
        f"8: error PM809 The table of {_NAME} leaves a case undecided: nota = 6.6 has no row."
    ]


def test_every_hole_is_shown_up_to_three(found: Found) -> None:
    inputs = "      n: {domain: 1..9}\n"

    lines = found(*(f"n: {n}, alcada: Gerente" for n in (1, 3, 5, 7, 9)), inputs=inputs)

    assert [line.split(": ")[2] for line in lines] == [f"{n} has no row." for n in ("n = 2", "n = 4", "n = 6")]


def test_rows_may_overlap_under_any_if_they_agree(found: Found) -> None:
    rows = ("desconto: 0%..10%, cestas: any, alcada: {}", "desconto: 10%..20%, cestas: any, alcada: Gerente")
    same = (rows[0].format("Gerente"), rows[1])
    other = (rows[0].format("Vendedor"), rows[1])
    case = "decide the case desconto = 10%, cestas = 1"

    assert found(*same, more="    hit: any\n") == []
    assert found(*same) == [f"11: error PM809 Rows 1 and 2 of {_NAME} both {case}."]
    contradiction = f"Rows 1 and 2 of {_NAME} both {case}, once as Vendedor and once as Gerente."
    assert found(*other) == [f"11: error PM809 {contradiction}"]
    assert found(*other, more="    hit: any\n") == [f"12: error PM809 {contradiction}"]


def test_flawed_cells_are_reported_and_nothing_is_concluded_from_them(found: Found) -> None:
    assert found(
        "desconto: 0%..30%, cestas: any, alcada: Gerente",
        "desconto: 5, cestas: muitas, alcada: Vendedor",
        "desconto: over 7%..7%, alcada: Vendedor",
        "desconto: any, cestas: any, vidas: 3",
    ) == [
        f"10: error PM809 Row 1 of {_NAME} holds for desconto = 0%..30%, but desconto only goes over 0%..20%.",
        (
            f"11: error PM809 Row 2 of {_NAME} holds for desconto = 5, but desconto goes over 0%..20%: one is a "
            "percentage, the other is not."
        ),
        f"11: error PM809 Row 2 of {_NAME} holds for cestas = muitas, which is no number; cestas goes over 1..99.",
        f'12: error PM809 Row 3 of {_NAME} does not say for which "cestas" it holds.',
        f"12: error PM809 Row 3 of {_NAME} holds for desconto = over 7%..7%, in which no possible value lies.",
        f'13: error PM809 Row 4 of {_NAME} gives no answer for "alcada".',
        (
            f'13: error PM809 Row 4 of {_NAME} has a column "vidas", which is neither an input nor an output of the '
            "table."
        ),
    ]


def test_a_choice_of_the_form_that_the_domain_forgets_is_a_hole(lines_of: Lines, found: Found) -> None:
    form = (
        "kind: form\nid: FRM-VEN-002\nname: Troca\nchannel: web\nfields:\n"
        "  - {name: motivo, label: Motivo, type: choice, options: [Defeito, Atraso, Outro], crm_field: Case.Reason}\n"
    )
    policy = (
        "policies:\n  - id: POL-VEN-002\n    name: Trocas\n    type: policy\n    inputs:\n"
        "      motivo: {field: FRM-VEN-002.motivo, domain: [Defeito, Atraso]}\n    outputs: {troca: [Não, Sim]}\n"
        "    rows:\n      - {motivo: any, troca: Sim}\n"
    )
    files = {"processes/forms/FRM-VEN-002.yaml": form, "processes/catalog/policies-trocas.yaml": policy}

    assert lines_of(files, "8") == [
        (
            "processes/catalog/policies-trocas.yaml:6:51: error PM809 FRM-VEN-002.motivo (Motivo) offers Outro, but "
            'the table of POL-VEN-002 (Trocas) does not know it as a value of "motivo": such a case has no row.'
        )
    ]


def test_a_table_of_thousands_of_rows_is_not_proved_and_says_so(found: Found) -> None:
    inputs = "      n: {domain: 1..600}\n"

    assert found(*(f"n: {n}, alcada: Gerente" for n in range(1, 601)), inputs=inputs) == [
        (
            f"8: info PM809 The table of {_NAME} is too large to prove that every case has exactly one row; overlaps "
            "and holes may have gone unseen."
        )
    ]


def test_more_of_another_number_may_need_less_power_but_not_now_less_and_now_more(found: Found) -> None:
    small = "desconto: 0%..10%, cestas: any, alcada: Vendedor"
    large = "desconto: over 10%..15%, cestas: 1..29, alcada: Gerente"
    rest = "desconto: over 10%..15%, cestas: 30..99, alcada: Vendedor"
    all_ = "desconto: over 15%..20%, cestas: any, alcada: Gerente"
    mixed = (
        "desconto: over 15%..20%, cestas: 1..29, alcada: Vendedor",
        "desconto: over 15%..20%, cestas: 30..99, alcada: Gerente",
    )

    assert found(small, large, rest, all_) == []
    assert [line.split(" In ")[1] for line in found(small, large, rest, *mixed)] == [
        (
            f'{_NAME}, cestas = 30..99 (row 3) needs only Vendedor as "alcada", although the smaller 1..29 (row 2) '
            "needs Gerente; elsewhere in the table it rises."
        ),
        (
            f'{_NAME}, desconto = over 15%..20% (row 4) needs only Vendedor as "alcada", although the smaller over '
            "10%..15% (row 2) needs Gerente."
        ),
    ]


def test_a_percentage_that_is_no_discount_may_fall_throughout(found: Found) -> None:
    inputs = "      entrada: {domain: 0%..100%, label: Entrada}\n"
    rows = ("entrada: 0%..50%, alcada: Gerente", "entrada: over 50%..100%, alcada: Vendedor")

    assert found(*rows, inputs=inputs) == []
    assert [line.split()[2] for line in found(*rows, inputs=inputs.replace("Entrada", "Desconto"))] == ["PM810"]


def test_answers_without_power_are_not_compared(found: Found) -> None:
    inputs = "      cestas: {field: FRM-VEN-001.cestas, domain: 1..99}\n"

    assert (
        found(
            "cestas: 1..9, alcada: Gerente",
            "cestas: 10..19, alcada: Vendedor",
            "cestas: 20..99, alcada: Gerente",
            inputs=inputs,
        )
        == []
    )
