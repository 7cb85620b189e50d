"""Suppressions are read from comments, and from comments only."""

from datetime import date

import pytest

from processmap.loading.parsed import parse
from processmap.loading.suppressions import Mistake


def test_a_suppression_has_codes_a_reason_an_end_and_a_place() -> None:
    file = parse(
        "x.yaml", "a: 1\nb: 2  # processmap: ignore[PM902, PM903] reason: um passo por anexo until: 2027-03-31\n"
    )

    (found,) = file.suppressions
    assert found.codes == ("PM902", "PM903")
    assert found.reason == "um passo por anexo"
    assert found.until == date(2027, 3, 31)
    assert (found.span.start.line, found.span.start.column) == (2, 7)


def test_a_suppression_without_a_reason_is_read_so_that_it_can_be_reported() -> None:
    file = parse("x.yaml", "# processmap: ignore[PM902]\na: 1\n")

    assert [(found.codes, found.reason, found.until) for found in file.suppressions] == [(("PM902",), None, None)]


@pytest.mark.parametrize(
    "text",
    [
        'a: "x # processmap: ignore[PM902] reason: y"\n',
        "a: 'x # processmap: ignore[PM902] reason: y'\n",
        "a: |\n  x\n  # processmap: ignore[PM902] reason: y\n",
        "a: x#processmap: ignore[PM902] reason: y\n",
        "a: 1  # processmaps are fine\n",
    ],
)
def test_text_and_other_comments_are_no_suppression(text: str) -> None:
    assert parse("x.yaml", text).suppressions == ()


@pytest.mark.parametrize(
    ("comment", "mistake"),
    [
        ("# processmap: ignore[PM902] reason: y until: 2027-02-30", Mistake.DATE),
        ("# processmap: ignore[PM902] reason: y until: 31/03/2027", Mistake.DATE),
        ("# processmap: ignore[PM902] reason: y until:", Mistake.DATE),
        ("# processmap: ignore[PM902]", Mistake.REASON),
        ("# processmap: ignore[PM902] reason:", Mistake.REASON),
        ("# processmap: ignore[PM902] until: 2027-03-31", Mistake.REASON),
        ("# processmap: ignore[PM902] um passo por anexo", Mistake.REASON),
        ("# processmap: ignore[] reason: y", Mistake.CODES),
        ("# processmap: ignore PM902 reason: y", Mistake.FORM),
        ("# processmap: disable[PM902] reason: y", Mistake.FORM),
        ("# processmap:", Mistake.FORM),
    ],
)
def test_what_is_wrong_with_a_suppression_is_kept(comment: str, mistake: Mistake) -> None:
    (found,) = parse("x.yaml", f"a: 1  {comment}\n").suppressions

    assert found.mistake is mistake


@pytest.mark.parametrize(
    "comment",
    [
        "#processmap:ignore[PM902] reason: y until: 2027-03-31",
        "# Processmap: Ignore [PM902] Reason: y   Until: 2027-03-31",
        "## processmap: ignore[PM902] until: 2027-03-31 reason: y",
    ],
)
def test_spaces_case_and_order_do_not_matter(comment: str) -> None:
    (found,) = parse("x.yaml", f"a: 1  {comment}\n").suppressions

    assert (found.codes, found.reason, found.until, found.mistake) == (("PM902",), "y", date(2027, 3, 31), None)


def test_a_comment_holds_for_its_own_line_or_else_for_the_next_with_content() -> None:
    lines = [
        "# processmap: ignore[PM901] reason: y",
        "# processmap: ignore[PM902] reason: y",
        "",
        "# Outra coisa",
        "a: 1  # processmap: ignore[PM903] reason: y",
        "b: 2",
        "# processmap: ignore[PM904] reason: y",
    ]

    found = parse("x.yaml", "\n".join(lines)).suppressions

    assert [(entry.codes[0], entry.line) for entry in found] == [
        ("PM901", 5),
        ("PM902", 5),
        ("PM903", 5),
        ("PM904", 7),
    ]


def test_a_suppression_is_not_taken_for_a_cut_text() -> None:
    file = parse("x.yaml", "a: b #processmap: ignore[PM902] reason: c\n")

    assert file.problems == ()
    assert [found.codes for found in file.suppressions] == [("PM902",)]
