"""A baseline: findings that are known and accepted for now, so that a check fails on new ones only.

It is a JSON file, `{version, findings}`, sorted and made to be kept in git: each entry has the fingerprint by which the
finding is known again (see `finding_fingerprints.py`), and for readers its code, file, element and English message.
What keeps something from being read is never known: behind it may be anything.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from processmap.app.checking import CheckResult, rules_not_run
from processmap.app.files import write_atomically
from processmap.app.suppressing import can_be_suppressed
from processmap.diagnostics import Finding
from processmap.errors import CannotRunError
from processmap.export.finding_fingerprints import finding_fingerprints
from processmap.export.source_lines import SourceLines
from processmap.i18n import Language, load_texts

_VERSION = 1
_FIELDS = ("fingerprint", "code", "path", "element", "message")


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """One entry of a baseline."""

    fingerprint: str
    code: str
    path: str
    """Where it was when the baseline was written."""
    element: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A result beside a baseline."""

    result: CheckResult
    """What is not known yet."""
    known: int
    """Number of findings that are."""
    stale: tuple[KnownFinding, ...]
    """Entries that nothing was found for, in the order of the file; none while something cannot be read."""


def compare(result: CheckResult, sources: SourceLines, baseline: tuple[KnownFinding, ...]) -> Comparison:
    """Takes out of a result what a baseline knows."""
    entries = {entry.fingerprint: entry for entry in baseline}
    found = _fingerprints(result, sources)
    new = tuple(finding for finding in result.findings if found.get(finding) not in entries)
    is_read = all(can_be_suppressed(finding.code) for finding in new)
    sought = {*found.values()}
    silent = rules_not_run(result.history)
    stale = (entry for entry in baseline if entry.fingerprint not in sought and entry.code not in silent)
    known = len(result.findings) - len(new)
    return Comparison(replace(result, findings=new), known, tuple(stale) if is_read else ())


def read_baseline(path: Path) -> tuple[KnownFinding, ...]:
    """Reads a baseline.

    Raises:
        CannotRunError: if there is none, or the file is something else.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["version"] != _VERSION:
            raise CannotRunError(f"{path} is a baseline of another version of processmap; write it anew.")
        return tuple(_entry(written) for written in document["findings"])
    except OSError as error:
        raise CannotRunError(
            f"Cannot read the baseline {path}: {error.strerror}. Write one with: "
            f"processmap check --baseline {path} --update-baseline"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise CannotRunError(f"{path} is no baseline; write it anew with --update-baseline.") from error


def write_baseline(path: Path, result: CheckResult, sources: SourceLines) -> tuple[KnownFinding, ...]:
    """Writes what was found as a baseline and returns its entries; a file that is up to date stays as it is.

    Raises:
        CannotRunError: if it cannot be written.
    """
    texts = load_texts("findings", Language.ENGLISH)
    entries = tuple(
        KnownFinding(mark, finding.code, finding.place.path, finding.element, texts.render(finding.message))
        for finding, mark in _fingerprints(result, sources).items()
    )
    ordered = sorted(entries, key=lambda entry: (entry.path, entry.code, entry.element or "", entry.fingerprint))
    findings = [{name: getattr(entry, name) for name in _FIELDS} for entry in ordered]
    document = {"version": _VERSION, "findings": findings}
    write_atomically(path, json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    return tuple(ordered)


def _fingerprints(result: CheckResult, sources: SourceLines) -> Mapping[Finding, str]:
    """The findings that a baseline may hold, with their fingerprints."""
    marks = zip(result.findings, finding_fingerprints(result.findings, sources), strict=True)
    return {finding: mark for finding, mark in marks if can_be_suppressed(finding.code)}


def _entry(written: Any) -> KnownFinding:
    """Reads one entry; `Any` because it comes from a file."""
    return KnownFinding(**{name: written[name] for name in _FIELDS})
