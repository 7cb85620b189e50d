"""A small complete map in memory, to which tests of rules add files or whose files they replace."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from processmap.app.checking import CheckResult, check_map
from processmap.app.history import History
from processmap.diagnostics import Finding
from processmap.export.findings_concise import concise_lines
from processmap.graph import MapGraph
from processmap.i18n import Language, load_texts
from processmap.loading import decode, load
from processmap.model.micro import Micro
from processmap.rules.rule import PublishedRevision

TODAY = date(2026, 11, 23)
_BASE = Path(__file__).parent / "base_map"

CheckFiles = Callable[..., CheckResult]
Flow = Callable[..., list[str]]


@pytest.fixture(scope="session")
def base_map() -> Mapping[str, bytes]:
    paths = sorted(_BASE.rglob("*.yaml"))
    return MappingProxyType({path.relative_to(_BASE).as_posix(): path.read_bytes() for path in paths})


@pytest.fixture(scope="session")
def check_files(base_map: Mapping[str, bytes]) -> CheckFiles:
    """Checks the base map with some files added or replaced.

    A path with a date, such as `itos/ITO-VEN-001.yaml@2026-03-02`, holds the file as it was committed on that day.
    """

    def check(files: Mapping[str, bytes | str]) -> CheckResult:
        given = {path: content.encode() if isinstance(content, str) else content for path, content in files.items()}
        merged = {**base_map, **{path: content for path, content in given.items() if "@" not in path}}
        ordered = sorted(merged, key=lambda path: (path != "processes/map.yaml", path))
        loaded = load([decode(path, merged[path]) for path in ordered])
        past = {path: content for path, content in given.items() if "@" in path}
        return check_map(loaded, MapGraph(loaded), today=TODAY, history=History(published=dict(_published(past))))

    return check


def _published(past: Mapping[str, bytes]) -> Iterator[tuple[str, PublishedRevision]]:
    for at, content in past.items():
        path, _, day = at.partition("@")
        for element in load([decode(path, content)]).definitions:
            assert isinstance(element.model, Micro)
            assert element.model.doc is not None
            rev = str(element.model.doc.rev)
            yield element.id, PublishedRevision(rev, element.model, "1a2b3c4d", date.fromisoformat(day))


@pytest.fixture(scope="session")
def findings_of(check_files: CheckFiles) -> Callable[[Mapping[str, bytes | str]], tuple[Finding, ...]]:
    return lambda files: check_files(files).findings


@pytest.fixture(scope="session")
def lines_of(check_files: CheckFiles) -> Flow:
    """Checks added files and returns the findings as `check --format concise` prints them, in English.

    Only findings of `families`, the first digits of their codes: files, schema and structure unless a test says
    otherwise. An example of one rule need not be a model of document control as well.
    """
    texts = load_texts("findings", Language.ENGLISH)

    def lines(files: Mapping[str, bytes | str], families: str = "012") -> list[str]:
        findings = [finding for finding in check_files(files).findings if finding.code[2] in families]
        return list(concise_lines(findings, texts))

    return lines


@pytest.fixture(scope="session")
def lines_of_flow(lines_of: Flow) -> Flow:
    """Checks the structure of one more micro that consists of the given steps.

    Returns the lines of PM0 to PM2 without the path of its file.
    """

    def check(steps: str, *, doc: str = "") -> list[str]:
        path = "processes/vendas/MIC-VEN-030.yaml"
        head = "kind: micro\nid: MIC-VEN-030\nname: Trocar cesta\nmacro: MAC-VEN\nowner: ROL-GER-VEN\n"
        lines = lines_of({path: f"{head}{doc}steps:\n{steps}"}, "012")
        return [line.removeprefix(f"{path}:") for line in lines]

    return check
