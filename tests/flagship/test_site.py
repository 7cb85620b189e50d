"""The site of the flagship: the same bytes everywhere, and the same counts as the check."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

WRITE_PAGES = """
import sys
from datetime import date
from pathlib import Path
from processmap.app.building import build_pages
from processmap.app.opening import open_map
opened = open_map(Path(sys.argv[1]), use_cache=False)
build_pages(opened, opened.check(today=date(2026, 11, 23)))
"""


def copy_of_the_map(target: Path) -> Path:
    """Copies what the site is made from; nothing generated comes along."""
    for folder in ("processes", "itos"):
        shutil.copytree(ROOT / folder, target / folder)
    shutil.copy(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    (target / "docs").mkdir()
    return target


def pages_written(root: Path, seed: str) -> dict[str, str]:
    """Writes the pages in a process of its own and returns a digest per file."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "toolkit")}
    subprocess.run([sys.executable, "-c", WRITE_PAGES, str(root)], env=environment, check=True)
    files = sorted(path for path in (root / "docs").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    root = copy_of_the_map(tmp_path_factory.mktemp("here"))
    return root, pages_written(root, "1")


def test_two_folders_and_two_hash_seeds_give_the_same_bytes(written, tmp_path_factory):
    _, here = written
    there = pages_written(copy_of_the_map(tmp_path_factory.mktemp("a-folder-of-another-name")), "4711")

    assert len(here) > 100
    assert here == there


def test_counts_on_the_home_page_are_those_of_the_check(written, processmap):
    root, _ = written
    counts = json.loads(processmap("check", "--format", "json", "--today", "2026-11-23", cwd=root).stdout)["counts"]

    home = (root / "docs" / "index.md").read_text(encoding="utf-8")

    figures = re.sub(r"<[^>]+>", " ", home)
    for kind, words in (
        ("macro", "macroprocessos"),
        ("micro", "microprocessos"),
        ("ito", "instruções de trabalho"),
        ("role", "papéis"),
        ("area", "áreas"),
    ):
        assert re.search(rf"\b{counts[kind]}\s+{words}", figures), (kind, counts[kind])


def test_no_page_holds_a_path_of_this_machine(written):
    root, files = written

    assert [name for name in files if str(root) in (root / name).read_text(encoding="utf-8")] == []
