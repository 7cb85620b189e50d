"""Checks a map: runs every rule, grades what it finds, gives each finding its lines, and heeds suppressions."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from time import perf_counter
from typing import TypeAlias

from processmap.app.git import HistoryState
from processmap.app.history import UNKNOWN, History
from processmap.app.placing import Placing
from processmap.app.suppressing import SuppressedFinding, judge
from processmap.config import CheckSettings
from processmap.diagnostics import Finding, Severity
from processmap.graph import MapGraph
from processmap.i18n import Language
from processmap.loading import LoadedMap
from processmap.rules import ALL_RULES, CLOSING_RULES, RuleModule
from processmap.rules.document_control import pm707_changed_without_new_revision
from processmap.rules.ladder import graded, least_advanced
from processmap.rules.proofs import micros_not_proved
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind

Watch: TypeAlias = Callable[[Rule, float], None]
"""Called after each rule, with the seconds that it took to run and to place its findings."""


def _unwatched(_rule: Rule, _seconds: float) -> None:
    """The watch of those who do not look."""


_FIRST_RULES = tuple(module for module in ALL_RULES if module not in CLOSING_RULES)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check of a whole map has found."""

    findings: tuple[Finding, ...]
    """Sorted by file, line, column and code; none of them is switched off or suppressed."""
    suppressed: tuple[SuppressedFinding, ...]
    """What comments of the map hide, in the same order."""
    counts: Mapping[str, int]
    """Number of elements per kind (`macro`, `micro`, `ito`, …), every kind present, in a fixed order."""
    unparsed: tuple[str, ...]
    """Files that are no YAML: what they define was not checked."""
    not_proved: int
    """Micros whose behaviour was not proved because their structure has errors."""
    language: Language
    """Language of the map."""
    today: date
    """The day that deadlines were compared with; pages compare with the same."""
    history: HistoryState = HistoryState.READ
    """Whether changes since the last revision could be looked for (PM707)."""

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def fails(self, *, strict: bool = False) -> bool:
        """Whether there is a finding at or above the failing level: errors, and warnings when strict."""
        return bool(self.count(Severity.ERROR) or (strict and self.count(Severity.WARNING)))


def check_map(
    loaded: LoadedMap, graph: MapGraph, *, today: date, history: History = UNKNOWN, watch: Watch = _unwatched
) -> CheckResult:
    """Runs every rule over a map.

    Args:
        loaded: the map as read.
        graph: its index.
        today: the date that rules about deadlines compare with.
        history: what git knows about published documents; without it none of them counts as changed.
        watch: told after each rule.
    """
    context = RuleContext(map=loaded, graph=graph, today=today, published=history.published)
    first = _findings(context, _FIRST_RULES, watch)
    judged = judge(first, loaded.suppressions, today=today, not_run=rules_not_run(history.state))
    closing = replace(context, verdicts=judged.verdicts)
    findings = (*judged.remaining, *_findings(closing, CLOSING_RULES, watch))
    return CheckResult(
        findings=tuple(sorted(findings, key=Finding.sort_key)),
        suppressed=tuple(sorted(judged.suppressed, key=lambda hidden: hidden.finding.sort_key())),
        counts=element_counts(loaded),
        unparsed=tuple(loaded.unparsed),
        not_proved=micros_not_proved(context),
        language=loaded.language,
        today=today,
        history=history.state,
    )


def rules_not_run(history: HistoryState) -> frozenset[str]:
    """Returns the codes of the rules that say nothing because the past of the map cannot be read."""
    return frozenset() if history is HistoryState.READ else frozenset({pm707_changed_without_new_revision.RULE.code})


def element_counts(loaded: LoadedMap) -> dict[str, int]:
    """Returns the number of elements per kind, every kind present, in the order of `Kind`."""
    counts = {kind.name.lower(): 0 for kind in Kind}
    for element in loaded.elements.values():
        counts[element.kind.name.lower()] += 1
    return counts


def _findings(context: RuleContext, modules: Iterable[RuleModule], watch: Watch) -> Iterator[Finding]:
    placing = Placing(context.map)
    settings = context.map.settings
    checks = settings.checks if settings else CheckSettings()
    for module in modules:
        started = perf_counter()
        for problem in context.problems(module):
            finding = placing.finding(module.RULE, problem)
            path = finding.place.path
            status = least_advanced(placing.status(side) for side in (finding.element, problem.other_side))
            severity = graded(module.RULE, status=status, path=path, checks=checks, own=problem.severity)
            if severity is not Severity.OFF:
                yield replace(finding, severity=severity)
        watch(module.RULE, perf_counter() - started)
