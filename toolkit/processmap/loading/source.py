"""Bytes of a file to text, or a finding that says why they are none."""

import hashlib
import re
from dataclasses import dataclass

from processmap.diagnostics import Place, Position, Problem, Span
from processmap.i18n import Message
from processmap.loading.lines import LineTable

LARGEST_FILE = 2 * 1024 * 1024
"""Bytes; a YAML file of a map has a few thousand."""

# What YAML 1.1 (5.1) calls printable, plus the line separators; everything else is refused.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NBSP_INDENT = re.compile("^[ \t]*(\xa0)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the map: its text, or the problem that keeps it from having one."""

    path: str
    """POSIX path relative to the map's root."""
    text: str | None
    """Decoded, without a byte order mark; None when the bytes are no text."""
    digest: str = ""
    """SHA-256 of the bytes, in hex."""
    problems: tuple[Problem, ...] = ()


def decode(path: str, content: bytes) -> SourceFile:
    """Reads bytes as UTF-8 text; a byte order mark is dropped.

    What is no text comes back without one and with the problem PM002 or PM008.
    """
    digest = hashlib.sha256(content).hexdigest()
    if len(content) > LARGEST_FILE:
        return unreadable(path, "large", digest)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return SourceFile(path, None, digest, (_not_utf8(path, content, error.start),))
    problem = _forbidden_character(path, text)
    return SourceFile(path, None if problem else text, digest, (problem,) if problem else ())


def from_text(path: str, text: str) -> SourceFile:
    """Makes a source of text that is in no file yet, such as an editor's buffer."""
    return decode(path, text.encode("utf-8", errors="surrogatepass"))


def unreadable(path: str, reason: str, digest: str = "") -> SourceFile:
    """A file that cannot be read at all.

    Args:
        path: the file.
        reason: key of the reason in the texts: `permission`, `loop`, `folder`, `large`, `other`.
        digest: of its bytes, where they are known.
    """
    problem = Problem("PM008", Message.of(f"PM008.{reason}", path=path), Place(path, Span.at(1, 1)))
    return SourceFile(path, None, digest, (problem,))


def _not_utf8(path: str, content: bytes, offset: int) -> Problem:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or content[:64].count(0) >= len(content[:64]) // 3 > 0:
        return Problem("PM002", Message.of("PM002.utf16"), Place(path, Span.at(1, 1)), Message.of("PM002.hint_save"))
    before = content[:offset].decode("utf-8-sig")
    position = LineTable(before).position(len(before))
    shown = content[offset : offset + 1].decode("cp1252", errors="replace")
    return Problem(
        "PM002",
        Message.of("PM002.not_utf8", byte=f"0x{content[offset]:02X}", shown=shown),
        Place(path, Span(position, Position(position.line, position.column + 1))),
        Message.of("PM002.hint_save"),
    )


def _forbidden_character(path: str, text: str) -> Problem | None:
    found = _CONTROL.search(text)
    if found:
        place = Place(path, LineTable(text).span(found.start(), found.end()))
        if found[0] == "\x00" and text.count("\x00") * 3 > len(text):
            return Problem("PM002", Message.of("PM002.utf16"), Place(path, Span.at(1, 1)), Message.of("PM002.hint_save"))
        name = "NUL" if found[0] == "\x00" else f"U+{ord(found[0]):04X}"
        return Problem("PM002", Message.of("PM002.control", character=name), place, Message.of("PM002.hint_control"))
    found = _NBSP_INDENT.search(text)
    if found:
        place = Place(path, LineTable(text).span(found.start(1), found.end(1)))
        return Problem("PM002", Message.of("PM002.nbsp"), place, Message.of("PM002.hint_nbsp"))
    return None
