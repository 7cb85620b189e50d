"""A finding as it is shown: a problem with its severity and its lines."""

from dataclasses import dataclass

from processmap.diagnostics.place import Place
from processmap.diagnostics.problem import Edit
from processmap.diagnostics.severity import Severity
from processmap.i18n import Message


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """Another place of a finding, with what stands there."""

    place: Place
    message: Message


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe repair, with the place it changes."""

    place: Place
    edit: Edit


@dataclass(frozen=True, slots=True)
class Finding:
    """One violation of one rule at a line of a file."""

    code: str
    name: str
    """Name of the rule, such as `dangling-reference`."""
    severity: Severity
    message: Message
    place: Place
    hint: Message | None = None
    element: str | None = None
    """Id of the element concerned (`MIC-COM-020/T20` for a step), where there is one."""
    related: tuple[RelatedPlace, ...] = ()
    fix: Fix | None = None

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """File, line, column, code, and the message's key and values to break ties."""
        start = self.place.span.start
        return (self.place.path, start.line, start.column, self.code, repr(self.message))
