"""The text that findings point at, line by line as editors count lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from processmap.diagnostics import Place


@dataclass(frozen=True, slots=True)
class SourceLines:
    """The files that findings point into; each is split once."""

    sources: Mapping[str, str]
    """Text by path; a file that could not be read is missing."""
    _split: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)

    def line(self, place: Place) -> str | None:
        """Returns the line in which a place begins, without its end; None where there is no text."""
        lines = self._lines(place.path)
        number = place.span.start.line
        return lines[number - 1] if lines is not None and number <= len(lines) else None

    def marked(self, place: Place) -> str:
        """Returns the text of a place, of one over several lines the part in the first; empty where there is none."""
        line = self.line(place) or ""
        start, end = place.span.start, place.span.end
        return line[start.column - 1 : end.column - 1 if end.line == start.line else None]

    def _lines(self, path: str) -> list[str] | None:
        text = self.sources.get(path)
        if not text:
            return None
        if path not in self._split:
            self._split[path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return self._split[path]
