"""What comments say. libyaml drops them, so they are read from the text between the values it has found."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from processmap.diagnostics import Place, Problem
from processmap.i18n import Message
from processmap.loading.lines import LineTable
from processmap.loading.quoting import cut_edit

_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#[^\r\n]*")
_CUT = re.compile(r"#(?=[^\s#!])(?!processmap:)")


def comments(text: str, offsets: "array[int]") -> list[tuple[int, int]]:
    """Returns the offsets of every comment in order; a `#` inside a value is none.

    Args:
        text: the file.
        offsets: start and end of its keys and values in document order.
    """
    if "#" not in text:
        return []
    starts = offsets[::2]
    return [found.span() for found in _COMMENT.finditer(text) if not _is_in_value(found.start(), text, starts, offsets)]


def cut_texts(path: str, found: list[tuple[int, int]], offsets: "array[int]", lines: LineTable) -> Iterator[Problem]:
    """Yields PM005 for each plain text that loses its end to a comment on the same line.

    A comment with a space after its `#` is a remark; `Contrato #1` is a text that was cut.
    """
    text, starts = lines.text, offsets[::2]
    for start, end in found:
        if not _CUT.match(text, start):
            continue
        value_start, value_end = _value_before(start, starts, offsets)
        is_plain = value_end > value_start and text[value_start] not in "\"'|>[{&!*"
        if is_plain and not text[value_end:start].strip(" \t"):
            place = Place(path, lines.span(start, end))
            message = Message.of("PM005.message", lost=text[start:end])
            hint = Message.of("PM005.hint", lost=text[start:end])
            yield Problem("PM005", message, place, hint, edit=cut_edit(path, lines, value_start, start))


def _is_in_value(offset: int, text: str, starts: "array[int]", offsets: "array[int]") -> bool:
    start, end = _value_before(offset, starts, offsets)
    return offset < end and text[start] not in "[{"


def _value_before(offset: int, starts: "array[int]", offsets: "array[int]") -> tuple[int, int]:
    """The innermost key or value that begins at or before an offset."""
    entry = bisect_right(starts, offset) - 1
    return (offsets[2 * entry], offsets[2 * entry + 1]) if entry >= 0 else (0, 0)
