"""Findings with the lines they are about: what a person reads in a terminal.

error PM106 dangling-reference
  processes/vender/MIC-COM-010.yaml:31:12
   |
31 |     system: SYS-CMR
   |             ^^^^^^^
  «Montar proposta» names SYS-CMR, which does not exist.
  hint: did you mean SYS-CRM?
  more: processmap explain PM106

Related places, such as the other half of a hand-off, follow with a frame of their own.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from textwrap import wrap
from typing import TypeAlias

from processmap.diagnostics import Finding, Place, Severity
from processmap.export.source_lines import SourceLines
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

WIDTH = 100
"""Columns where nothing says how wide the output may be, as in a pipe."""

_INKS = {Severity.ERROR: Ink.ERROR, Severity.WARNING: Ink.WARNING, Severity.INFO: Ink.INFO, Severity.OFF: Ink.FAINT}
_BEFORE = 20
"""Columns of a long line that are shown before what is underlined."""
_TAB = "    "


def unpainted(text: str, _ink: Ink) -> str:
    """The paint of a pipe: none."""
    return text


@dataclass(frozen=True, slots=True)
class FullFormat:
    """What is needed to write findings in full."""

    texts: Texts
    sources: SourceLines
    """The files; a place in one that is missing is shown without its line."""
    paint: Paint = unpainted
    width: int = WIDTH
    """Columns; texts are wrapped there, and a longer line of a file is shown in part."""

    def lines(self, findings: Iterable[Finding]) -> Iterator[str]:
        """Yields the lines of all findings, with an empty line between two findings.

        How to read more about a rule is said with its first finding only.
        """
        explained: set[str] = set()
        for finding in findings:
            if explained:
                yield ""
            yield from self._finding(finding, is_first=finding.code not in explained)
            explained.add(finding.code)

    def _finding(self, finding: Finding, *, is_first: bool) -> Iterator[str]:
        ink = _INKS[finding.severity]
        head = f"{self.texts(f'severity.{finding.severity}')} {finding.code}"
        yield f"{self.paint(head, ink)} {finding.name}"
        yield from self._frame(finding.place, ink)
        yield from self._text(self.texts.render(finding.message))
        if finding.hint:
            yield from self._labelled("hint", self.texts.render(finding.hint), Ink.INFO)
        if is_first:
            yield from self._labelled("more", f"processmap explain {finding.code}", Ink.FAINT)
        for related in finding.related:
            yield from self._labelled("see", self.texts.render(related.message), Ink.FAINT)
            yield from self._frame(related.place, Ink.FAINT)

    def _labelled(self, key: str, text: str, ink: Ink) -> Iterator[str]:
        label = self.texts(f"label.{key}")
        first, *others = self._text(f"{label} {text}")
        yield first.replace(label, self.paint(label, ink), 1)
        yield from others

    def _text(self, text: str) -> Iterator[str]:
        for line in text.splitlines():
            yield from wrap(
                line,
                self.width,
                initial_indent="  ",
                subsequent_indent="  ",
                break_long_words=False,
                break_on_hyphens=False,
            )

    def _frame(self, place: Place, ink: Ink) -> Iterator[str]:
        start = place.span.start
        yield f"  {self.paint(f'{place.path}:{start.line}:{start.column}', Ink.PLACE)}"
        line = self.sources.line(place)
        if line is None:
            return
        number = str(start.line)
        margin = " " * len(number)
        shown, before, width = _cut(line, place, self.width - len(f"  {number} | ……"))
        yield self.paint(f"  {margin} |", Ink.FAINT)
        yield f"{self.paint(f'  {number} |', Ink.FAINT)} {shown}"
        yield f"{self.paint(f'  {margin} |', Ink.FAINT)} {' ' * before}{self.paint('^' * width, ink)}"


def _cut(line: str, place: Place, room: int) -> tuple[str, int, int]:
    """Returns a window of the line, the columns before the caret in it, and the caret's width."""
    start, end = place.span.start, place.span.end
    first = start.column - 1
    last = end.column - 1 if end.line == start.line else len(line)
    offset = max(0, min(first - _BEFORE, len(line) - room)) if len(line) > room else 0
    window = line[offset : offset + room]
    lead, trail = "…" if offset else "", "…" if offset + room < len(line) else ""
    before = _columns(window[: first - offset]) + len(lead)
    width = max(1, _columns(window[first - offset : max(first, last) - offset]))
    return lead + _visible(window) + trail, before, width


def _visible(text: str) -> str:
    return "".join(
        _TAB if char == "\t" else char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text
    )


def _columns(text: str) -> int:
    return len(_visible(text))
