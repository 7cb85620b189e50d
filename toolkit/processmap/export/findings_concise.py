"""Findings, one line each: `path:line:column: error PM106 message`."""

from collections.abc import Iterable, Iterator

from processmap.diagnostics import Finding
from processmap.i18n import Texts


def concise_lines(findings: Iterable[Finding], texts: Texts) -> Iterator[str]:
    """Yields a line per finding, in the order given."""
    for finding in findings:
        start = finding.place.span.start
        severity = texts(f"severity.{finding.severity}")
        place = f"{finding.place.path}:{start.line}:{start.column}"
        yield f"{place}: {severity} {finding.code} {texts.render(finding.message)}"
