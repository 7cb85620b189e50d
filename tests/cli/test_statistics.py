"""`check --statistics`: where time goes and where findings are, on stderr; no figure of time is tested."""

import re

import pytest
from tests.cli.broken_map import OWNER, add_unused_system, break_owner

from processmap.cli import progress as progress_module
from processmap.i18n import Language

CHECK = ("check", "--today", "2026-11-23", "--format", "concise")


def test_statistics_name_the_parts_of_the_work_the_families_and_the_files(processmap, small_map):
    break_owner(small_map)
    add_unused_system(small_map)

    plain = processmap(*CHECK, "--language", "en", cwd=small_map)
    done = processmap(*CHECK, "--language", "en", "--statistics", cwd=small_map)

    assert (done.stdout, done.returncode) == (plain.stdout, plain.returncode)
    lines = [re.sub("^ *[0-9]+[.][0-9]{3} s", "T", line) for line in done.stderr.splitlines()]
    files = len(list(small_map.rglob("*.yaml")))
    assert lines[:2] == [f"T  reading {files} files", "T  index of the map"]
    assert "T  PM0 files and YAML: 8 rules" in lines
    assert "T  PM1 identity, schema, references: 11 rules" in lines
    assert "processes/catalog/systems-erp.yaml: errors 0, warnings 1, remarks 0" in lines
    assert f"{OWNER}: errors 1, warnings 0, remarks 0" in lines


def test_statistics_are_spoken_in_portuguese_too(processmap, small_map):
    lines = processmap(*CHECK, "--language", "pt-BR", "--statistics", cwd=small_map).stderr

    assert "índice do mapa" in lines


class _Terminal:
    """A stderr that is a terminal and keeps what is written."""

    def __init__(self) -> None:
        self.written = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.written += text

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(("files", "is_shown"), [(499, False), (1_000, True)])
def test_progress_shows_reading_and_then_each_rule_of_a_big_map(monkeypatch, files, is_shown):
    terminal = _Terminal()
    monkeypatch.setattr(progress_module.sys, "stderr", terminal)

    with progress_module.progress(Language.PORTUGUESE) as report:
        for number in range(1, files + 1):
            report("reading", number, files)
        report("checking", 7, 90)

    shown = [part for part in terminal.written.split("\r") if part]
    if is_shown:
        assert shown[0] == "lendo 100/1000\x1b[K"
        assert shown[-2:] == ["verificando, regra 7/90\x1b[K", "\x1b[K"]
    else:
        assert shown == []
