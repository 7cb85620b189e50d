"""What became of a suppression: the comments that suppress nothing, or no longer."""

from dataclasses import dataclass
from enum import StrEnum

from processmap.diagnostics import Place
from processmap.loading.suppressions import Suppression


class Fate(StrEnum):
    """Why a comment has no effect; the value is the key of its text."""

    FORM = "form"
    CODES = "codes"
    REASON = "reason"
    DATE = "date"
    UNKNOWN = "unknown"
    NEVER = "never"
    UNUSED = "unused"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One comment, or one code of it, that has no effect."""

    path: str
    """The file."""
    suppression: Suppression
    fate: Fate
    code: str = ""
    """The code concerned, or all of them; empty where the comment could not be read."""

    @property
    def place(self) -> Place:
        """Where the comment stands."""
        return Place(self.path, self.suppression.span)
