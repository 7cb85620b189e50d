"""Findings as a JUnit report, which nearly every CI system shows: a test case per finding.

What makes `check` fail is a failed test; what does not is one that has passed and says something. A clean map is one
test that has passed, since many systems take a report without tests for a broken run.
"""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from processmap.diagnostics import Finding, Severity
from processmap.i18n import Texts

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def findings_junit(findings: Iterable[Finding], texts: Texts, *, failing: frozenset[Severity]) -> str:
    """Returns the report.

    Args:
        findings: what to write, in this order.
        texts: the messages in one language.
        failing: the severities that make `check` fail.
    """
    findings = tuple(findings)
    cases = [_case(finding, texts, fails=finding.severity in failing) for finding in findings]
    cases = cases or ['    <testcase classname="processmap" name="check"/>']
    failures = sum(finding.severity in failing for finding in findings)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0"'
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="processmap" {counts}>',
            f'  <testsuite name="processmap check" {counts} skipped="0">',
            *cases,
            "  </testsuite>",
            "</testsuites>\n",
        )
    )


def _case(finding: Finding, texts: Texts, *, fails: bool) -> str:
    start = finding.place.span.start
    severity = texts(f"severity.{finding.severity}")
    message = texts.render(finding.message)
    place = f"{finding.place.path}:{start.line}:{start.column}"
    lines = [f"{place}: {severity} {finding.code} {message}"]
    if finding.hint:
        lines.append(f"{texts('label.hint')} {texts.render(finding.hint)}")
    for related in finding.related:
        at = related.place
        where = f"{at.path}:{at.span.start.line}:{at.span.start.column}"
        lines.append(f"{texts('label.see')} {where}: {texts.render(related.message)}")
    name = f"{finding.code} {finding.name} {start.line}:{start.column}"
    head = f"classname={_attribute(finding.place.path)} name={_attribute(name)}"
    head += f' file={_attribute(finding.place.path)} line="{start.line}"'
    tag = f"failure type={_attribute(finding.code)} message={_attribute(message)}" if fails else "system-out"
    body = f"<{tag}>{_content(chr(10).join(lines))}</{tag.partition(' ')[0]}>"
    return f"    <testcase {head}>\n      {body}\n    </testcase>"


def _attribute(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", text))


def _content(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))
