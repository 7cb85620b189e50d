"""The severity ladder: how strict a rule is, given the state of the document and the settings of the map."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from processmap.config import CheckSettings
from processmap.diagnostics import Severity
from processmap.model.document_control import Status
from processmap.rules.rule import Rule


def graded(rule: Rule, *, status: Status, path: str, checks: CheckSettings, own: Severity | None = None) -> Severity:
    """Returns the severity of one finding.

    What map.yaml says for the rule or the path holds whatever the state; the most specific word comes last in
    `checks.paths` and wins. Otherwise the default of the rule, made milder for documents on their way.

    Args:
        rule: the rule that was broken.
        status: state of the element at the finding's main place.
        path: file of that place, relative to the map's root.
        checks: the `checks:` of map.yaml.
        own: grade of this one case, where the rule gave it one.
    """
    configured = _configured(rule.code, path, checks)
    if configured is not None:
        return configured
    severity = own or rule.severity
    return _in_state(severity, status) if rule.softens else severity


def least_advanced(statuses: Iterable[Status]) -> Status:
    """The state that counts when a finding has two sides."""
    order = list(Status)
    return min(statuses, key=order.index)


def _configured(code: str, path: str, checks: CheckSettings) -> Severity | None:
    found = checks.severity.get(code)
    for entry in checks.paths:
        if code in entry.severity and _covers(entry.path, path):
            found = entry.severity[code]
    return found


def _covers(pattern: str, path: str) -> bool:
    folder = pattern.rstrip("/")
    return path == folder or path.startswith(folder + "/") or fnmatchcase(path, pattern)


def _in_state(severity: Severity, status: Status) -> Severity:
    match status:
        case Status.IN_VALIDATION:
            return Severity.WARNING if severity is Severity.ERROR else severity
        case Status.DRAFT | Status.PLANNED:
            return severity.softened()
        case Status.VALIDATED | Status.PUBLISHED | Status.RETIRED:
            return severity
