"""Controls, systems, forums, benefits, reports, forms and the glossary, each on the smallest map that shows it."""

from dataclasses import replace
from datetime import date

from tests.views.small_maps import linker_of, micro

from processmap.views.catalogues.benefits import BenefitsPage, ReportsPage
from processmap.views.catalogues.catalogue import CataloguePage, KindPage
from processmap.views.catalogues.contents import CATALOGUE_SOURCES
from processmap.views.catalogues.controls import ControlsPage
from processmap.views.catalogues.forms import FormsPage
from processmap.views.catalogues.forums import ForumEntry, ForumsPage
from processmap.views.catalogues.systems import SystemsPage
from processmap.views.glossary import GlossaryPage, glossary_page

STEPS = """
  - {id: S10, start: Asked, lane: ROL-A-1}
  - {id: T20, task: Write minutes, lane: ROL-A-1, system: SYS-OLD, control: CTL-002}
  - {id: T30, task: Send, lane: ROL-A-1, system: SYS-CRM}
  - {id: E90, end: Sent}
"""


def page_of(name: str, *files: tuple[str, str], today: date | None = None) -> CataloguePage | KindPage:
    linker = linker_of(*files, page=f"map/catalogue/{name}.md")
    return CATALOGUE_SOURCES[name].page(replace(linker, atlas=replace(linker.atlas, today=today)))


def forum(agenda: str, *, length: str = "length: 60 min") -> ForumEntry:
    text = f"""forums:
  - id: FOR-A
    name: Weekly
    cadence: {{every: week, weekday: monday, time: "10:00", {length}}}
    agenda: {agenda}
"""
    page = page_of("forums", ("processes/catalog/forums.yaml", text))
    assert isinstance(page, ForumsPage)
    return page.entries[0]


def test_each_topic_of_an_agenda_has_its_time() -> None:
    entry = forum("[{topic: Actions, minutes: 15}, {topic: Funnel, minutes: 40}, {topic: Decisions, minutes: 5}]")

    assert [(line.begins, line.topic, line.minutes) for line in entry.agenda] == [
        ("10:00", "Actions", "15 min"),
        ("10:15", "Funnel", "40 min"),
        ("10:55", "Decisions", "5 min"),
    ]
    assert entry.when == "every week, Monday, 10:00"


def test_an_agenda_is_held_against_the_length_of_the_forum() -> None:
    fits = forum("[{topic: Actions, minutes: 20}, {topic: Funnel, minutes: 40}]").total
    short = forum("[{topic: Actions, minutes: 20}]", length="length: 1.5 h").total
    days = forum("[{topic: Actions, minutes: 20}]", length="length: 1 bd").total
    empty = forum("[]").total

    assert fits is not None
    assert short is not None
    assert days is not None
    assert (fits.label, fits.tone) == ("60 of 60 min on the agenda", "good")
    assert (short.label, short.tone) == ("20 of 90 min on the agenda", "warn")
    assert (days.label, days.tone) == ("20 min on the agenda", "neutral")
    assert empty is None


def test_controls_stand_under_the_process_in_which_they_are_exercised() -> None:
    controls = """controls:
  - {id: CTL-001, name: Nobody exercises it}
  - {id: CTL-002, name: Four eyes, risk: Wrong minutes, evidence: Signature, frequency: each case}
"""

    page = page_of("controls", ("processes/catalog/controls.yaml", controls), micro("MIC-A-010", STEPS))

    assert isinstance(page, ControlsPage)
    assert [
        (group.macro and group.macro.label, [entry.head.id for entry in group.entries]) for group in page.groups
    ] == [
        ("Sell", ["CTL-002"]),
        (None, ["CTL-001"]),
    ]
    assert [step.label for step in page.groups[0].entries[0].steps] == ["T20 Write minutes"]
    assert page.groups[0].entries[0].frequency == "each case"
    assert page.matrix.rows == ()


def test_systems_on_their_way_out_stand_along_time_with_what_replaces_them() -> None:
    systems = """systems:
  - {id: SYS-CRM, name: CRM, type: crm}
  - {id: SYS-OLD, name: Sheet, type: spreadsheet, sunset: 2027-03-31, replaced_by: SYS-CRM}
  - {id: SYS-PAP, name: Paper, type: paper, sunset: 2027-01-31, replaced_by: SYS-CRM}
"""
    files = (("processes/catalog/systems.yaml", systems), micro("MIC-A-010", STEPS))

    page = page_of("systems", *files, today=date(2027, 2, 1))

    assert isinstance(page, SystemsPage)
    assert [(each.ref.label, each.iso, each.is_over, each.steps) for each in page.sunsets] == [
        ("Paper", "2027-01-31", True, "0 steps"),
        ("Sheet", "2027-03-31", False, "1 step"),
    ]
    crm = page.entries[0]
    assert (crm.steps_in_words, crm.percent, [ref.label for ref in crm.places[0].steps]) == ("1 step", 100.0, ["T30"])
    assert [fact.label for fact in crm.facts] == ["Replaces"]


def test_a_benefit_goes_from_a_baseline_to_a_target_by_a_day() -> None:
    kpi = "{id: KPI-A-001, name: Rework, type: quality, unit: percent, better: down}"
    benefit = "{id: BEN-001, name: Less, kpi: KPI-A-001, baseline: 35, target: 12, by: 2027-03-31}"
    files = (
        ("processes/catalog/kpis.yaml", f"kpis:\n  - {kpi}\n"),
        ("processes/catalog/benefits.yaml", f"benefits:\n  - {benefit}\n"),
    )

    page = page_of("benefits", *files, today=date(2027, 4, 1))

    assert isinstance(page, BenefitsPage)
    (entry,) = page.entries
    assert (entry.before, entry.after, entry.by, entry.is_over) == ("35%", "12%", "2027-03-31", True)
    assert entry.scale is not None
    assert [(mark.name, mark.at) for mark in entry.scale.marks] == [("target", 12.0), ("baseline", 35.0)]
    assert [zone.tone for zone in entry.scale.zones] == ["good", "warn"]


def test_a_report_says_its_rhythm_and_its_readers() -> None:
    reports = "reports:\n  - {id: RPT-001, name: Panel, audience: [ROL-A-1], frequency: day, channel: mobile}\n"

    page = page_of("reports", ("processes/catalog/reports.yaml", reports))

    assert isinstance(page, ReportsPage)
    assert page.entries[0].rhythm == "every day, mobile"
    assert [getattr(ref, "label", "") for ref in page.entries[0].facts[0].value] == ["Seller"]


def test_a_form_counts_its_fields_and_those_with_personal_data() -> None:
    form = """kind: form
id: FRM-A-001
name: Offer
channel: paper
fields:
  - {name: who, label: Who, type: text, personal: personal}
  - {name: what, label: What, type: text}
"""

    page = page_of("forms", ("processes/forms/FRM-A-001.yaml", form))

    assert isinstance(page, FormsPage)
    (entry,) = page.entries
    assert (entry.fields, entry.personal, entry.ref.href) == (
        "2 fields",
        "1 with personal data",
        "../form/FRM-A-001.html",
    )


def test_the_glossary_goes_by_letters_and_says_where_a_word_is_used() -> None:
    glossary = """glossary:
  - {term: Minute, definition: Text of a contract., synonyms: [draft contract], avoid: [paper]}
  - {term: Área, definition: Part of the company.}
  - {term: Asset, definition: Something owned.}
"""
    linker = linker_of(
        ("processes/catalog/glossary.yaml", glossary), micro("MIC-A-010", STEPS), page="map/catalogue/glossary.md"
    )

    page = glossary_page(linker)

    assert isinstance(page, GlossaryPage)
    assert [(letter.letter, [entry.term for entry in letter.entries]) for letter in page.letters] == [
        ("A", ["Área", "Asset"]),
        ("M", ["Minute"]),
    ]
    minute = page.letters[1].entries[0]
    assert (minute.anchor, minute.avoid, minute.used_in_words) == ("minute", ("paper",), "1 page")
    assert [ref.id for ref in minute.used] == ["MIC-A-010"]


def test_a_catalogue_without_entries_says_so() -> None:
    empty = [page for source in CATALOGUE_SOURCES.values() if isinstance(page := page_of(source.name), KindPage)]

    assert {page.name for page in empty if not page.is_empty} == {"documents"}
