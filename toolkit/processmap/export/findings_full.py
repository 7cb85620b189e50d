"""Findings with the lines they are about: what a person reads in a terminal.

error PM106 dangling-reference
  processes/vender/MIC-COM-010.yaml:31:12
   |
31 |     system: SYS-CMR
   |             ^^^^^^^
  «Montar proposta» names SYS-CMR, which does not exist.
  hint: did you mean SYS-CRM?
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from processmap.diagnostics import Finding, Place, Severity
from processmap.i18n import Texts


class Ink(Enum):
    """What a piece of the output is, for those who colour it."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    FAINT = "faint"
    PLACE = "place"


Paint: TypeAlias = Callable[[str, Ink], str]
"""Returns a text in the look of an ink."""

_INKS = {Severity.ERROR: Ink.ERROR, Severity.WARNING: Ink.WARNING, Severity.INFO: Ink.INFO, Severity.OFF: Ink.FAINT}
_WIDTH = 110
_TAB = "    "


def unpainted(text: str, _ink: Ink) -> str:
    """The paint of a pipe: none."""
    return text


@dataclass(frozen=True, slots=True)
class FullFormat:
    """What is needed to write findings in full."""

    texts: Texts
    sources: Mapping[str, str]
    """Text of the files, by path; a file that is missing here is shown without its line."""
    paint: Paint = unpainted

    def lines(self, findings: Iterable[Finding]) -> Iterator[str]:
        """Yields the lines of all findings, with an empty line between two findings."""
        for number, finding in enumerate(findings):
            if number:
                yield ""
            yield from self._finding(finding)

    def _finding(self, finding: Finding) -> Iterator[str]:
        ink = _INKS[finding.severity]
        head = f"{self.texts(f'severity.{finding.severity}')} {finding.code}"
        yield f"{self.paint(head, ink)} {finding.name}"
        yield from self._frame(finding.place, ink)
        yield f"  {self.texts.render(finding.message)}"
        if finding.hint:
            yield f"  {self.paint(self.texts('label.hint'), Ink.INFO)} {self.texts.render(finding.hint)}"
        for related in finding.related:
            yield f"  {self.paint(self.texts('label.see'), Ink.FAINT)} {self.texts.render(related.message)}"
            yield from self._frame(related.place, Ink.FAINT)

    def _frame(self, place: Place, ink: Ink) -> Iterator[str]:
        start = place.span.start
        yield f"  {self.paint(f'{place.path}:{start.line}:{start.column}', Ink.PLACE)}"
        line = self._line(place)
        if line is None:
            return
        shown, before, width = _cut(line, place)
        number = str(start.line)
        margin = " " * len(number)
        yield self.paint(f"  {margin} |", Ink.FAINT)
        yield f"{self.paint(f'  {number} |', Ink.FAINT)} {shown}"
        yield f"{self.paint(f'  {margin} |', Ink.FAINT)} {' ' * before}{self.paint('^' * width, ink)}"

    def _line(self, place: Place) -> str | None:
        text = self.sources.get(place.path)
        if not text:
            return None
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return lines[place.span.start.line - 1] if place.span.start.line <= len(lines) else None


def _cut(line: str, place: Place) -> tuple[str, int, int]:
    """Returns a window of the line, the columns before the caret in it, and the caret's width."""
    start, end = place.span.start, place.span.end
    first = start.column - 1
    last = end.column - 1 if end.line == start.line else len(line)
    offset = max(0, min(first - 20, len(line) - _WIDTH)) if len(line) > _WIDTH else 0
    window = line[offset : offset + _WIDTH]
    lead, trail = "…" if offset else "", "…" if offset + _WIDTH < len(line) else ""
    before = _columns(window[: first - offset]) + len(lead)
    width = max(1, _columns(window[first - offset : max(first, last) - offset]))
    return lead + _visible(window) + trail, before, width


def _visible(text: str) -> str:
    return "".join(
        _TAB if char == "\t" else char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text
    )


def _columns(text: str) -> int:
    return len(_visible(text))
