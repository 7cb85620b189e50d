"""Bytes of a file to text, or a finding that says why they are none."""

import hashlib
from dataclasses import dataclass

from processmap.diagnostics import Place, Position, Problem, Span
from processmap.i18n import Message
from processmap.loading.lines import LineTable

LARGEST_FILE = 2 * 1024 * 1024
"""Bytes; a YAML file of a map has a few thousand."""


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

    What is not UTF-8 comes back without a text and with the problem PM002, what is too large with PM008: what such a
    file defines is not known, and nothing is guessed.
    """
    digest = hashlib.sha256(content).hexdigest()
    if len(content) > LARGEST_FILE:
        return unreadable(path, "large", digest)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return SourceFile(path, None, digest, (_not_utf8(path, content, error.start),))
    if text.count("\0") * 3 > len(text):
        return SourceFile(path, None, digest, (_not_utf8(path, content, 0),))
    return SourceFile(path, text, digest)


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
    if _is_utf16(content) or b"\0" in content[:256]:
        key = "PM002.utf16" if _is_utf16(content) else "PM002.binary"
        return Problem("PM002", Message(key), Place(path, Span.at(1, 1)), Message("PM002.hint_save"))
    before = content[:offset].decode("utf-8-sig")
    position = LineTable(before).position(len(before))
    shown = content[offset : offset + 1].decode("cp1252", errors="replace")
    return Problem(
        "PM002",
        Message.of("PM002.not_utf8", byte=f"0x{content[offset]:02X}", shown=shown),
        Place(path, Span(position, Position(position.line, position.column + 1))),
        Message.of("PM002.hint_save"),
    )


def _is_utf16(content: bytes) -> bool:
    """Whether bytes begin with the mark of UTF-16, or have a zero in every second place as Western text has in it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = content[:256]
    return any(sample[first::2].count(0) * 3 > len(sample) for first in (0, 1))
