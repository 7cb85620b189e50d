"""Lines and columns of offsets, counted as editors count them."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from processmap.diagnostics import Position, Span

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class LineTable:
    """The line starts of a text, found when they are first needed.

    Lines end at LF, CR LF or CR. libyaml also ends them at U+0085, U+2028 and U+2029, and editors do not.
    """

    text: str

    @cached_property
    def starts(self) -> list[int]:
        """Offset of the first code point of each line."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Returns the position of an offset in code points."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def span(self, start: int, end: int) -> Span:
        """Returns the span between two offsets."""
        return Span(self.position(start), self.position(end))

    def line_at(self, offset: int) -> str:
        """Returns the line that holds an offset, without its end."""
        line = bisect_right(self.starts, offset)
        stop = self.starts[line] if line < len(self.starts) else len(self.text)
        return self.text[self.starts[line - 1] : stop].rstrip("\r\n")

    def line_start(self, offset: int) -> int:
        """Returns the offset at which the line of an offset begins."""
        return self.starts[bisect_right(self.starts, offset) - 1]
