"""Suppressions: comments that switch a rule off at one place, with a reason and perhaps an end.

`# processmap: ignore[PM902] reason: um passo por anexo until: 2027-03-31`
"""

import re
from dataclasses import dataclass
from datetime import date

from processmap.diagnostics import Span
from processmap.loading.lines import LineTable

_MARK = re.compile(
    r"#[ \t]*processmap:[ \t]*ignore\[(?P<codes>[^\]\r\n]*)\](?:[ \t]+reason:[ \t]*(?P<reason>.*?))?"
    r"(?:[ \t]+until:[ \t]*(?P<until>\d{4}-\d{2}-\d{2}))?[ \t]*(?=$|\r|\n)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """One such comment."""

    codes: tuple[str, ...]
    """Rule codes as written."""
    reason: str | None
    """Why; it is required, and a missing one is a finding."""
    until: date | None
    """Last day on which it holds."""
    span: Span
    """The comment; it holds for its own line and the next."""


def suppressions(text: str, lines: LineTable, scalars: list[tuple[int, int]]) -> tuple[Suppression, ...]:
    """Returns the suppressions of a text in order.

    Args:
        text: the file.
        lines: its lines.
        scalars: offsets of quoted and block scalars, in order; what stands inside them is no comment.
    """
    if "processmap:" not in text:
        return ()
    found = []
    for match in _MARK.finditer(text):
        if any(start <= match.start() < end for start, end in scalars):
            continue
        codes = tuple(code.strip() for code in match["codes"].split(",") if code.strip())
        span = lines.span(match.start(), match.end())
        found.append(Suppression(codes, match["reason"] or None, _day(match["until"]), span))
    return tuple(found)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
