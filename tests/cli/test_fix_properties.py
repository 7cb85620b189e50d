"""Whatever is broken: a repair stays within the lines it names, keeps comments and line ends, leaves nothing over."""

import codecs
import re
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
from hypothesis import given
from tests.conftest import BASE_MAP

from processmap.app.applying import write_repair
from processmap.app.fixing import Repair, repair
from processmap.app.opening import open_map

TODAY = date(2026, 11, 23)
FILES = sorted(path.relative_to(BASE_MAP).as_posix() for path in BASE_MAP.rglob("*.yaml"))
REMARK = "  # o que está aqui fica: [x] {y} ownr"

SLIPS = {
    "drop": lambda word, at: word[:at] + word[at + 1 :],
    "double": lambda word, at: word[:at] + word[at] + word[at:],
    "swap": lambda word, at: word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
    "colon": lambda word, at: f"Fase 1: {word}",
    "number": lambda word, at: f"{word} #1",
    "at": lambda word, at: f"@{word}",
    "glue": lambda word, at: f"{word[:at]}:{word[at:]}",
    "truth": lambda word, at: "sim",
}


@st.composite
def damages(draw: st.DrawFn) -> list[tuple[str, int, int, str]]:
    """A few slips of the pen: file, which word of it, where in the word, and what kind of slip."""
    one = st.tuples(st.sampled_from(FILES), st.integers(0, 400), st.integers(0, 20), st.sampled_from(sorted(SLIPS)))
    return draw(st.lists(one, min_size=1, max_size=6))


@st.composite
def styles(draw: st.DrawFn) -> tuple[bytes, str, bool]:
    """A byte order mark or none, the line end, and whether lines carry a remark."""
    return draw(st.sampled_from([b"", codecs.BOM_UTF8])), draw(st.sampled_from(["\n", "\r\n"])), draw(st.booleans())


def _damaged(texts: dict[str, str], slips: list[tuple[str, int, int, str]]) -> dict[str, str]:
    damaged = dict(texts)
    for path, number, at, kind in slips:
        words = list(re.finditer(r"[\w-]{3,}", damaged[path]))
        word = words[number % len(words)]
        slipped = SLIPS[kind](word[0], at % (len(word[0]) - 1))
        damaged[path] = damaged[path][: word.start()] + slipped + damaged[path][word.end() :]
    return damaged


def _styled(text: str, style: tuple[bytes, str, bool]) -> bytes:
    mark, line_end, has_remarks = style
    lines = [line + REMARK if has_remarks and line else line for line in text.split("\n")]
    return mark + line_end.join(lines).encode()


def _repaired_on_disk(root: Path) -> Repair:
    opened = open_map(root, use_cache=False)
    found = repair(opened.files, today=TODAY)
    write_repair(opened, found)
    return found


def _map_files(root: Path) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in FILES}


@given(damages(), styles())
def test_a_repair_changes_only_the_lines_it_names_and_leaves_nothing_over(slips, style):
    texts = {path: (BASE_MAP / path).read_text(encoding="utf-8") for path in FILES}
    with TemporaryDirectory() as folder:
        root = Path(shutil.copytree(BASE_MAP, Path(folder) / "map"))
        for path, text in _damaged(texts, slips).items():
            (root / path).write_bytes(_styled(text, style))
        before = _map_files(root)

        done = _repaired_on_disk(root)

        after = _map_files(root)
        again = _repaired_on_disk(root)
        assert (again.texts, again.repaired, _map_files(root)) == ({}, (), after)
        named = {(finding.fix.edit.path, finding.fix.place.span.start.line) for finding in done.repaired}
        for path in FILES:
            old, new = before[path].split(b"\n"), after[path].split(b"\n")
            assert len(old) == len(new)
            changed = {number for number, pair in enumerate(zip(old, new, strict=True), start=1) if pair[0] != pair[1]}
            assert changed <= {line for file, line in named if file == path}
            for number in changed:
                _only_the_value_differs(old[number - 1], new[number - 1], has_remarks=style[2])


def _only_the_value_differs(old: bytes, new: bytes, *, has_remarks: bool) -> None:
    """Byte order mark, indentation, remark and carriage return of a line are the same."""
    head = re.compile(rb"(?:\xef\xbb\xbf)?[ -]*")
    assert head.match(old)[0] == head.match(new)[0]
    assert old.endswith(b"\r") == new.endswith(b"\r")
    if has_remarks:
        tail = REMARK.encode() + (b"\r" if old.endswith(b"\r") else b"")
        assert old.endswith(tail)
        assert new.endswith(tail)


@given(styles(), st.permutations(["owner", "name", "id", "number"]), st.integers(1, 4))
def test_defects_of_known_repair_come_out_as_they_should_to_the_byte(style, order, count):
    path = "processes/vendas/MIC-VEN-020.yaml"
    defects = {
        "owner": ("owner: ROL-GER-ENT", "ownr: ROL-GER-ENT", None),
        "name": ("name: Entregar cesta", "name: Fase 1: entregar", 'name: "Fase 1: entregar"'),
        "id": ("lanes: [ROL-ENTREGADOR]", "lanes: [ROL-ENTREGADR]", None),
        "number": ("task: Entregar cesta ao cliente", "task: Cesta #1", 'task: "Cesta #1"'),
    }
    wrong = right = (BASE_MAP / path).read_text(encoding="utf-8")
    for name in order[:count]:
        good, bad, mended = defects[name]
        wrong, right = wrong.replace(good, bad), right.replace(good, mended or good)
    with TemporaryDirectory() as folder:
        root = Path(shutil.copytree(BASE_MAP, Path(folder) / "map"))
        (root / path).write_bytes(_styled(wrong, style))

        _repaired_on_disk(root)

        assert (root / path).read_bytes() == _styled(right, style)
