"""Findings as SARIF 2.1.0, which code scanning and many viewers read.

Columns count code points, as everywhere here. Rules carry their whole page as help; there is no `helpUri`, which would
have to be an address in a network: the page's path stands in the rule's properties.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from processmap import __version__
from processmap.diagnostics import Finding, Fix, Place, RelatedPlace, Severity
from processmap.export.finding_fingerprints import finding_fingerprints
from processmap.export.source_lines import SourceLines
from processmap.i18n import Texts
from processmap.rules import rule_by_code
from processmap.rules.pages import page_source, read_page

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_FINGERPRINT = "processmapFinding/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}


def findings_sarif(
    findings: Iterable[Finding],
    suppressed: Mapping[Finding, str],
    texts: Texts,
    sources: SourceLines,
    *,
    prefix: str = "",
) -> str:
    """Returns the log: one run with a result per finding, in the order given.

    Args:
        findings: what `check` reports.
        suppressed: what comments of the map hide, with the reason; written with `suppressions`, after the others.
        texts: the messages in one language.
        sources: the files that findings point into.
        prefix: the way from the top of the repository to the root of the map, with a slash at its end, or nothing.
    """
    shown = (*findings, *suppressed)
    codes = sorted({finding.code for finding in shown})
    writer = _Writer(texts, prefix, {code: index for index, code in enumerate(codes)})
    results = [
        writer.result(finding, mark, suppressed.get(finding))
        for finding, mark in zip(shown, finding_fingerprints(shown, sources), strict=True)
    ]
    driver = {"name": "processmap", "version": __version__, "rules": [_rule(code, texts) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "language": str(texts.language),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": texts("sarif.base")}}},
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, texts: Texts) -> dict[str, Any]:
    module, source = rule_by_code(code), page_source(code)
    assert module is not None
    assert source is not None
    page = read_page(source)
    summary, text = page.words[texts.language].sections[0].first_sentence, page.text(texts.language)
    return {
        "id": code,
        "name": module.RULE.name,
        "shortDescription": {"text": summary},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[module.RULE.severity]},
        "properties": {"page": f"docs/rules/{code}.md", "tags": list(module.RULE.tags)},
    }


@dataclass(frozen=True, slots=True)
class _Writer:
    texts: Texts
    prefix: str
    indexes: Mapping[str, int]
    """Index of each rule in the driver's list."""

    def result(self, finding: Finding, fingerprint: str, reason: str | None) -> dict[str, Any]:
        text = self.texts.render(finding.message)
        if finding.hint:
            text += f"\n{self.texts.render(finding.hint)}"
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": self.indexes[finding.code],
            "level": _LEVELS[finding.severity],
            "message": {"text": text},
            "locations": [self._main(finding)],
            "partialFingerprints": {_FINGERPRINT: fingerprint},
        }
        if finding.related:
            related = enumerate(finding.related, start=1)
            result["relatedLocations"] = [self._related(place, number) for number, place in related]
        if finding.fix:
            result["fixes"] = [self._fix(finding.fix)]
        if reason is not None:
            result["suppressions"] = [{"kind": "inSource", "justification": reason}]
        return result

    def _main(self, finding: Finding) -> dict[str, Any]:
        location: dict[str, Any] = {"physicalLocation": self._physical(finding.place)}
        if finding.element:
            location["logicalLocations"] = [{"fullyQualifiedName": finding.element, "kind": "element"}]
        return location

    def _related(self, related: RelatedPlace, number: int) -> dict[str, Any]:
        message = {"text": self.texts.render(related.message)}
        return {"id": number, "message": message, "physicalLocation": self._physical(related.place)}

    def _fix(self, fix: Fix) -> dict[str, Any]:
        replacement: dict[str, Any] = {"deletedRegion": _region(fix.place)}
        if fix.edit.replacement:
            replacement["insertedContent"] = {"text": fix.edit.replacement}
        change = {"artifactLocation": self._artifact(fix.place), "replacements": [replacement]}
        return {"description": {"text": self.texts("sarif.fix")}, "artifactChanges": [change]}

    def _physical(self, place: Place) -> dict[str, Any]:
        return {"artifactLocation": self._artifact(place), "region": _region(place)}

    def _artifact(self, place: Place) -> dict[str, Any]:
        return {"uri": quote(self.prefix + place.path), "uriBaseId": _BASE}


def _region(place: Place) -> dict[str, Any]:
    start, end = place.span.start, place.span.end
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
