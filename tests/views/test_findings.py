from tests.views.small_maps import linker_of

from processmap.diagnostics import Finding, Place, Severity, Span
from processmap.i18n import Language, Message, load_texts
from processmap.views.addresses import FINDINGS
from processmap.views.findings import FindingsPage, findings_page, rule_page
from processmap.views.pieces import Chip

NAMES = {"PM106": "dangling-reference", "PM909": "long-name"}


def finding(code: str, severity: Severity, path: str, line: int, element: str | None = None) -> Finding:
    return Finding(
        code, NAMES[code], severity, Message("severity.error"), Place(path, Span.at(line, 1)), element=element
    )


def page_of(*findings: Finding, rules: tuple[str, ...] = ()) -> FindingsPage:
    texts = load_texts("findings", Language.ENGLISH)
    return findings_page(linker_of(page=FINDINGS), findings, texts, dict.fromkeys(rules, ""))


def test_findings_stand_by_grade_then_rule_then_file() -> None:
    page = page_of(
        finding("PM909", Severity.WARNING, "a.yaml", 1),
        finding("PM106", Severity.ERROR, "a.yaml", 2),
        finding("PM106", Severity.ERROR, "a.yaml", 5),
        finding("PM106", Severity.INFO, "b.yaml", 1),
        finding("PM106", Severity.ERROR, "b.yaml", 3),
    )

    shown = [(group.grade, group.code, [(file.path, len(file.lines)) for file in group.files]) for group in page.groups]
    assert shown == [
        ("error", "PM106", [("a.yaml", 2), ("b.yaml", 1)]),
        ("warning", "PM909", [("a.yaml", 1)]),
        ("info", "PM106", [("b.yaml", 1)]),
    ]


def test_a_finding_leads_to_the_page_of_its_rule_and_of_its_element() -> None:
    page = page_of(finding("PM106", Severity.ERROR, "a.yaml", 2, "ROL-A-1"), rules=("PM106",))

    group = page.groups[0]
    element = group.files[0].lines[0].element
    assert group.page.href == "rules/PM106.html"
    assert element is not None
    assert (element.label, element.href) == ("Seller", "role/ROL-A-1.html")


def test_a_finding_about_something_that_the_map_lacks_leads_nowhere() -> None:
    page = page_of(finding("PM106", Severity.ERROR, "a.yaml", 2, "ROL-NOBODY"))

    assert page.groups[0].page.href is None
    assert page.groups[0].files[0].lines[0].element is None


def test_grades_and_rules_narrow_the_list_down_where_there_is_a_choice() -> None:
    one = page_of(finding("PM106", Severity.ERROR, "a.yaml", 2))
    two = page_of(finding("PM106", Severity.ERROR, "a.yaml", 2), finding("PM909", Severity.WARNING, "a.yaml", 1))

    assert one.facets == ()
    assert [facet.values for facet in two.facets] == [
        (("error", Chip("1 error", "bad")), ("warning", Chip("1 warning", "warn"))),
        (
            ("PM106", Chip("PM106", "neutral", detail="dangling-reference")),
            ("PM909", Chip("PM909", "neutral", detail="long-name")),
        ),
    ]


def test_a_clean_map_says_so() -> None:
    page = page_of()

    assert page.groups == ()
    assert page.empty == "The check has found nothing: the map is clean."


def test_the_page_of_a_rule_has_its_first_line_for_a_title() -> None:
    page = rule_page(linker_of(page="map/rules/PM106.md"), "# PM106 · dangling-reference\n\n**error**\n\n## Why\n")

    assert page.header.title == "PM106 · dangling-reference"
    assert page.text == "**error**\n\n## Why"
    assert page.back.href == "../findings.html"
