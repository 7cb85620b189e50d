"""Writes what a check has found in the format that is asked for.

The formats for other programs are imported when they are asked for: they bring XML, hashing and JSON along, and most
checks are read by people.
"""

from collections.abc import Iterable
from enum import StrEnum

from processmap.app.checking import CheckResult
from processmap.app.opening import OpenMap
from processmap.app.repositories import path_in_repository
from processmap.diagnostics import Severity
from processmap.export.findings_concise import concise_lines
from processmap.export.findings_full import WIDTH, FullFormat, Paint, unpainted
from processmap.export.source_lines import SourceLines
from processmap.i18n import Language, load_texts


class Format(StrEnum):
    """How findings are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"


def report(
    opened: OpenMap,
    result: CheckResult,
    language: Language,
    output: Format,
    *,
    strict: bool = False,
    paint: Paint = unpainted,
    width: int = WIDTH,
) -> str:
    """Returns the findings in a format.

    Args:
        opened: the map, for its text and its place in a repository.
        result: what was found.
        language: of the messages.
        output: the format.
        strict: whether warnings fail too.
        paint: colours of the full format.
        width: columns of the full format.
    """
    texts, sources = load_texts("findings", language), SourceLines(opened.sources(result))
    match output:
        case Format.FULL:
            return _lines(FullFormat(texts, sources, paint, width).lines(result.findings))
        case Format.CONCISE:
            return _lines(concise_lines(result.findings, texts))
        case Format.JSON:
            from processmap.export.findings_json import findings_json

            return findings_json(result.findings, result.counts, texts)
        case Format.GITHUB:
            from processmap.export.findings_github import github_lines

            return _lines(github_lines(result.findings, texts, prefix=path_in_repository(opened.root)))
        case Format.GITLAB:
            from processmap.export.findings_gitlab import findings_gitlab

            return findings_gitlab(result.findings, texts, sources, prefix=path_in_repository(opened.root))
        case Format.JUNIT:
            from processmap.export.findings_junit import findings_junit

            failing = frozenset({Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR})
            return findings_junit(result.findings, texts, failing=failing)
        case Format.SARIF:
            from processmap.export.findings_sarif import findings_sarif

            suppressed = {hidden.finding: hidden.reason for hidden in result.suppressed}
            prefix = path_in_repository(opened.root)
            return findings_sarif(result.findings, suppressed, texts, sources, prefix=prefix)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
