"""The page of an area: functional chart, exchange with others, times promised."""

from tests.views.small_maps import linker_of, micro

from processmap.model.organisation import Area
from processmap.views.area import AreaPage, area_page
from processmap.views.functional_chart import lines_past
from processmap.views.linking import Linker

ROLES = """roles:
  - {id: ROL-B-2, name: Head of law, area: ARE-JUR, level: manager, headcount: 1}
  - {id: ROL-B-3, name: Clerk, area: ARE-JUR, level: operational, headcount: 4, reports_to: ROL-B-2}
"""
SELL = """
  - {id: S10, start: Asked, lane: ROL-A-1}
  - {id: H20, handoff: Ask for a contract, lane: ROL-A-1, to_process: MIC-B-010, ola: SLA-1}
  - {id: T30, task: Check the contract, lane: ROL-B-3}
  - {id: E50, end: Done}
"""
WRITE = """
  - {id: S10, start: Asked for, lane: ROL-B-3, from: [MIC-A-010]}
  - {id: T20, task: Write, lane: ROL-B-3, time: {work: 8 h, max: 1 bd}}
  - {id: E50, end: Written}
"""
SLAS = "slas:\n  - {id: SLA-1, name: Contract in time, type: internal, target: 2 bd, owner: ROL-B-2}\n"
KPIS = """kpis:
  - {id: KPI-1, name: Written in time, type: time, unit: bd, better: down, owner: ROL-B-2, anchors: [MIC-B-010/T20]}
  - {id: KPI-2, name: Advice given, type: volume, unit: count, better: up, owner: ROL-B-2}
"""
FILES = (
    ("itos/more-roles.yaml", ROLES),
    micro("MIC-A-010", SELL),
    micro("MIC-B-010", WRITE, name="Write the contract", macro="MAC-B"),
    ("processes/catalog/slas.yaml", SLAS),
    ("processes/catalog/kpis.yaml", KPIS),
)


def page_of(area_id: str) -> tuple[Linker, AreaPage]:
    linker = linker_of(*FILES, page=f"map/area/{area_id}.md")
    area = linker.atlas.get(area_id, Area)
    assert area is not None
    return linker, area_page(linker, area, linker.atlas.graph.handoffs)


def test_the_chart_goes_from_the_head_of_the_area_down() -> None:
    _, page = page_of("ARE-JUR")

    assert [(box.role.label, box.depth, box.lines, box.facts) for box in page.chart] == [
        ("Lawyer", 0, (), ("Operational",)),
        ("Head of law", 0, (1,), ("Manager", "1 person")),
        ("Clerk", 1, (), ("Operational", "4 people")),
    ]


def test_a_function_shows_what_is_done_what_it_must_keep_and_what_is_measured() -> None:
    linker, page = page_of("ARE-JUR")

    sell, write = page.chart[2].functions

    assert (sell.process.label, [ref.label for ref in sell.activities]) == ("Sell one", ["T30 Check the contract"])
    assert (sell.slas, sell.kpis) == ((), ())
    assert (write.process.label, [ref.label for ref in write.activities]) == ("Write the contract", ["T20 Write"])
    assert [piece.items[0][0] for piece in write.slas if hasattr(piece, "items")] == [linker.ref("SLA-1")]
    assert write.kpis == linker.lines(["KPI-1"])


def test_what_a_role_answers_for_without_a_function_is_shown_too() -> None:
    linker, page = page_of("ARE-JUR")

    head = page.chart[1]

    assert head.functions == ()
    assert head.other_kpis == linker.lines(["KPI-1", "KPI-2"])
    assert head.other_slas != ()


def test_every_hand_off_of_the_area_is_listed_on_its_side() -> None:
    _, legal = page_of("ARE-JUR")
    _, sales = page_of("ARE-COM")

    assert [(p.area.label, p.count, p.href) for p in legal.receives.partners] == [
        ("Sales", "1 hand-off", "#are-com--are-jur")
    ]
    assert legal.gives.partners == ()
    assert [card.anchor for group in sales.gives.groups for card in group.cards] == ["mic-a-010-h20"]


def test_the_area_takes_part_in_a_process_of_another_one() -> None:
    linker, page = page_of("ARE-JUR")

    assert [row.cells[0] for row in page.takes_part.rows] == [(linker.ref("MIC-A-010"),)]


def test_promises_are_told_from_both_sides() -> None:
    _, legal = page_of("ARE-JUR")
    _, sales = page_of("ARE-COM")

    assert [(table.title, len(table.rows)) for table in legal.promises] == [("What this area promises", 1)]
    assert [(table.title, len(table.rows)) for table in sales.promises] == [("What is promised to this area", 1)]


def test_a_line_goes_on_to_those_further_down_and_not_past_another_head() -> None:
    assert lines_past([0, 1, 2, 1]) == (1,)
    assert lines_past([1, 2, 2, 1]) == (1, 2)
    assert lines_past([1, 0, 1]) == ()
