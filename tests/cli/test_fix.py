"""`processmap check --fix` and `--diff`: what is repaired, and that nothing else is touched."""

import os
from datetime import date
from pathlib import Path

import pytest
from tests.cli.broken_map import MICRO, OWNER, break_owner, mistype_key

from processmap.app.applying import write_repair
from processmap.app.fixing import compatible, edited, repair
from processmap.app.opening import open_map
from processmap.diagnostics import Edit, Finding, Fix, Place, Severity, Span
from processmap.errors import CannotRunError
from processmap.export.unified_diff import unified_diff
from processmap.i18n import Message

CHECK = ("check", "--today", "2026-11-23", "--language", "en", "--format", "concise")
TODAY = date(2026, 11, 23)
SYSTEMS = "processes/catalog/systems-erp.yaml"


def _replace(root: Path, path: str, old: str, new: str) -> None:
    content = (root / path).read_bytes()
    assert content.count(old.encode()) == 1
    (root / path).write_bytes(content.replace(old.encode(), new.encode()))


def _map_files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.yaml"))}


@pytest.mark.parametrize(
    ("path", "right", "wrong", "repaired"),
    [
        pytest.param(OWNER, "owner: ROL-GER-VEN", "ownr: ROL-GER-VEN", None, id="PM101 key"),
        pytest.param(OWNER, "owner: ROL-GER-VEN", '"ownr": ROL-GER-VEN', '"owner": ROL-GER-VEN', id="PM101 quoted key"),
        pytest.param(OWNER, "owner: ROL-GER-VEN", "owner: 'ROL-GER-VEM'", "owner: 'ROL-GER-VEN'", id="PM106 id"),
        pytest.param(
            MICRO,
            "name: Entregar cesta",
            "name: Fase 1: entregar  # nova",
            'name: "Fase 1: entregar"  # nova',
            id="PM001 colon",
        ),
        pytest.param(MICRO, "name: Entregar cesta", "name: @cesta", 'name: "@cesta"', id="PM001 reserved"),
        pytest.param(
            MICRO,
            "name: Entregar cesta",
            'name: [Nova] "cesta"',
            "name: '[Nova] \"cesta\"'",
            id="PM001 after a bracket",
        ),
        pytest.param(MICRO, "name: Entregar cesta", "name:Entregar cesta", None, id="PM001 space"),
        pytest.param(
            MICRO,
            "name: Entregar cesta",
            "name: Cesta #1  # a primeira",
            'name: "Cesta #1"  # a primeira',
            id="PM005 number sign",
        ),
        pytest.param(MICRO, "lanes: [ROL-ENTREGADOR]", "lanes: ROL-ENTREGADOR", None, id="PM103 list of one"),
        pytest.param(MICRO, "{work: 1 h, max: 2 bd}", "{work: 1 h, max:2 bd}", None, id="PM103 space in braces"),
        pytest.param(MICRO, "kind: micro", "kind: micro", None, id="nothing"),
    ],
)
def test_a_safe_edit_changes_its_place_and_nothing_else(processmap, small_map, path, right, wrong, repaired):
    _replace(small_map, path, right, repaired or right)
    expected = _map_files(small_map)
    _replace(small_map, path, repaired or right, wrong)

    done = processmap(*CHECK, "--fix", cwd=small_map)

    assert _map_files(small_map) == expected
    assert (done.returncode, done.stdout) == (0, "")
    assert ("1 finding was repaired in 1 file." in done.stderr) == (wrong != right)


@pytest.mark.parametrize(
    ("wrong", "repaired"),
    [
        ("critical: yes", "critical: true"),
        ("critical: Não", "critical: false"),
        ("level: operationl", "level: operational"),
        ("headcount:3", "headcount: 3"),
        ("headcount: 0,5", 'headcount: "0,5"'),
    ],
)
def test_what_a_value_can_only_mean_is_written(small_map, wrong, repaired):
    path = small_map / "itos/roles-extra.yaml"
    level = "" if wrong.startswith("level") else ", level: operational"
    text = f"roles:\n  - {{id: ROL-NOVO, name: Novo, area: ARE-VEN{level}, {wrong}}}  # 1: um\n"
    path.write_text(text, encoding="utf-8")

    texts = repair(open_map(small_map, use_cache=False).files, today=TODAY).texts

    assert texts == {"itos/roles-extra.yaml": text.replace(wrong, repaired)}


def test_what_needs_its_author_is_left_alone(processmap, small_map):
    break_owner(small_map)
    before = _map_files(small_map)

    done = processmap(*CHECK, "--fix", cwd=small_map)

    assert _map_files(small_map) == before
    assert done.returncode == 1
    assert "Nothing can be repaired without asking its author." in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "  - {id: SYS-ERP, name: ERP, type: erp, nme: x, status: planned}\n",  # `name` is there
        "  - {id: SYS-ERP, nam: ERP, nme: x, type: erp, status: planned}\n",  # either may be meant
    ],
)
def test_a_key_is_not_repaired_into_one_that_is_there_or_may_be_another(small_map, text):
    (small_map / SYSTEMS).write_text(f"systems:\n{text}", encoding="utf-8")

    assert repair(open_map(small_map, use_cache=False).files, today=TODAY).texts == {}


@pytest.mark.parametrize(
    "text",
    [
        "systems:\n  - {id: SYS-ERP, name: Fase 1: nova, type: erp}\n",
        "systems:\n  - {id: SYS-ERP,\n     name: Fase 1: nova,\n     type: erp}\n",
        "systems:\n  - id: SYS-ERP\n    name: Fase 1: nova\n      em duas linhas\n    type: erp\n",
        "systems:\n  - id: SYS-ERP\n    name: 'Fase 1\n    type: erp\n",
        "systems:\n  - {id: SYS-ERP, type: erp, name: ERP #1}\n",
        "systems:\n  - id: SYS-ERP\n    type: erp\n    name: ERP #antigo\n",
        "systems:\n  - id: SYS-ERP\n    type: erp\n    https://erp.example\n",
    ],
)
def test_a_text_is_not_quoted_where_something_else_may_be_meant(small_map, text):
    (small_map / SYSTEMS).write_text(text, encoding="utf-8")

    assert repair(open_map(small_map, use_cache=False).files, today=TODAY).texts == {}


def test_one_run_goes_on_until_nothing_is_left(processmap, small_map):
    _replace(small_map, MICRO, "name: Entregar cesta", "name: Fase 1: cesta #1")
    _replace(small_map, MICRO, "owner: ", "ownr: ")

    done = processmap(*CHECK, "--fix", cwd=small_map)
    again = processmap(*CHECK, "--fix", cwd=small_map)

    text = (small_map / MICRO).read_text(encoding="utf-8")
    assert 'name: "Fase 1: cesta #1"\n' in text
    assert "\nowner: " in text
    assert (done.returncode, again.returncode) == (0, 0)
    assert "2 findings were repaired in 1 file." in done.stderr
    assert "Nothing can be repaired" in again.stderr


def test_byte_order_mark_line_ends_and_permissions_stay(processmap, small_map):
    mistype_key(small_map)
    path = small_map / OWNER
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    expected = path.read_bytes().replace(b"\r\nownr:", b"\r\nowner:")

    processmap(*CHECK, "--fix", cwd=small_map)

    assert path.read_bytes() == expected
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o640


def test_diff_shows_the_change_and_writes_nothing(processmap, small_map):
    mistype_key(small_map)
    before = _map_files(small_map)

    done = processmap(*CHECK, "--diff", cwd=small_map)

    assert _map_files(small_map) == before
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[:2] == [f"--- a/{OWNER}", f"+++ b/{OWNER}"]
    assert [line for line in lines[2:] if line[0] in "+-"] == ["-ownr: ROL-GER-VEN", "+owner: ROL-GER-VEN"]
    assert "1 finding can be repaired in 1 file; nothing was written." in done.stderr


def test_diff_of_a_map_without_repairs_is_empty(processmap, small_map):
    done = processmap(*CHECK, "--diff", cwd=small_map)

    assert (done.returncode, done.stdout) == (0, "")


def test_a_diff_keeps_carriage_returns_and_says_where_a_last_line_has_no_end():
    assert list(unified_diff("x.yaml", "a: 1\r\nb: 2", "a: 1\r\nb: 3")) == [
        "--- a/x.yaml\n",
        "+++ b/x.yaml\n",
        "@@ -1,2 +1,2 @@\n",
        " a: 1\r\n",
        "-b: 2\n",
        "\\ No newline at end of file\n",
        "+b: 3\n",
        "\\ No newline at end of file\n",
    ]


def test_a_file_that_changed_meanwhile_is_not_written_nor_any_other(small_map):
    mistype_key(small_map)
    _replace(small_map, MICRO, "owner: ", "ownr: ")
    opened = open_map(small_map, use_cache=False)
    possible = repair(opened.files, today=TODAY)
    (small_map / MICRO).write_bytes((small_map / MICRO).read_bytes() + b"# mais uma linha\n")
    before = _map_files(small_map)

    with pytest.raises(CannotRunError, match=f"{MICRO} was changed while the map was checked; nothing was written"):
        write_repair(opened, possible)

    assert _map_files(small_map) == before


def test_fix_and_diff_exclude_each_other(processmap, small_map):
    done = processmap("check", "--fix", "--diff", cwd=small_map)

    assert done.returncode == 2
    assert "--diff only shows" in done.stderr


def _finding(start: int, end: int, replacement: str, code: str = "PM101") -> Finding:
    place = Place("x.yaml", Span.at(1, start + 1))
    fix = Fix(place, Edit("x.yaml", start, end, replacement))
    return Finding(code, "x", Severity.ERROR, Message("x"), place, fix=fix)


def test_of_overlapping_edits_the_first_wins_whatever_the_order_they_come_in():
    first, inside, same, beside = _finding(2, 6, "A"), _finding(4, 8, "B"), _finding(2, 6, "C"), _finding(6, 7, "D")

    for order in ([first, inside, same, beside], [beside, same, inside, first]):
        chosen = list(compatible(order))
        assert chosen == [first, beside]
        assert edited("0123456789", [finding.fix.edit for finding in chosen]) == "01AD789"


def test_two_insertions_at_one_place_are_not_both_made():
    assert list(compatible([_finding(3, 3, "b"), _finding(3, 3, "a")])) == [_finding(3, 3, "a")]
