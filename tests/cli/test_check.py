"""`processmap check` as a user meets it: output, streams, exit codes."""

import json
import os
from pathlib import Path

import jsonschema
import pytest
from tests.cli.broken_map import break_owner

from processmap.export.findings_json import findings_schema

MICRO = Path("processes/vendas/MIC-VEN-010.yaml")


def test_a_clean_map_gives_exit_0_and_nothing_on_stdout(processmap, small_map):
    done = processmap("check", "--today", "2026-11-23", cwd=small_map)

    assert (done.returncode, done.stdout) == (0, "")
    assert "clean" in done.stderr or "limpo" in done.stderr


def test_an_error_gives_exit_1_and_its_line(processmap, small_map):
    break_owner(small_map)

    done = processmap("check", "--format", "concise", "--language", "en", cwd=small_map)

    assert done.returncode == 1
    assert "processes/vendas/MAC-VEN.yaml:" in done.stdout
    assert "error PM106" in done.stdout
    assert "1 error" in done.stderr


def test_findings_are_spoken_in_portuguese_when_asked(processmap, small_map):
    break_owner(small_map)

    done = processmap("check", "--format", "concise", "--language", "pt-BR", cwd=small_map)

    assert "erro PM106" in done.stdout
    assert "1 erro" in done.stderr


def test_full_format_shows_the_line_with_a_caret_under_the_value(processmap, small_map):
    break_owner(small_map)

    lines = processmap("check", "--language", "en", cwd=small_map).stdout.splitlines()

    shown = next(index for index, line in enumerate(lines) if "owner: ROL-NINGUEM" in line)
    caret = lines[shown + 1]
    assert lines[shown].index("ROL-NINGUEM") == caret.index("^")
    assert caret.count("^") == len("ROL-NINGUEM")


def test_json_holds_every_field_and_obeys_its_schema(processmap, small_map):
    break_owner(small_map)

    document = json.loads(processmap("check", "--format", "json", cwd=small_map).stdout)

    jsonschema.validate(document, findings_schema())
    finding = next(finding for finding in document["findings"] if finding["code"] == "PM106")
    assert finding["path"] == "processes/vendas/MAC-VEN.yaml"
    assert finding["element"] == "MAC-VEN"
    assert finding["end_column"] - finding["column"] == len("ROL-NINGUEM")
    assert document["counts"]["macro"] == 1


def test_strict_fails_on_a_warning(processmap, small_map):
    path = small_map / "processes/catalog/systems.yaml"
    extra = "\n  - id: SYS-SOBRA\n    name: Sistema que ninguém usa\n    type: other\n"
    path.write_text(path.read_text(encoding="utf-8").rstrip() + "\n" + extra, encoding="utf-8")

    relaxed = processmap("check", "--format", "concise", "--language", "en", cwd=small_map)
    strict = processmap("check", "--format", "concise", "--language", "en", "--strict", cwd=small_map)

    assert "warning PM109" in relaxed.stdout
    assert (relaxed.returncode, strict.returncode) == (0, 1)


def test_a_folder_without_a_map_gives_exit_2_and_says_what_to_do(processmap, tmp_path):
    done = processmap("check", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert "processmap new" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_does_not_exist_gives_exit_2(processmap, tmp_path):
    done = processmap("check", "nowhere", cwd=tmp_path)

    assert done.returncode == 2
    assert "nowhere" in done.stderr


def test_the_map_is_found_from_a_folder_below(processmap, small_map):
    done = processmap("check", cwd=small_map / "processes" / "vendas")

    assert done.returncode == 0


def test_the_second_run_is_answered_from_the_cache_with_the_same_bytes(processmap, small_map):
    break_owner(small_map)

    first = processmap("check", "--format", "json", "--today", "2026-11-23", cwd=small_map)
    assert (small_map / ".cache/processmap/check.json").is_file()
    second = processmap("check", "--format", "json", "--today", "2026-11-23", cwd=small_map)
    uncached = processmap("check", "--format", "json", "--today", "2026-11-23", "--no-cache", cwd=small_map)

    assert first.stdout == second.stdout == uncached.stdout


@pytest.mark.parametrize("content", ["", "{", "[]", '{"key": 1}', "\x00"])
def test_a_damaged_cache_changes_nothing(processmap, small_map, content):
    break_owner(small_map)
    first = processmap("check", "--format", "json", "--today", "2026-11-23", cwd=small_map)
    cache = small_map / ".cache/processmap/check.json"
    cache.write_text(content, encoding="utf-8")

    second = processmap("check", "--format", "json", "--today", "2026-11-23", cwd=small_map)

    assert (second.stdout, second.returncode) == (first.stdout, first.returncode)


def test_a_changed_file_is_seen_at_once(processmap, small_map):
    assert processmap("check", cwd=small_map).returncode == 0
    break_owner(small_map)

    assert processmap("check", cwd=small_map).returncode == 1


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_output_is_the_same_under_any_hash_seed(processmap, small_map, seed):
    break_owner(small_map)
    expected = processmap("check", "--format", "json", "--no-cache", cwd=small_map, PYTHONHASHSEED="99").stdout

    assert processmap("check", "--format", "json", "--no-cache", cwd=small_map, PYTHONHASHSEED=seed).stdout == expected


def test_check_leaves_no_trace_but_its_cache(processmap, small_map):
    before = {path: path.read_bytes() for path in small_map.rglob("*") if path.is_file()}

    processmap("check", cwd=small_map)

    after = {path: path.read_bytes() for path in small_map.rglob("*") if path.is_file() and ".cache" not in path.parts}
    assert after == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere, so nothing is refused")
def test_a_folder_that_cannot_be_written_is_checked_without_a_cache(processmap, small_map):
    small_map.chmod(0o555)

    done = processmap("check", cwd=small_map)

    small_map.chmod(0o755)
    assert done.returncode == 0


def test_every_command_has_help_with_an_example(processmap, tmp_path):
    listed = processmap("--help", cwd=tmp_path).stdout
    for command in ("new", "check", "build", "serve", "graph", "schema", "explain"):
        assert f"\n  {command} " in listed
        assert "Example: processmap" in processmap(command, "--help", cwd=tmp_path).stdout


def test_an_unknown_date_is_refused_in_words(processmap, small_map):
    done = processmap("check", "--today", "23/11/2026", cwd=small_map)

    assert done.returncode == 2
    assert "2026-11-23" in done.stderr


def test_flows_that_could_not_be_proved_are_counted_also_when_answered_from_the_cache(processmap, small_map):
    path = small_map / MICRO
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("  - {id: E90, end: Pedido atendido}\n", "").replace("to: H50", "to: H51"), encoding="utf-8"
    )
    not_proved = "1 micro not proved because its structure has errors."

    first = processmap("check", "--language", "en", cwd=small_map)
    second = processmap("check", "--language", "en", cwd=small_map)
    portuguese = processmap("check", "--language", "pt-BR", cwd=small_map)

    assert not_proved in first.stderr
    assert second.stderr == first.stderr
    assert "1 microprocesso não foi provado porque sua estrutura tem erros." in portuguese.stderr
