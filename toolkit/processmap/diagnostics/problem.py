"""What a check reports, before severity, file position and language are settled.

Loading and rules make Problems; `app` turns each into a Finding.
"""

from dataclasses import dataclass

from processmap.diagnostics.place import Location, Place
from processmap.diagnostics.severity import Severity
from processmap.i18n import Message


@dataclass(frozen=True, slots=True)
class Edit:
    """A safe change of one file's text."""

    path: str
    """POSIX path relative to the map's root."""
    start: int
    """Offset of the first replaced code point in the decoded text, without a byte order mark."""
    end: int
    """Offset after the last replaced code point."""
    replacement: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Another place that a problem is about: the other half of a hand-off, the first of two duplicates."""

    at: Place | Location
    message: Message


@dataclass(frozen=True, slots=True)
class Problem:
    """One violation of one rule. It cannot be made without a place."""

    code: str
    """Code of the rule, such as `PM106`."""
    message: Message
    at: Place | Location
    hint: Message | None = None
    related: tuple[Remark, ...] = ()
    edit: Edit | None = None
    element: str | None = None
    """Id of the element concerned when `at` is a Place; a Location carries its own."""
    severity: Severity | None = None
    """The grade of this case where it differs from the rule's own (a reference to a planned element is an info)."""
    other_side: str | None = None
    """Id of the element on the other side of a contract; the less advanced of the two states decides the grade."""
