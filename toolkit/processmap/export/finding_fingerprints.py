"""Fingerprints by which a finding is known again although lines have moved or its wording has changed.

A fingerprint is taken from the code, the element concerned (without one, the file), which of the rule's messages it is,
the ids that the message names, and the text that is underlined, its spaces folded. Line numbers, names, days that have
passed and the language stay out of it. Findings that agree in all that are told apart by their order.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from processmap.diagnostics import Finding
from processmap.export.source_lines import SourceLines

_ID = re.compile(r"[A-Z]{3}(?:-[A-Z0-9]+)+(?:[/.][A-Za-z0-9_]+)?")
_DIGITS = 32


def finding_fingerprints(findings: Iterable[Finding], sources: SourceLines) -> Iterator[str]:
    """Yields the fingerprint of each finding, 32 hex digits of SHA-256; no two of one run are the same."""
    seen: Counter[str] = Counter()
    for finding in findings:
        meaning = _meaning(finding, sources)
        seen[meaning] += 1
        yield hashlib.sha256(f"{meaning}\n{seen[meaning]}".encode()).hexdigest()[:_DIGITS]


def _meaning(finding: Finding, sources: SourceLines) -> str:
    named = (found for _, value in finding.message.parameters for found in _ID.findall(value))
    marked = " ".join(sources.marked(finding.place).split())
    holder = finding.element or finding.place.path
    return "\n".join((finding.code, holder, finding.message.key, " ".join(named), marked))
