"""Comments that suppress findings: what they hide, what they cannot hide, and what is said about them."""

from collections.abc import Callable
from datetime import date

import pytest

from processmap.app.checking import CheckResult, rules_not_run
from processmap.app.git import HistoryState
from processmap.app.suppressing import judge
from processmap.i18n import Language, load_texts
from processmap.loading.parsed import parse
from processmap.rules import ALL_RULES
from processmap.rules.verdicts import Fate

PATH = "processes/catalog/systems-erp.yaml"
UNUSED = "- {id: SYS-ERP, name: ERP, type: erp}"

CheckFiles = Callable[..., CheckResult]
LinesOf = Callable[..., list[str]]


def _systems(*lines: str) -> dict[str, str]:
    return {PATH: "".join(f"{line}\n" for line in ("systems:", *(f"  {line}" for line in lines)))}


def _short(lines: list[str]) -> list[str]:
    return [" ".join(line.removeprefix(f"{PATH}:").split(" ")[:3]) for line in lines]


@pytest.mark.parametrize(
    "lines",
    [
        (f"{UNUSED}  # processmap: ignore[PM109] reason: begins in January",),
        ("# processmap: ignore[PM109] reason: begins in January", UNUSED),
        ("# processmap: ignore[PM109] reason: begins in January", "", "# The new ERP.", UNUSED),
        (f"{UNUSED}  # processmap: ignore[PM109] reason: begins in January until: 2026-11-23",),
    ],
)
def test_a_comment_on_the_line_or_above_it_hides_the_finding(check_files: CheckFiles, lines: tuple[str, ...]) -> None:
    result = check_files(_systems(*lines))

    assert result.findings == ()
    assert [(hidden.finding.code, hidden.finding.element, hidden.reason) for hidden in result.suppressed] == [
        ("PM109", "SYS-ERP", "begins in January")
    ]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("ignore[PM109]", "warning PM110 This suppression gives no reason, so nothing is suppressed."),
        ("ignore[] reason: y", "warning PM110 This suppression names no rule, so nothing is suppressed."),
        ("ignore[PM999] reason: y", "warning PM110 PM999 is the code of no rule, so nothing is suppressed."),
        (
            "ignore[PM109] reason: y until: 2027-02-30",
            "warning PM110 The end of this suppression is no day of the calendar, so nothing is suppressed.",
        ),
        (
            "PM109 begins in January",
            "warning PM110 This comment begins like a suppression and cannot be read as one, so nothing is suppressed.",
        ),
        (
            "ignore[PM109] reason: begins in November until: 2026-11-22",
            "error PM111 The suppression of PM109 ended on 2026-11-22; its reason was: begins in November",
        ),
    ],
)
def test_a_comment_without_effect_is_reported_beside_the_finding(lines_of: LinesOf, comment: str, said: str) -> None:
    lines = lines_of(_systems(f"{UNUSED}  # processmap: {comment}"))

    assert lines == [
        f"{PATH}:2:10: warning PM109 SYS-ERP (ERP) is used nowhere: nothing in the map refers to it.",
        f"{PATH}:2:42: {said}",
    ]


def test_a_comment_in_the_line_after_hides_nothing(lines_of: LinesOf) -> None:
    comment = "# processmap: ignore[PM109] reason: y"
    other = f"- {{id: SYS-BPM, name: BPM, type: other, status: planned}}  {comment}"

    assert _short(lines_of(_systems(UNUSED, other))) == ["2:10: warning PM109", "3:61: warning PM110"]


def test_of_several_codes_the_superfluous_one_is_named(lines_of: LinesOf) -> None:
    lines = lines_of(_systems(f"{UNUSED}  # processmap: ignore[PM109, PM108] reason: y"))

    said = "Nothing is suppressed here: PM108 finds nothing in the line that this comment is for."
    assert lines == [f"{PATH}:2:42: warning PM110 {said}"]


def test_what_keeps_something_from_being_read_cannot_be_suppressed(lines_of: LinesOf) -> None:
    lines = lines_of(_systems("- {id: SYS-ERP, name: ERP, type: erp, nome: x}  # processmap: ignore[PM101] reason: y"))

    assert _short(lines) == ["2:41: error PM101", "2:51: warning PM110"]
    assert "PM101 cannot be suppressed" in lines[1]


def test_suppressions_are_not_called_superfluous_while_something_cannot_be_read(lines_of: LinesOf) -> None:
    files = _systems("- {id: SYS-ERP, name: ERP, type: erp, status: planned}  # processmap: ignore[PM109] reason: y")

    assert _short(lines_of(files)) == ["2:59: warning PM110"]
    assert not any("PM110" in line for line in lines_of({**files, "processes/catalog/kpis-x.yaml": "kpis: [\n"}))


@pytest.mark.parametrize(("not_run", "fates"), [(frozenset(), [Fate.UNUSED]), (frozenset({"PM707"}), [])])
def test_a_suppression_of_a_rule_that_could_not_run_is_not_called_superfluous(
    not_run: frozenset[str], fates: list[Fate]
) -> None:
    comments = parse(PATH, "a: 1  # processmap: ignore[PM707] reason: y\n").suppressions

    judged = judge([], {PATH: comments}, today=date(2026, 11, 23), not_run=not_run)

    assert [verdict.fate for verdict in judged.verdicts] == fates


def test_without_history_only_the_rule_on_history_does_not_run() -> None:
    assert {state: set(rules_not_run(state)) for state in HistoryState if rules_not_run(state)} == {
        state: {"PM707"} for state in HistoryState if state is not HistoryState.READ
    }


def test_findings_about_suppressions_cannot_be_suppressed(lines_of: LinesOf) -> None:
    comment = "# processmap: ignore[PM110] reason: y"

    lines = lines_of(_systems(comment, "- {id: SYS-ERP, name: ERP, type: erp, status: planned}"))

    assert len(lines) == 1
    assert "PM110 PM110 cannot be suppressed" in lines[0]


def test_the_rules_that_cannot_be_suppressed_are_those_on_the_page() -> None:
    assert [module.RULE.code for module in ALL_RULES if not module.RULE.can_be_suppressed] == [
        *("PM001", "PM002", "PM003", "PM004", "PM008"),
        *("PM101", "PM102", "PM103", "PM104", "PM105"),
        *("PM110", "PM111"),
    ]


@pytest.mark.parametrize("language", list(Language))
def test_the_hint_shows_the_form_of_a_suppression(language: Language) -> None:
    hint = load_texts("findings", language)("PM110.form_hint")

    assert "# processmap: ignore[PM902] reason: " in hint
    assert "until: 2027-03-31" in hint
