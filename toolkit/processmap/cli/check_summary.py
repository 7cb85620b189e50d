"""What `processmap check` says on stderr: how much was found, repaired, known, and what it cost."""

from collections.abc import Iterator
from pathlib import Path

from processmap.app.baseline import Comparison
from processmap.app.checking import CheckResult
from processmap.app.fixing import Repair
from processmap.app.git import HistoryState
from processmap.app.statistics import Statistics, counts_by_file
from processmap.diagnostics import Severity
from processmap.i18n import Texts, load_texts

_MOST_FILES = 20


def summary(result: CheckResult, texts: Texts) -> Iterator[str]:
    """Yields how much was found, and what was not checked."""
    if result.unparsed:
        yield _counted(texts, "not_checked", len(result.unparsed))
    if result.not_proved:
        yield _counted(texts, "not_proved", result.not_proved)
    if result.history is not HistoryState.READ:
        yield texts(f"check.history.{result.history}")
    if result.suppressed:
        yield _counted(texts, "suppressed", len(result.suppressed))
    if not result.findings:
        kinds = ("macro", "micro", "ito")
        yield texts("check.clean", **{f"{kind}s": _counted(texts, f"{kind}s", result.counts[kind]) for kind in kinds})
        return
    yield texts(
        "check.found",
        errors=_counted(texts, "errors", result.count(Severity.ERROR)),
        warnings=_counted(texts, "warnings", result.count(Severity.WARNING)),
        infos=_counted(texts, "infos", result.count(Severity.INFO)),
    )
    yield texts("check.explain", code=result.findings[0].code)


def repair_summary(repair: Repair, texts: Texts, *, is_written: bool) -> Iterator[str]:
    """Yields how much was repaired, or could be."""
    key = "repaired" if is_written else "repairable"
    findings, files = len(repair.repaired), _counted(texts, "files", len(repair.texts))
    if not findings:
        yield texts("check.nothing_to_repair")
    elif findings == 1:
        yield texts(f"check.{key}_one", files=files)
    else:
        yield texts(f"check.{key}_many", count=findings, files=files)


def baseline_summary(comparison: Comparison, baseline: Path, texts: Texts) -> Iterator[str]:
    """Yields how many findings a baseline knows, and its entries that nothing was found for."""
    if comparison.known:
        yield _counted(texts, "known", comparison.known)
    if comparison.stale:
        yield _counted(texts, "stale", len(comparison.stale))
        for entry in comparison.stale:
            yield f"  {entry.code} {entry.path}: {entry.message}"
        yield texts("check.refresh", baseline=baseline)


def statistics_summary(statistics: Statistics, result: CheckResult, texts: Texts) -> Iterator[str]:
    """Yields a line per part of the work, and one per file with findings, the most first."""
    names = load_texts("findings", texts.language)
    yield texts("statistics.reading", seconds=f"{statistics.reading_seconds:8.3f}", files=statistics.files)
    yield texts("statistics.indexing", seconds=f"{statistics.indexing_seconds:8.3f}")
    for cost in statistics.families:
        family = f"PM{cost.family} {names(f'family.{cost.family}')}"
        yield texts("statistics.family", seconds=f"{cost.seconds:8.3f}", family=family, rules=cost.rules)
    counts = counts_by_file(result.findings)
    for path, found in list(counts.items())[:_MOST_FILES]:
        numbers = {f"{severity.value}s": found[severity] for severity in Severity if severity is not Severity.OFF}
        yield texts("statistics.file", path=path, **numbers)
    if len(counts) > _MOST_FILES:
        yield texts("statistics.more", count=len(counts) - _MOST_FILES)


def _counted(texts: Texts, noun: str, count: int) -> str:
    return texts(f"check.{noun}_one") if count == 1 else texts(f"check.{noun}_many", count=count)
