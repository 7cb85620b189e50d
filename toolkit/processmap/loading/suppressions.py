"""Suppressions: comments that switch a rule off at one place, with a reason and perhaps an end.

`# processmap: ignore[PM902] reason: um passo por anexo until: 2027-03-31`

Whatever begins with `# processmap:` is meant as one: what is wrong with it is kept, so that it can be reported.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from processmap.diagnostics import Span
from processmap.loading.lines import LineTable

_MEANT = re.compile(r"#+[ \t]*processmap[ \t]*:[ \t]*(?P<rest>.*)", re.IGNORECASE)
_FORM = re.compile(r"ignore[ \t]*\[(?P<codes>[^\]]*)\](?P<rest>.*)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:^|[ \t,;])until:[ \t]*(?P<until>[^ \t]*)", re.IGNORECASE)
_REASON = re.compile(r"[ \t]*reason:[ \t]*(?P<reason>.*?)[ \t]*", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Mistake(StrEnum):
    """Why a comment suppresses nothing; the value is the key of its text."""

    FORM = "form"
    CODES = "codes"
    REASON = "reason"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Suppression:
    """One such comment."""

    codes: tuple[str, ...]
    """Rule codes as written."""
    reason: str | None
    """Why; it is required."""
    until: date | None
    """Last day on which it holds."""
    span: Span
    """The comment."""
    line: int
    """The line it holds for: its own; where it stands alone, the next one that is neither empty nor a comment."""
    mistake: Mistake | None = None
    """What keeps it from holding at all."""


def suppressions(found: Sequence[tuple[int, int]], lines: LineTable) -> Iterator[Suppression]:
    """Yields the suppressions among the comments of a file, in order."""
    for start, end in found:
        meant = _MEANT.fullmatch(lines.text, start, end)
        if meant:
            yield _read(meant["rest"].strip(), lines.span(start, end), _line_meant(start, lines))


def _read(written: str, span: Span, line: int) -> Suppression:
    form = _FORM.fullmatch(written)
    if not form:
        return Suppression((), None, None, span, line, Mistake.FORM)
    codes = tuple(code.strip() for code in form["codes"].split(",") if code.strip())
    end = _UNTIL.search(form["rest"])
    rest = form["rest"][: end.start()] + form["rest"][end.end() :] if end else form["rest"]
    reason = _REASON.fullmatch(rest)
    until = _day(end["until"]) if end else None
    mistake = None
    if end and until is None:
        mistake = Mistake.DATE
    elif not reason or not reason["reason"]:
        mistake = Mistake.REASON
    elif not codes:
        mistake = Mistake.CODES
    return Suppression(codes, (reason["reason"] or None) if reason else None, until, span, line, mistake)


def _day(written: str) -> date | None:
    if not _DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _line_meant(start: int, lines: LineTable) -> int:
    """The comment's own line, or the next with content when there is nothing but the comment in it."""
    own = lines.position(start).line
    if lines.text[lines.line_start(start) : start].strip():
        return own
    for number in range(own, len(lines.starts)):
        content = lines.line_at(lines.starts[number]).strip()
        if content and not content.startswith("#"):
            return number + 1
    return own
