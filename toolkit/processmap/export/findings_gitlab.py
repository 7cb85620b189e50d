"""Findings as a code quality report of GitLab: they show up in the merge request, and only what is new counts."""

import json
from collections.abc import Iterable
from typing import Any

from processmap.diagnostics import Finding, Severity
from processmap.export.finding_fingerprints import finding_fingerprints
from processmap.export.source_lines import SourceLines
from processmap.i18n import Texts

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info", Severity.OFF: "info"}


def findings_gitlab(findings: Iterable[Finding], texts: Texts, sources: SourceLines, *, prefix: str = "") -> str:
    """Returns the report, a JSON list with one entry per finding in the order given.

    Args:
        findings: what to write.
        texts: the messages in one language.
        sources: the files that findings point into.
        prefix: the way from the top of the repository to the root of the map, with a slash at its end, or nothing.
    """
    findings = tuple(findings)
    fingerprints = finding_fingerprints(findings, sources)
    entries = [_entry(finding, mark, texts, prefix) for finding, mark in zip(findings, fingerprints, strict=True)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding, fingerprint: str, texts: Texts, prefix: str) -> dict[str, Any]:
    description = texts.render(finding.message)
    if finding.hint:
        description += f" {texts.render(finding.hint)}"
    span = finding.place.span
    return {
        "description": description,
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": prefix + finding.place.path, "lines": {"begin": span.start.line, "end": span.end.line}},
    }
