"""Which flows are too broken for anything to be proved about them."""

from collections.abc import Iterable

from processmap.diagnostics import Finding, Severity

_STRUCTURE = ("PM2", "PM0")
"""Families about what a flow is made of; their errors make sums of times meaningless."""


def unsound_flows(findings: Iterable[Finding]) -> frozenset[str]:
    """Returns the ids of the elements with an error of structure, or one that could not be read."""
    return frozenset(
        finding.element.partition("/")[0]
        for finding in findings
        if finding.element and finding.severity is Severity.ERROR and finding.code.startswith(_STRUCTURE)
    )
