"""`check --baseline`: known findings are left out, new ones fail, and what is known no longer is named."""

import json

import pytest
from tests.cli.broken_map import MICRO, OWNER, add_unused_system, break_owner

CHECK = ("check", "--today", "2026-11-23", "--language", "en", "--format", "concise")
KNOWN = ("--baseline", "known.json")


def _update(processmap, root):
    return processmap(*CHECK, *KNOWN, "--update-baseline", cwd=root)


def test_a_baseline_is_sorted_json_that_people_can_read(processmap, small_map):
    break_owner(small_map)
    add_unused_system(small_map)

    done = _update(processmap, small_map)

    assert (done.returncode, done.stdout) == (0, "")
    assert "2 findings are in the baseline and left out." in done.stderr
    document = json.loads((small_map / "known.json").read_text(encoding="utf-8"))
    assert document["version"] == 1
    assert [list(entry) for entry in document["findings"]] == [
        ["fingerprint", "code", "path", "element", "message"] for _ in range(2)
    ]
    assert [(entry["code"], entry["path"], entry["element"]) for entry in document["findings"]] == [
        ("PM109", "processes/catalog/systems-erp.yaml", "SYS-ERP"),
        ("PM106", OWNER, "MAC-VEN"),
    ]


def test_a_second_update_writes_the_same_bytes_whatever_the_language(processmap, small_map):
    break_owner(small_map)
    _update(processmap, small_map)
    before = (small_map / "known.json").read_bytes()

    processmap("check", "--language", "pt-BR", *KNOWN, "--update-baseline", cwd=small_map, PYTHONHASHSEED="3")

    assert (small_map / "known.json").read_bytes() == before


def test_only_what_is_new_fails(processmap, small_map):
    break_owner(small_map)
    _update(processmap, small_map)
    known = processmap(*CHECK, *KNOWN, cwd=small_map)
    path = small_map / MICRO
    path.write_text(path.read_text(encoding="utf-8").replace("owner: ROL-GER-ENT", "owner: ROL-FULANO"), "utf-8")

    new = processmap(*CHECK, *KNOWN, cwd=small_map)

    assert (known.returncode, known.stdout) == (0, "")
    assert "1 finding is in the baseline and left out." in known.stderr
    assert new.returncode == 1
    assert [line.split(":")[0] for line in new.stdout.splitlines()] == [MICRO]


def test_a_known_finding_stays_known_when_lines_move_and_names_change(processmap, small_map):
    break_owner(small_map)
    _update(processmap, small_map)
    path = small_map / OWNER
    text = path.read_text(encoding="utf-8").replace("name: Vender cestas", "name: Vender cestas e frutas")
    path.write_text("# Vendas\n\n" + text, encoding="utf-8")

    assert processmap(*CHECK, *KNOWN, cwd=small_map).returncode == 0


def test_another_mistake_in_the_same_place_is_new(processmap, small_map):
    break_owner(small_map)
    _update(processmap, small_map)
    path = small_map / OWNER
    path.write_text(path.read_text(encoding="utf-8").replace("ROL-NINGUEM", "ROL-OUTRO"), encoding="utf-8")

    assert processmap(*CHECK, *KNOWN, cwd=small_map).returncode == 1


def test_entries_that_are_found_no_longer_are_named_until_the_baseline_is_updated(processmap, small_map):
    healthy = (small_map / OWNER).read_bytes()
    break_owner(small_map)
    _update(processmap, small_map)
    (small_map / OWNER).write_bytes(healthy)

    stale = processmap(*CHECK, *KNOWN, cwd=small_map)
    _update(processmap, small_map)
    fresh = processmap(*CHECK, *KNOWN, cwd=small_map)

    assert (stale.returncode, stale.stdout) == (0, "")
    said = 'MAC-VEN (Vender cestas) names ROL-NINGUEM under "owner", but nothing in the map has this id.'
    assert stale.stderr.splitlines()[:3] == [
        "1 finding of the baseline is found no longer:",
        f"  PM106 {OWNER}: {said}",
        "To take them out: processmap check --baseline known.json --update-baseline",
    ]
    assert "no longer" not in fresh.stderr
    assert json.loads((small_map / "known.json").read_text(encoding="utf-8"))["findings"] == []


def test_what_keeps_something_from_being_read_is_never_known(processmap, small_map):
    break_owner(small_map)
    _update(processmap, small_map)
    (small_map / "processes/catalog/kpis-extra.yaml").write_text("kpis: [\n", encoding="utf-8")

    done = _update(processmap, small_map)

    assert done.returncode == 1
    assert [line.split(" ")[1:3] for line in done.stdout.splitlines()] == [["error", "PM001"]]
    codes = [entry["code"] for entry in json.loads((small_map / "known.json").read_text("utf-8"))["findings"]]
    assert codes == ["PM106"]


def test_nothing_is_called_stale_while_something_cannot_be_read(processmap, small_map):
    healthy = (small_map / OWNER).read_bytes()
    break_owner(small_map)
    _update(processmap, small_map)
    (small_map / OWNER).write_bytes(healthy)
    (small_map / "processes/catalog/kpis-extra.yaml").write_text("kpis: [\n", encoding="utf-8")

    assert "no longer" not in processmap(*CHECK, *KNOWN, cwd=small_map).stderr


def test_the_report_of_a_program_leaves_out_what_is_known(processmap, small_map):
    break_owner(small_map)
    _update(processmap, small_map)

    done = processmap("check", "--format", "json", *KNOWN, cwd=small_map)

    assert json.loads(done.stdout)["findings"] == []


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"version": 1}', '{"version": 1, "findings": [{}]}', "{"])
def test_a_baseline_that_is_none_stops_the_run(processmap, small_map, content):
    if content is not None:
        (small_map / "known.json").write_text(content, encoding="utf-8")

    done = processmap(*CHECK, *KNOWN, cwd=small_map)

    assert (done.returncode, done.stdout) == (2, "")
    assert "known.json" in done.stderr
    assert "--update-baseline" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_baseline_of_another_version_stops_the_run(processmap, small_map):
    (small_map / "known.json").write_text('{"version": 99, "findings": []}', encoding="utf-8")

    done = processmap(*CHECK, *KNOWN, cwd=small_map)

    assert done.returncode == 2
    assert "another version" in done.stderr


def test_an_update_needs_a_file(processmap, small_map):
    done = processmap(*CHECK, "--update-baseline", cwd=small_map)

    assert done.returncode == 2
    assert "--baseline FILE" in done.stderr
