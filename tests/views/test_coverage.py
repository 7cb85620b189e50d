"""Coverage as the page and the home page show it."""

from tests.views.small_maps import linker_of, micro

from processmap.diagnostics import Finding, Place, Position, Severity, Span
from processmap.i18n import Message
from processmap.views.coverage import coverage_bars, coverage_of, coverage_page

PLANNED = "  []\ndoc: {status: planned}\n"
FLOW = """  - {id: S10, start: Asked, lane: ROL-A-1}
  - {id: T20, task: Call, lane: ROL-A-1, system: SYS-P, time: {work: 1 h}}
  - {id: E99, end: Done}
result: Sold.
"""
PAPER = "processes/catalog/systems.yaml", "systems:\n  - {id: SYS-P, name: Notebook, type: paper, sunset: 2027-01-31}\n"


def finding(code: str, element: str) -> Finding:
    start = Position(1, 1)
    return Finding(
        code,
        "a-name",
        Severity.ERROR,
        Message.of("PM101.message"),
        Place("a.yaml", Span(start, start)),
        element=element,
    )


def test_bars_count_processes_and_say_all_only_when_all_are_there() -> None:
    linker = linker_of(micro("MIC-A-010", FLOW), micro("MIC-A-020", PLANNED), page="map/coverage.md")

    bars = coverage_bars(linker, coverage_of(linker.atlas, ()))

    assert [(bar.goal, bar.done, bar.all, bar.percent, bar.href) for bar in bars] == [
        ("drawn_up", 0, 2, 0, "#drawn-up"),
        ("formalised", 0, 2, 0, "#formalised"),
        ("validated", 0, 2, 0, "#validated"),
        ("integrated", 0, 2, 0, "#integrated"),
    ]


def test_a_fault_in_the_form_of_a_step_is_one_of_its_process() -> None:
    linker = linker_of(micro("MIC-A-010", FLOW), page="map/coverage.md")

    page = coverage_page(linker, [finding("PM204", "MIC-A-010/T20"), finding("PM401", "MIC-A-010/T20")])

    formalised = next(each for each in page.missing if each.anchor == "formalised")
    (row,) = formalised.table.rows
    assert "Findings" in str(row.cells[2])


def test_work_on_paper_is_listed_with_its_end() -> None:
    linker = linker_of(PAPER, micro("MIC-A-010", FLOW), page="map/coverage.md")

    ready = coverage_page(linker, ()).readiness

    assert [(share.label, share.count) for share in ready.shares] == [("On paper or in a spreadsheet", 1)]
    (row,) = ready.not_digital.rows
    assert row.cells[3] == ("2027-01-31",)
    assert ready.summary == "0 of 1 tasks and approvals are done in a digital system."


def test_a_map_without_processes_has_no_bars_to_fill() -> None:
    page = coverage_page(linker_of(page="map/coverage.md"), ())

    assert [bar.percent for bar in page.bars] == [0, 0, 0, 0]
    assert page.areas == ()
    assert page.readiness.shares == ()
