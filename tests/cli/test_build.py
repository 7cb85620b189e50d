"""`processmap build`: a whole site or none, whatever stops it."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import FULL, Run, run_processmap

from processmap.app.building import build_pages
from processmap.app.opening import open_map
from processmap.app.site_folder import SiteFolder

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)
MOMENTS = 20 if FULL else 4
NAMES = ("Fulfil an order", "Fulfil an order at once")
Hashes = dict[str, str]


def hashes(site: Path) -> Hashes:
    """Every file of a site with its content; days stand in the sitemap only."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file() and not path.name.startswith("sitemap."))
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def rename(root: Path, name: str) -> None:
    """Gives a process of the map another name, which many pages show."""
    micro = next((root / "processes" / "orders").glob("MIC-ORD-010*.yaml"))
    lines = micro.read_text(encoding="utf-8").splitlines()
    micro.write_text("\n".join(f"name: {name}" if line.startswith("name:") else line for line in lines) + "\n", "utf-8")


def build(root: Path) -> Hashes:
    """Builds the site and returns what is in it."""
    done = run_processmap("build", cwd=root)
    assert done.returncode == 0, done.stderr
    return hashes(root / "site")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Hashes]:
    """A new map with its site."""
    folder = tmp_path_factory.mktemp("built")
    assert run_processmap("new", "map", "--language", "en", cwd=folder).returncode == 0
    rename(folder / "map", NAMES[0])
    return folder / "map", build(folder / "map")


def killed_after(root: Path, seconds: float) -> None:
    """Begins a build and kills it, its MkDocs being left to find out by itself."""
    process = subprocess.Popen(
        [sys.executable, "-m", "processmap", "build"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT / "toolkit")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()


def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one(built: tuple[Path, Hashes]) -> None:
    root, first = built
    rename(root, NAMES[1])
    began = time.monotonic()
    second = build(root)
    length = time.monotonic() - began
    assert first != second
    expected = dict(zip(NAMES, (first, second), strict=True))
    moments = random.Random(20)

    for number in range(MOMENTS):
        before = hashes(root / "site")
        wanted = NAMES[before == first]
        rename(root, wanted)
        killed_after(root, moments.uniform(0, length))
        SiteFolder(root).mend()
        assert hashes(root / "site") in (before, expected[wanted]), number
        assert sorted(path.name for path in (root / ".site-build").iterdir()) == [".gitignore", "lock"]


def test_a_page_that_mkdocs_leaves_out_fails_the_build_and_keeps_the_site(built: tuple[Path, Hashes]) -> None:
    root, _ = built
    before = hashes(root / "site")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}\nexclude_docs: map/micro/MIC-ORD-020.md\n", encoding="utf-8")

    done = run_processmap("build", cwd=root)
    settings.write_text(text, encoding="utf-8")

    assert done.returncode == 2
    assert "but MkDocs left out 1: map/micro/MIC-ORD-020.md. Look for exclude_docs" in done.stderr
    assert hashes(root / "site") == before


def test_a_failing_mkdocs_is_said_and_keeps_the_site(built: tuple[Path, Hashes]) -> None:
    root, _ = built
    before = hashes(root / "site")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}\nstrict: perhaps\n", encoding="utf-8")

    done = run_processmap("build", cwd=root)
    settings.write_text(text, encoding="utf-8")

    assert done.returncode == 2
    assert "MkDocs could not build the site:" in done.stderr
    assert "Traceback" not in done.stderr
    assert hashes(root / "site") == before


def test_a_build_that_dies_between_two_renames_is_ended_by_the_next_start(built: tuple[Path, Hashes]) -> None:
    root, _ = built
    before = hashes(root / "site")
    (root / "site").rename(root / ".site-build" / "ready")
    settings = root / "mkdocs.yml"
    settings.rename(root / "away.yml")

    done = run_processmap("build", cwd=root)
    (root / "away.yml").rename(settings)

    assert done.returncode == 2
    assert hashes(root / "site") == before


def test_a_site_folder_of_somebody_else_is_refused(processmap: Run, tmp_path: Path) -> None:
    processmap("new", "map", "--language", "en", cwd=tmp_path)
    (tmp_path / "map" / "site").mkdir()
    (tmp_path / "map" / "site" / "thesis.txt").write_text("mine", encoding="utf-8")

    done = processmap("build", cwd=tmp_path / "map")

    assert done.returncode == 2
    assert "holds something that no build has made: it would be lost." in done.stderr
    assert hashes(tmp_path / "map" / "site") == {"thesis.txt": hashlib.sha256(b"mine").hexdigest()}


def test_work_of_a_run_that_was_killed_among_the_pages_is_not_taken_for_edits(built: tuple[Path, Hashes]) -> None:
    root, _ = built
    for name in NAMES:  # whichever a killed build has left
        rename(root, name)
        opened = open_map(root)
        build_pages(opened, opened.check(today=TODAY))
    rename(root, NAMES[0])
    writing = (
        "import os, signal; from datetime import date; from pathlib import Path\n"
        "from processmap.app import site_files; from processmap.app.building import build_pages\n"
        "from processmap.app.opening import open_map\n"
        "real, left = site_files.write_atomically, [4]\n"
        "def stopping(path, text):\n"
        "    left[0] -= 1\n"
        "    return real(path, text) if left[0] else os.kill(os.getpid(), signal.SIGKILL)\n"
        "site_files.write_atomically = stopping\n"
        "opened = open_map(Path('.')); build_pages(opened, opened.check(today=date(2026, 11, 24)))\n"
    )

    killed = subprocess.run(
        [sys.executable, "-c", writing], cwd=root, env={**os.environ, "PYTHONPATH": str(ROOT / "toolkit")}, check=False
    )
    opened = open_map(root)
    report = build_pages(opened, opened.check(today=TODAY))

    assert killed.returncode == -signal.SIGKILL
    assert report.files.kept == ()
    assert f"{NAMES[0]}<" in (root / "docs" / "map" / "micro" / "MIC-ORD-010.md").read_text(encoding="utf-8")
