"""How bad a finding is."""

from enum import StrEnum


class Severity(StrEnum):
    """The three grades of a finding, and `off` for a rule that map.yaml has switched off."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    def softened(self) -> "Severity":
        """One grade milder; an info stays an info."""
        return _SOFTER[self]


_SOFTER = {
    Severity.ERROR: Severity.WARNING,
    Severity.WARNING: Severity.INFO,
    Severity.INFO: Severity.INFO,
    Severity.OFF: Severity.OFF,
}
