"""The look-up tool of a decision table answers as the checker's own reading of the same table does."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from tests.browser.conftest import ROOT, Open

from processmap.app.opening import open_map
from processmap.graph import MapGraph
from processmap.loading import LoadedMap
from processmap.model.documents import FieldType
from processmap.model.policies import Policy
from processmap.rules.management.axes import CellFlaw, axis_of
from processmap.rules.management.decision_table import input_field
from processmap.rules.rule import RuleContext
from processmap.values.cells import Anything, Cell, OneOf, Range

pytestmark = pytest.mark.browser
LIT = """([policy, cases]) => {
  const form = document.querySelector(`#${policy} form[data-consult]`);
  const fields = [...form.querySelectorAll("[data-asked]")];
  const rows = [...form.parentElement.querySelectorAll("tr[data-rule]")];
  const said = [...form.parentElement.querySelectorAll("li[data-rule]")];
  return cases.map((values) => {
    values.forEach((value, place) => { fields[place].value = value; });
    fields[0].dispatchEvent(new Event("input", { bubbles: true }));
    const lit = (lines) => lines.flatMap((line, place) => (line.matches(".is-hit, .is-open") ? [place] : []));
    if (String(lit(rows)) !== String(lit(said))) throw new Error("the sentences disagree with the rows");
    return lit(rows);
  });
}"""


def values_of(domain: Cell, cells: list[Cell], *, is_whole: bool) -> list[str]:
    """Every bound, a little below it and a little above it, as the checker writes numbers; every value of a list."""
    if isinstance(domain, OneOf):
        return list(domain.values)
    assert isinstance(domain, Range)
    step = Decimal(1) if is_whole else Decimal("0.1")
    ends = {end for cell in (domain, *cells) if isinstance(cell, Range) for end in (cell.low, cell.high)}
    near = sorted({end + move for end in ends for move in (-step, Decimal(0), step)})
    unit = "%" if domain.is_percent else ""
    return [f"{value}{unit}" for value in near if domain.low <= value <= domain.high]


def rows_that_admit(policy: Policy, context: RuleContext, case: tuple[str, ...]) -> list[int]:
    """The rows of a table that fit a case, by the axes on which the checker proves the table."""
    fitting = list(range(len(policy.rows)))
    for (name, column), value in zip(policy.inputs.items(), case, strict=True):
        cells = [row.get(name, Anything()) for row in policy.rows]
        field = input_field(context, column)
        step = Decimal(1) if field and field.type is FieldType.INTEGER else None
        axis = axis_of(column.domain, step, [*cells, OneOf((value,))])
        own = axis.mask(OneOf((value,)))
        assert not isinstance(own, CellFlaw)
        masks = [axis.mask(cell) for cell in cells]
        fitting = [place for place in fitting if not isinstance(mask := masks[place], CellFlaw) and own & mask == own]
    return fitting


@pytest.fixture(scope="module")
def flagship() -> tuple[LoadedMap, MapGraph]:
    opened = open_map(ROOT, use_cache=False)
    return opened.loaded, opened.graph


def test_the_tool_lights_the_rows_that_the_checker_finds(
    flagship_origin: str, flagship: tuple[LoadedMap, MapGraph], open_page: Open
) -> None:
    loaded, graph = flagship
    page = open_page()
    page.goto(f"{flagship_origin}/map/catalogue/policies.html")
    context = RuleContext(map=loaded, graph=graph, today=date(2026, 11, 24))
    compared = 0

    for policy in graph.all(Policy):
        choices = []
        for name, column in policy.inputs.items():
            field = input_field(context, column)
            is_whole = field is not None and field.type is FieldType.INTEGER
            cells = [row.get(name, Anything()) for row in policy.rows]
            choices.append(values_of(column.domain, cells, is_whole=is_whole))
        cases = list(product(*choices))
        typed = [[value.replace(".", ",") for value in case] for case in cases]
        lit = page.evaluate(LIT, [policy.id.lower(), typed])

        assert lit == [rows_that_admit(policy, context, case) for case in cases]
        compared += len(cases)

    assert compared > 200


def test_one_input_is_enough_where_the_other_makes_no_difference(flagship_origin: str, open_page: Open) -> None:
    page = open_page()
    page.goto(f"{flagship_origin}/map/catalogue/policies.html")
    asked = page.locator("#pol-com-001 form")

    asked.get_by_label("Desconto").fill("25%")

    assert asked.locator("output").inner_text() == "→ Diretor Diretor Comercial"

    asked.get_by_label("Desconto").fill("17,5")

    assert asked.locator("output").inner_text() == "Depende do que falta: veja as linhas acesas."

    asked.get_by_label("Vidas").fill("29,5")

    assert asked.locator("output").inner_text() == "Vidas: informe um número inteiro."

    asked.get_by_label("Vidas").fill("120")

    assert asked.locator("output").inner_text() == "Fora da tabela: Vidas vai de 3 a 99."


def test_a_sum_of_money_may_be_written_with_points(flagship_origin: str, open_page: Open) -> None:
    page = open_page(width=390)
    page.goto(f"{flagship_origin}/map/catalogue/policies.html")

    page.locator("#pol-inc-001 form input").fill("R$ 400.000,01")

    assert page.locator("#pol-inc-001 form output").inner_text().startswith("→ Fórum")
    assert page.locator("#pol-inc-001 li.is-hit").inner_text().startswith("Total do mês em reais acima de R$ 400.000 →")
