from decimal import Decimal

from tests.views.small_maps import linker_of, micro

from processmap.views.catalogues.contents import CATALOGUE_SOURCES
from processmap.views.catalogues.kpis import FormulaPart, KpisPage, formula_parts
from processmap.views.catalogues.scale import Given, scale_of

KPIS = """kpis:
  - id: KPI-A-001
    name: Closing rate
    type: outcome
    unit: percent
    better: up
    formula: won / (won + lost)
    terms: {won: count MIC-A-010/E90, lost: count MIC-A-010/E95}
    target: {value: 36, floor: 30}
    shown_in: [FOR-A]
"""
REPORTS = "reports:\n  - {id: RPT-001, name: Panel, audience: [ROL-A-1], kpis: [KPI-A-001], frequency: day}\n"
TARGETS = """targets:
  - {id: TGT-A, kpi: KPI-A-001, period: 2027-Q1, value: 36}
  - {id: TGT-A-S, kpi: KPI-A-001, region: REG-S, period: 2027-Q1, value: 38}
"""
STEPS = """
  - {id: S10, start: Asked, lane: ROL-A-1, to: E90}
  - {id: E90, end: Won}
  - {id: E95, end: Lost}
"""


def given(name: str, value: str) -> Given:
    return Given(name, name, value, Decimal(value))


def test_a_formula_is_read_from_left_to_right_with_signs_that_people_write() -> None:
    assert formula_parts("won / (won + lost_offers) * 2") == (
        FormulaPart("won", is_term=True),
        FormulaPart("÷ ("),
        FormulaPart("won", is_term=True),
        FormulaPart("+"),
        FormulaPart("lost offers", is_term=True),
        FormulaPart(") × 2"),
    )


def test_a_text_that_is_no_formula_stays_whole() -> None:
    assert formula_parts("won over lost") == (FormulaPart("won over lost"),)
    assert formula_parts("") == ()


def test_more_is_better_beyond_the_target_and_bad_below_the_floor() -> None:
    scale = scale_of([given("target", "90"), given("floor", "75")], more_is_better=True, is_percent=True)

    assert scale is not None
    assert [(zone.tone, zone.width) for zone in scale.zones] == [("bad", 75.0), ("warn", 15.0), ("good", 10.0)]
    assert [(mark.name, mark.at) for mark in scale.marks] == [("floor", 75.0), ("target", 90.0)]


def test_less_is_better_below_the_target() -> None:
    scale = scale_of([given("target", "8"), given("floor", "12")], more_is_better=False, is_percent=False)

    assert scale is not None
    assert [(zone.tone, zone.width) for zone in scale.zones] == [("good", 53.3), ("warn", 26.7), ("bad", 20.0)]


def test_without_a_value_above_zero_there_is_no_scale() -> None:
    assert scale_of([given("target", "0")], more_is_better=False, is_percent=True) is None
    assert scale_of([given("target", "-5")], more_is_better=True, is_percent=False) is None


def test_a_card_says_what_its_terms_measure_and_where_it_is_seen() -> None:
    linker = linker_of(
        ("processes/catalog/kpis.yaml", KPIS),
        ("processes/catalog/reports.yaml", REPORTS),
        ("processes/catalog/targets.yaml", TARGETS),
        micro("MIC-A-010", STEPS),
        page="map/catalogue/kpis.md",
    )

    page = CATALOGUE_SOURCES["kpis"].page(linker)

    assert isinstance(page, KpisPage)
    (entry,) = page.groups[0].entries
    assert [(term.name, term.measured, [ref.label for ref in term.refs]) for term in entry.terms] == [
        ("won", "cases that reach", ["E90 Won"]),
        ("lost", "cases that reach", ["E95 Lost"]),
    ]
    facts = {fact.label: fact.value for fact in entry.facts}
    assert [getattr(ref, "id", "") for ref in facts["Looked at in"]] == ["FOR-A", "RPT-001"]
    (lines,) = facts["Targets"]
    ((link, said),) = getattr(lines, "items", ())
    assert (link.href, said) == ("targets.html#tgt-a", "36%, 1 region")
