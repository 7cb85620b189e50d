"""A file of the flagship that cannot be read yields its own finding; nobody is accused of naming what it holds."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from processmap.app.checking import CheckResult, check_map
from processmap.diagnostics import Severity
from processmap.graph import MapGraph
from processmap.loading import SourceFile, decode, load, read_sources
from processmap.loading.source import LARGEST_FILE, unreadable

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
FILES = [source.path for source in read_sources(ROOT)]
SAMPLE = [
    "itos/roles.yaml",
    "processes/catalog/slas-internos.yaml",
    "processes/forms/FRM-COM-001-proposta-pme.yaml",
    "processes/07-vendas/MIC-COM-030-montar-oferta-padrao.yaml",
]

Sources = Mapping[str, SourceFile]


@pytest.fixture(scope="module")
def flagship() -> Sources:
    return {source.path: source for source in read_sources(ROOT)}


def _checked_with(flagship: Sources, source: SourceFile) -> CheckResult:
    loaded = load(source if path == source.path else known for path, known in flagship.items())
    return check_map(loaded, MapGraph(loaded), today=TODAY)


def _complaints(result: CheckResult) -> list[tuple[str, str, Severity]]:
    """Errors and warnings, and whatever concerns references; a remark may come and go with what is known."""
    return [
        (finding.code, finding.place.path, finding.severity)
        for finding in result.findings
        if finding.severity is not Severity.INFO or finding.code[2] == "1"
    ]


@pytest.mark.parametrize("path", FILES)
def test_a_file_that_is_no_yaml_yields_its_own_finding_and_no_cascade(flagship: Sources, path: str) -> None:
    text = flagship[path].text

    result = _checked_with(flagship, decode(path, f"{text}]: [\n".encode()))

    assert _complaints(result) == [("PM001", path, Severity.ERROR)]
    assert result.unparsed == (path,)


@pytest.mark.parametrize("path", SAMPLE)
def test_bytes_that_are_no_utf8_yield_one_finding_at_their_place(flagship: Sources, path: str) -> None:
    text = flagship[path].text or ""
    before, _, after = text.partition("ã")

    result = _checked_with(flagship, decode(path, before.encode() + "ã".encode("cp1252") + after.encode()))

    assert _complaints(result) == [("PM002", path, Severity.ERROR)]
    start = result.findings[0].place.span.start
    assert start.line == before.count("\n") + 1
    assert start.column == len(before) - before.rfind("\n")


@pytest.mark.parametrize("path", SAMPLE)
@pytest.mark.parametrize("reason", ["permission", "loop", "folder", "other"])
def test_a_file_that_cannot_be_opened_yields_one_finding(flagship: Sources, path: str, reason: str) -> None:
    result = _checked_with(flagship, unreadable(path, reason))

    assert _complaints(result) == [("PM008", path, Severity.ERROR)]
    assert result.findings[0].message.key == f"PM008.{reason}"


def test_a_file_that_is_too_large_yields_one_finding(flagship: Sources) -> None:
    path = SAMPLE[0]

    result = _checked_with(flagship, decode(path, b"#" * (LARGEST_FILE + 1)))

    assert _complaints(result) == [("PM008", path, Severity.ERROR)]


def test_a_kind_that_is_none_yields_one_finding_and_no_cascade(flagship: Sources) -> None:
    path = SAMPLE[3]
    text = (flagship[path].text or "").replace("kind: micro", "kind: mico", 1)

    result = _checked_with(flagship, decode(path, text.encode()))

    assert _complaints(result) == [("PM103", path, Severity.ERROR)]
    assert result.unparsed == (path,)
