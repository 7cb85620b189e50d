"""Suppressions are read from comments, and from comments only."""

from datetime import date

import pytest

from processmap.loading.parsed import parse


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
        "a: 1  # processmap: ignore[PM902] reason: y until: 2027-02-30\n",
    ],
)
def test_text_and_an_end_that_no_calendar_has_suppress_nothing(text: str) -> None:
    assert parse("x.yaml", text).suppressions == ()


def test_a_suppression_is_not_taken_for_a_cut_text() -> None:
    file = parse("x.yaml", "a: b #processmap: ignore[PM902] reason: c\n")

    assert file.problems == ()
    assert [found.codes for found in file.suppressions] == [("PM902",)]
