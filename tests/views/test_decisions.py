import json

import pytest
from tests.views.small_maps import linker_of, micro

from processmap.i18n import Language, load_texts
from processmap.model.documents import FieldType, FormField
from processmap.model.policies import Policy, TableInput
from processmap.values.cells import parse_cell
from processmap.views.catalogues.decisions import DecisionTable, admitted, decision_table
from processmap.views.range_words import ColumnWords, column_words
from processmap.views.wording import Wording

PORTUGUESE = Wording(load_texts("site", Language.PORTUGUESE))
ENGLISH = Wording(load_texts("site", Language.ENGLISH))
FORM = """kind: form
id: FRM-A-001
name: Offer
channel: web
fields:
  - {name: discount, label: Discount on the fee, type: percent}
  - {name: lives, label: Lives covered, type: integer}
"""
POLICIES = """policies:
  - id: POL-A-001
    name: Powers of discount
    type: policy
    inputs:
      discount: {field: FRM-A-001.discount, domain: 0%..100%, label: Discount}
      lives: {field: FRM-A-001.lives, domain: 3..99, label: Lives}
    outputs: {power: [Seller, Lawyer]}
    rows:
      - {discount: 0%..10%, lives: any, power: Seller}
      - {discount: over 10%..100%, lives: 3..29, power: Seller}
      - {discount: over 10%..100%, lives: 30..99, power: Lawyer}
  - {id: POL-A-002, name: Words only, type: guideline, mandatory: false}
"""
STEPS = """
  - {id: S10, start: Offer made, lane: ROL-A-1}
  - id: C20
    choice: Who decides?
    decision: POL-A-001/power
    paths:
      - {when: Seller, to: T30}
      - {when: Lawyer, to: A40}
  - {id: T30, task: Send offer, lane: ROL-A-1, to: E90}
  - id: A40
    approval: Is it allowed?
    approvers: [ROL-B-1]
    paths: [{when: Approved, to: T30}, {when: Rejected, to: E90}]
  - {id: E90, end: Offer sent}
"""


def column(domain: str, label: str, kind: FieldType, wording: Wording = PORTUGUESE) -> ColumnWords:
    field = FormField(name="f", label=label, type=kind)
    return column_words(wording, "f", TableInput.model_validate({"domain": domain, "label": label}), field)


DISCOUNT = column("0%..100%", "Desconto", FieldType.PERCENT)
LIVES = column("3..99", "Vidas", FieldType.INTEGER)
TOTAL = column("0..5000000", "Total do mês", FieldType.MONEY)
MARK = column("0..10", "Nota", FieldType.NUMBER)


@pytest.mark.parametrize(
    ("words", "written", "cell", "condition"),
    [
        (DISCOUNT, "0%..10%", "até 10%", "Desconto até 10%"),
        (DISCOUNT, "over 10%..20%", "acima de 10% até 20%", "Desconto acima de 10% até 20%"),
        (DISCOUNT, "over 30%..100%", "acima de 30%", "Desconto acima de 30%"),
        (DISCOUNT, "12.5%..12.5%", "12,5%", "Desconto 12,5%"),
        (DISCOUNT, "0%..100%", "qualquer", ""),
        (DISCOUNT, "any", "qualquer", ""),
        (LIVES, "3..29", "3 a 29", "3 a 29 vidas"),
        (LIVES, "30..99", "30 ou mais", "30 ou mais vidas"),
        (LIVES, "over 29..59", "acima de 29 até 59", "acima de 29 até 59 vidas"),
        (TOTAL, "0..400000", "até R$ 400.000", "Total do mês até R$ 400.000"),
        (TOTAL, "over 400000..5000000", "acima de R$ 400.000", "Total do mês acima de R$ 400.000"),
        (MARK, "over 6.9..10", "acima de 6,9", "Nota acima de 6,9"),
    ],
)
def test_a_range_is_said_as_people_say_it(words: ColumnWords, written: str, cell: str, condition: str) -> None:
    parsed = parse_cell(written)

    assert (words.cell(parsed), words.condition(parsed)) == (cell, condition)


def test_a_list_is_said_with_or() -> None:
    words = ColumnWords(PORTUGUESE, "Impacto", parse_cell(["Dúvida", "Falha", "Parada"]))

    assert words.cell(parse_cell(["Dúvida", "Falha", "Parada"])) == "Dúvida, Falha ou Parada"
    assert words.condition(parse_cell(["Dúvida", "Falha"])) == "Impacto: Dúvida ou Falha"


def test_the_domain_stands_under_the_heading() -> None:
    assert DISCOUNT.everything() == "de 0% a 100%"
    assert TOTAL.everything() == "de R$ 0 a R$ 5.000.000"
    assert column("3..99", "Lives", FieldType.INTEGER, ENGLISH).everything() == "from 3 to 99"


def table() -> DecisionTable:
    linker = linker_of(
        ("processes/forms/FRM-A-001.yaml", FORM),
        ("processes/catalog/policies.yaml", POLICIES),
        micro("MIC-A-010", STEPS),
    )
    policy = linker.atlas.get("POL-A-001", Policy)
    assert policy is not None
    return decision_table(linker, policy)


def test_each_rule_is_a_sentence_with_its_answer() -> None:
    assert [(row.sentence, [answer.text for answer in row.answers]) for row in table().rows] == [
        ("Discount up to 10%", ["Seller"]),
        ("Discount above 10% and 3 to 29 lives", ["Seller"]),
        ("Discount above 10% and 30 or more lives", ["Lawyer"]),
    ]


def test_a_condition_that_repeats_the_row_above_is_known() -> None:
    assert [[cell.repeats for cell in row.conditions] for row in table().rows] == [
        [False, False],
        [False, False],
        [True, False],
    ]


def test_who_decides_is_whom_the_flow_asks_next() -> None:
    seller, lawyer = table().following

    assert (seller.answer.text, [ref.label for ref in seller.answer.deciders]) == ("Seller", [])
    assert [ref.label for ref in seller.steps] == ["T30 Send offer"]
    assert (lawyer.answer.text, [ref.label for ref in lawyer.answer.deciders]) == ("Lawyer", ["Lawyer"])


def test_a_condition_links_to_the_form_field_that_it_is_read_from() -> None:
    (ref,) = table().conditions[0].field

    assert (ref.label, ref.href) == ("Offer: Discount on the fee", "../form/FRM-A-001.html#discount")  # type: ignore[union-attr]


def test_the_tool_gets_bounds_as_plain_decimals() -> None:
    assert [json.loads(row.admits) for row in table().rows] == [
        [[["0", "10", False]], None],
        [[["10", "100", True]], [["3", "29", False]]],
        [[["10", "100", True]], [["30", "99", False]]],
    ]


def test_a_cell_that_fits_no_value_of_the_domain_admits_nothing() -> None:
    assert admitted(parse_cell("0..10"), parse_cell("0%..100%")) == []
    assert admitted(parse_cell("Other"), parse_cell(["A", "B"])) == []
    assert admitted(parse_cell("2..3"), parse_cell(["1", "2", "3"])) == ["2", "3"]


def test_a_policy_without_a_table_has_no_rows() -> None:
    linker = linker_of(("processes/catalog/policies.yaml", POLICIES))
    policy = linker.atlas.get("POL-A-002", Policy)
    assert policy is not None

    assert decision_table(linker, policy).rows == ()
    assert not decision_table(linker, policy).can_be_asked
