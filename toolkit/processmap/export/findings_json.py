"""Findings as JSON for other programs: `{version, counts, findings}`, with a published JSON Schema."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from processmap.diagnostics import Finding, Fix, Place, RelatedPlace
from processmap.i18n import Texts

FORMAT_VERSION = 1


def findings_json(findings: Iterable[Finding], counts: Mapping[str, int], texts: Texts) -> str:
    """Returns the document, indented by two, ending with a line feed."""
    document = {
        "version": FORMAT_VERSION,
        "counts": dict(counts),
        "findings": [_finding(finding, texts) for finding in findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def findings_schema() -> dict[str, Any]:
    """Returns the JSON Schema (draft 2020-12) of the document."""
    place = {
        "path": {"type": "string", "description": "POSIX path relative to the map's root."},
        **{
            name: {"type": "integer", "minimum": 1, "description": text}
            for name, text in {
                "line": "1-based.",
                "column": "1-based, in code points.",
                "end_line": "Line of the first position after it.",
                "end_column": "Column of the first position after it.",
            }.items()
        },
    }
    related = _object({name: place[name] for name in ("path", "line", "column")} | {"message": {"type": "string"}})
    fix = _object(place | {"replacement": {"type": "string"}})
    finding = _object(
        {
            "code": {"type": "string", "pattern": "^PM[0-9]{3}$"},
            "name": {"type": "string"},
            "severity": {"enum": ["error", "warning", "info"]},
            "message": {"type": "string"},
            "hint": {"type": ["string", "null"]},
            **place,
            "element": {"type": ["string", "null"]},
            "related": {"type": "array", "items": related},
            "fix": {"anyOf": [{"type": "null"}, fix]},
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Findings of processmap check",
    } | _object(
        {
            "version": {"const": FORMAT_VERSION},
            "counts": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
            "findings": {"type": "array", "items": finding},
        }
    )


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _finding(finding: Finding, texts: Texts) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": texts.render(finding.message),
        "hint": texts.render(finding.hint) if finding.hint else None,
        **_place(finding.place),
        "element": finding.element,
        "related": [_related(related, texts) for related in finding.related],
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.span.start.line,
        "column": place.span.start.column,
        "end_line": place.span.end.line,
        "end_column": place.span.end.column,
    }


def _related(related: RelatedPlace, texts: Texts) -> dict[str, Any]:
    start = related.place.span.start
    return {
        "path": related.place.path,
        "line": start.line,
        "column": start.column,
        "message": texts.render(related.message),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return _place(fix.place) | {"replacement": fix.edit.replacement}
