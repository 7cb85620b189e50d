from tests.views.small_maps import linker_of, micro

from processmap.model.ito import Ito
from processmap.views.ito import ItoPage, ito_page
from processmap.views.pieces import Chip, Lines, Ref

STEPS = """  - {id: T10, task: Sell, lane: ROL-A-1, in: [DOC-A], out: [DOC-B], system: SYS-A}
  - {id: T20, task: Sign, lane: ROL-A-1, control: CTL-A}
  - {id: E30, end: Done}
"""
ITO = """kind: ito
id: ITO-A-001
name: Seller
role: ROL-A-1
mission: Sells leads.
skills:
  - {skill: SKL-A, level: 2}
activities:
  - id: A10
    name: Sell it
    does: [MIC-A-010/T10]
    steps:
      - Ask once.
      - "Attention: never twice."
    done_when: Sold.
  - id: A20
    name: Sign it
    does: [MIC-A-010/T20, MIC-A-010/T99]
    steps: [Sign.]
"""
DOC = """doc:
  {rev: "02", status: draft, effective: 2026-05-06, author: Consultant, reviewer: ROL-B-1,
   changes: [{rev: "02", date: 2026-04-01, change: More}, {rev: "01", date: 2026-03-01, change: First}]}
"""
CATALOGUES = (
    (
        "processes/catalog/documents.yaml",
        """documents:
  - {id: DOC-A, name: Lead, type: note}
  - {id: DOC-B, name: Offer, type: note, retention: 5 years, owner: ROL-B-1}
""",
    ),
    ("processes/catalog/systems.yaml", "systems:\n  - {id: SYS-A, name: CRM, type: crm}\n"),
    (
        "processes/catalog/controls.yaml",
        """controls:
  - {id: CTL-A, name: Two look, risk: One errs, frequency: each case}
  - {id: CTL-B, name: Check, tasks: [MIC-A-010/T10]}
""",
    ),
    (
        "processes/catalog/skills.yaml",
        "skills:\n  - {id: SKL-A, name: Selling, levels: [Knows, Does, Teaches]}\n",
    ),
    (
        "processes/catalog/trainings.yaml",
        """trainings:
  - {id: TRN-A, name: Basics, skills: [{skill: SKL-A, level: 1}], audience: [ROL-A-1], hours: 2}
  - {id: TRN-B, name: Others, skills: [{skill: SKL-A, level: 3}], audience: [ROL-B-1], hours: 2}
  - id: TRN-C
    name: Selling
    skills: [{skill: SKL-A, level: 2}]
    itos: [{ito: ITO-A-001, rev: "01"}]
    audience: [ROL-A-1]
    hours: 2
""",
    ),
    (
        "processes/catalog/glossary.yaml",
        """glossary:
  - {term: Lead, definition: Somebody who may buy}
  - {term: Eal, definition: Only part of a word}
  - {term: Sale, definition: Never used}
""",
    ),
    (
        "processes/catalog/validations.yaml",
        """validations:
  - {id: VAL-001, elements: [ITO-A-001], roles: [ROL-A-1], date: 2026-03-01, verdict: approved}
  - {id: VAL-002, elements: [ITO-A-001], roles: [ROL-A-1], date: 2026-04-01, verdict: rejected, people: 3}
  - {id: VAL-003, elements: [MIC-A-010], roles: [ROL-A-1], date: 2026-05-01, verdict: approved}
""",
    ),
)


def page_of(*files: tuple[str, str], ito: str = ITO) -> ItoPage:
    linker = linker_of(("itos/ITO-A-001.yaml", ito), *files, page="map/ito/ITO-A-001.md")
    model = linker.atlas.get("ITO-A-001", Ito)
    assert model is not None
    return ito_page(linker, model)


def whole() -> ItoPage:
    return page_of(micro("MIC-A-010", STEPS), *CATALOGUES, ito=ITO + DOC)


def test_the_head_says_what_an_auditor_asks_first() -> None:
    head = whole().head

    assert [(fact.label, fact.value) for fact in head.facts if fact.label != "Code"] == [
        ("Revision", ("02",)),
        ("Date of revision", ("2026-04-01",)),
        ("In force from", ("2026-05-06",)),
        ("State", (Chip("Draft", "warn", mark="draft"),)),
    ]
    assert [bool(fact.value) for fact in head.signatures] == [True, True, False]


def test_a_link_to_the_flow_carries_the_role_and_a_step_that_is_missing_is_marked() -> None:
    first, second = whole().activities

    assert first.in_flow[0].step.href == "../micro/MIC-A-010.html?role=ROL-A-1#t10"
    assert first.in_flow[0].process.href == "../micro/MIC-A-010.html?role=ROL-A-1"
    assert [(task.step.href, task.step.is_broken) for task in second.in_flow] == [
        ("../micro/MIC-A-010.html?role=ROL-A-1#t20", False),
        (None, True),
    ]


def test_activities_lead_on_to_each_other() -> None:
    first, second = whole().activities

    assert (first.previous, first.following) == (None, Ref("A20", "Sign it", "#a20"))
    assert (second.previous, second.following) == (Ref("A10", "Sell it", "#a10"), None)


def test_a_step_that_warns_stands_apart_without_the_word() -> None:
    steps = whole().activities[0].steps

    assert [(step.text, step.is_warning) for step in steps] == [(("Ask once.",), False), (("never twice.",), True)]


def test_only_terms_that_the_text_uses_as_words_are_defined() -> None:
    assert [item.term for item in whole().definitions] == ["Lead"]


def test_a_record_says_where_it_is_made_and_how_long_it_is_kept() -> None:
    (row,) = whole().records.rows

    name, activity, system, kept, owner = row.cells
    assert [ref.label for cell in (name, activity, system, owner) for ref in cell if isinstance(ref, Ref)] == [
        "Offer",
        "A10",
        "CRM",
        "Lawyer",
    ]
    assert kept == ("5 years",)


def test_controls_come_from_the_tasks_and_from_their_own_list_of_steps() -> None:
    rows = whole().controls.rows

    assert [[piece.label for piece in row.cells[1] if isinstance(piece, Ref)] for row in rows] == [
        ["Check"],
        ["Two look"],
    ]
    assert rows[1].cells[4] == ("each case",)


def test_a_skill_names_the_level_in_words_and_the_role_s_own_training_that_reaches_it() -> None:
    (row,) = whole().skills.rows

    assert row.cells[1] == (Chip("level 2", "accent"), "Does")
    (lines,) = row.cells[2]
    assert isinstance(lines, Lines)
    assert [piece.label for line in lines.items for piece in line if isinstance(piece, Ref)] == ["Selling"]


def test_a_training_in_an_earlier_revision_says_so() -> None:
    (row,) = whole().trainings.rows

    assert row.cells[1] == ("rev. 01", Chip("earlier revision", "warn"))


def test_validations_come_newest_first_and_only_those_of_the_instruction() -> None:
    rows = whole().validations.rows

    assert [row.cells[1] for row in rows] == [("2026-04-01",), ("2026-03-01",)]
    assert rows[0].cells[2] == (Chip("rejected", "bad"),)


def test_an_instruction_over_an_empty_map_has_its_activities_and_nothing_else() -> None:
    page = page_of()

    assert [activity.name for activity in page.activities] == ["Sell it", "Sign it"]
    assert all(task.step.is_broken for activity in page.activities for task in activity.in_flow)
    tables = (page.records, page.kpis, page.slas, page.trainings, page.controls, page.validations)
    assert [table.rows for table in tables] == [()] * 6
    assert [fact.label for fact in page.head.facts] == ["Code", "State"]
