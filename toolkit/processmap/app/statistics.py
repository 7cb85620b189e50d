"""What a check costs, and where the findings are: for who wonders why it takes long. No result depends on it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from time import perf_counter

from processmap.app.checking import CheckResult
from processmap.app.opening import OpenMap
from processmap.diagnostics import Finding, Severity
from processmap.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class FamilyCost:
    """What the rules of one family took together; what they share counts for the first that needs it."""

    family: str
    """The first digit of its codes."""
    rules: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """The costs of one check."""

    files: int
    reading_seconds: float
    """From text to model, with positions."""
    indexing_seconds: float
    families: tuple[FamilyCost, ...]


def check_with_statistics(opened: OpenMap, *, today: date) -> tuple[CheckResult, Statistics]:
    """Checks a map without the cache and takes the time."""
    started = perf_counter()
    assert opened.loaded.sources is not None
    read = perf_counter()
    assert opened.graph is not None
    indexed = perf_counter()
    costs: dict[str, list[float]] = {}

    def watch(rule: Rule, seconds: float) -> None:
        costs.setdefault(rule.family, []).append(seconds)

    result = opened.check_watched(today=today, watch=watch)
    families = tuple(FamilyCost(family, len(took), sum(took)) for family, took in sorted(costs.items()))
    return result, Statistics(len(opened.files), read - started, indexed - read, families)


def counts_by_file(findings: tuple[Finding, ...]) -> Mapping[str, Counter[Severity]]:
    """Returns how many findings of each severity a file has, the file with the most first, then by path."""
    counts: dict[str, Counter[Severity]] = {}
    for finding in findings:
        counts.setdefault(finding.place.path, Counter())[finding.severity] += 1
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1].total(), entry[0])))
