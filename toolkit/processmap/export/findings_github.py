"""Findings as workflow commands of GitHub: each becomes an annotation at its line in the pull request."""

from collections.abc import Iterable, Iterator

from processmap.diagnostics import Finding, Place, Severity
from processmap.i18n import Texts

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
    Severity.OFF: "debug",
}


def github_lines(findings: Iterable[Finding], texts: Texts, *, prefix: str = "") -> Iterator[str]:
    """Yields a command per finding, in the order given.

    Args:
        findings: what to write.
        texts: the messages in one language.
        prefix: the way from the top of the repository to the root of the map, with a slash at its end, or nothing.
    """
    for finding in findings:
        properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(finding, prefix).items())
        yield f"::{_COMMANDS[finding.severity]} {properties}::{_data(_text(finding, texts))}"


def _properties(finding: Finding, prefix: str) -> dict[str, str]:
    start, end = finding.place.span.start, finding.place.span.end
    found = {"title": f"{finding.code} {finding.name}", "file": prefix + finding.place.path, "line": str(start.line)}
    found["endLine"] = str(end.line)
    if end.line == start.line:  # GitHub shows columns within one line only
        found |= {"col": str(start.column), "endColumn": str(max(start.column, end.column - 1))}
    return found


def _text(finding: Finding, texts: Texts) -> str:
    lines = [texts.render(finding.message)]
    if finding.hint:
        lines.append(f"{texts('label.hint')} {texts.render(finding.hint)}")
    see = texts("label.see")
    lines += (f"{see} {_shown(related.place)}: {texts.render(related.message)}" for related in finding.related)
    return "\n".join(lines)


def _shown(place: Place) -> str:
    return f"{place.path}:{place.span.start.line}:{place.span.start.column}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
