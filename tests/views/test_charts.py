"""The pictures of catalogues, from maps of a few lines."""

from dataclasses import replace
from datetime import date

from tests.views.small_maps import linker_of, micro

from processmap.model.capability import Skill
from processmap.model.commercial import Incentive, Region
from processmap.model.indicators import Target
from processmap.model.rollout import Phase
from processmap.views.catalogues.contents import CATALOGUE_SOURCES
from processmap.views.catalogues.gap_board import GapBoard
from processmap.views.catalogues.incentive_stairs import IncentivesPage, Stair
from processmap.views.catalogues.region_map import region_map
from processmap.views.catalogues.skill_map import skill_map
from processmap.views.catalogues.target_tables import target_tables
from processmap.views.catalogues.timeline import timeline
from processmap.views.linking import Linker

KPI = (
    "processes/catalog/kpis.yaml",
    "kpis:\n  - {id: KPI-1, name: Contracts, type: volume, adds: sum, unit: count, better: up}\n",
)
REGIONS = """regions:
  - {id: REG-1, name: South, ufs: [PR, SC, RS], team: {ROL-A-1: 3}}
  - {id: REG-2, name: Capital, ufs: [DF, PR], team: {ROL-A-1: 2, ROL-B-1: 1}}
"""


def linker(kind: str, text: str, *further: tuple[str, str]) -> Linker:
    return linker_of((f"processes/catalog/{kind}.yaml", text), *further, page=f"map/catalogue/{kind}.md")


def test_a_skill_says_which_share_of_a_role_reaches_what_the_role_needs() -> None:
    roles = """roles:
  - {id: ROL-C-1, name: Clerk, area: ARE-COM, level: operational, skills: [{skill: SKL-1, level: 2}]}
  - {id: ROL-D-1, name: Driver, area: ARE-COM, level: operational, skills: [{skill: SKL-1, level: 1}]}
  - {id: ROL-E-1, name: Editor, area: ARE-COM, level: operational}
  - {id: ROL-F-1, name: Farmer, area: ARE-COM, level: operational}
"""
    skills = """skills:
  - id: SKL-1
    name: CRM
    levels: [Reads, Writes]
    assessments:
      - {role: ROL-C-1, level: 1, people: 1}
      - {role: ROL-C-1, level: 2, people: 2}
      - {role: ROL-E-1, level: 1, people: 4}
"""
    found = linker("skills", skills, ("itos/more-roles.yaml", roles))

    rows = skill_map(found, found.atlas.all(Skill)).rows

    assert [(row.role.label, row.cells[0].required, row.cells[0].percent, row.cells[0].tone) for row in rows] == [
        ("Clerk", 2, 66, "warn"),
        ("Driver", 1, None, "neutral"),
        ("Editor", None, None, "muted"),
    ]
    assert rows[0].cells[0].text == "2 of 3 people are at level 2 or above"


def test_a_deliverable_begins_after_what_it_depends_on_and_ends_in_its_week() -> None:
    phases = """phases:
  - id: PHA-1
    name: Map
    weeks: 4
    deliverables:
      - {id: D10, name: Plan, week: 1}
      - {id: D20, name: Flows, depends_on: [D10]}
  - id: PHA-2
    name: Train
    weeks: 4
    deliverables:
      - {id: D30, name: Courses, week: 6, depends_on: [D20, D99]}
    waves:
      - {name: South, week: 7}
"""
    found = linker("phases", phases)

    line = timeline(found, found.atlas.all(Phase))

    assert line.weeks == 8
    assert [(phase.name, phase.first, phase.last) for phase in line.phases] == [("Map", 1, 4), ("Train", 5, 8)]
    assert [(bar.name, bar.first, bar.last, bar.is_wave) for phase in line.phases for bar in phase.bars] == [
        ("Plan", 1, 1, False),
        ("Flows", 2, 4, False),
        ("Courses", 5, 6, False),
        ("South", 7, 8, True),
    ]


def test_targets_stand_by_region_and_period_with_each_region_s_share() -> None:
    targets = """targets:
  - {id: TGT-1, kpi: KPI-1, region: REG-1, period: 2027-Q1, value: 30}
  - {id: TGT-2, kpi: KPI-1, region: REG-2, period: 2027-Q1, value: 10}
  - {id: TGT-3, kpi: KPI-1, period: 2027-Q1, value: 40}
  - {id: TGT-4, kpi: KPI-1, region: REG-1, period: 2027-Q2, value: 31}
"""
    found = linker("targets", targets, KPI, ("processes/catalog/regions.yaml", REGIONS))

    (table,) = target_tables(found, found.atlas.all(Target))

    assert table.periods == ("2027-Q1", "2027-Q2")
    assert [[cell.anchor for cell in row.cells] for row in table.rows] == [
        ["tgt-1", "tgt-4"],
        ["tgt-2", ""],
        ["tgt-3", ""],
    ]
    assert [row.share for row in table.rows] == [75, 25, None]
    assert [row.is_whole for row in table.rows] == [False, False, True]


def test_every_federative_unit_has_a_tile_and_belongs_to_the_first_region_that_names_it() -> None:
    found = linker("regions", REGIONS)

    drawn = region_map(found, found.atlas.all(Region))

    assert len({tile.unit for tile in drawn.tiles}) == len(drawn.tiles) == 27
    assert {tile.unit: tile.number for tile in drawn.tiles if tile.number} == {"PR": 1, "SC": 1, "RS": 1, "DF": 2}
    assert [[str(cell[0]) if cell else "" for cell in row.cells[1:]] for row in drawn.teams.rows] == [
        ["3", "2", "5"],
        ["", "1", "1"],
        ["3", "3", "6"],
    ]


def test_a_map_of_regions_without_units_has_no_tiles() -> None:
    found = linker("regions", "regions:\n  - {id: REG-1, name: City, cities: [Campinas/SP]}\n")

    assert region_map(found, found.atlas.all(Region)).tiles == ()


def test_gaps_stand_by_progress_worst_first_and_the_late_ones_are_marked() -> None:
    gaps = """issues:
  - {id: ISS-1, name: N, step: MIC-A-010/T20, type: delay, severity: low, action: A., owner: ROL-A-1, due: 2026-01-01, status: open}
  - {id: ISS-2, name: N, step: MIC-A-010/T20, type: delay, severity: high, action: A., owner: ROL-A-1, due: 2026-12-01, status: open}
  - {id: ISS-3, name: N, step: MIC-A-010/T20, type: delay, severity: low, action: A., owner: ROL-A-1, due: 2026-01-01, status: done}
"""  # noqa: E501  # YAML, an entry a line
    found = linker("issues", gaps, micro("MIC-A-010", "  - {id: T20, task: Call, lane: ROL-A-1}\n"))
    found = replace(found, atlas=replace(found.atlas, today=date(2026, 6, 1)))

    page = CATALOGUE_SOURCES["issues"].page(found)

    assert isinstance(page, GapBoard)
    assert [[(card.head.id, card.is_overdue) for card in column.cards] for column in page.columns] == [
        [("ISS-2", False), ("ISS-1", True)],
        [],
        [("ISS-3", False)],
    ]


def test_the_highest_tier_fills_its_stair() -> None:
    text = """incentives:
  - id: INC-1
    name: Bonus
    kpi: KPI-1
    eligible: [ROL-A-1]
    tiers:
      - {from: 80%, to: 100%, pays: 50%}
      - {from: 100%, pays: 125%}
"""
    found = linker("incentives", text, KPI)

    page = CATALOGUE_SOURCES["incentives"].page(found)

    assert isinstance(page, IncentivesPage)
    assert len(found.atlas.all(Incentive)) == 1
    assert page.entries[0].stairs == (Stair("80% to 100%", "50%", 40), Stair("100% and above", "125%", 100))
