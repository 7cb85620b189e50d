"""Writes what a check has found in the format that is asked for."""

from collections.abc import Iterable
from enum import StrEnum

from processmap.app.checking import CheckResult
from processmap.app.opening import OpenMap
from processmap.app.repositories import path_in_repository
from processmap.diagnostics import Severity
from processmap.export.findings_concise import concise_lines
from processmap.export.findings_full import WIDTH, FullFormat, Paint, unpainted
from processmap.export.findings_github import github_lines
from processmap.export.findings_gitlab import findings_gitlab
from processmap.export.findings_json import findings_json
from processmap.export.findings_junit import findings_junit
from processmap.export.findings_sarif import findings_sarif
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
            return findings_json(result.findings, result.counts, texts)
        case Format.GITHUB:
            return _lines(github_lines(result.findings, texts, prefix=path_in_repository(opened.root)))
        case Format.GITLAB:
            return findings_gitlab(result.findings, texts, sources, prefix=path_in_repository(opened.root))
        case Format.JUNIT:
            failing = frozenset({Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR})
            return findings_junit(result.findings, texts, failing=failing)
        case Format.SARIF:
            suppressed = {hidden.finding: hidden.reason for hidden in result.suppressed}
            prefix = path_in_repository(opened.root)
            return findings_sarif(result.findings, suppressed, texts, sources, prefix=prefix)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
