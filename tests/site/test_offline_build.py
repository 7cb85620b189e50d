"""`processmap build --offline --zip`, as a user runs it."""

import zipfile
from pathlib import Path

from tests.site.built_map import copy_sample, run_python


def archive_of(root: Path, seed: str) -> Path:
    """Builds a fresh copy of the sample map and returns the archive that the command names."""
    done = run_python(
        copy_sample(root),
        "-m",
        "processmap",
        "build",
        "--offline",
        "--zip",
        "--today",
        "2026-11-24",
        PYTHONHASHSEED=seed,
    )
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())


def test_two_folders_and_two_hash_seeds_give_the_same_archive_and_no_online_site(tmp_path):
    here, there = archive_of(tmp_path / "here", "1"), archive_of(tmp_path / "another-name", "4711")

    assert here == tmp_path / "here" / "site-offline.zip"
    assert here.read_bytes() == there.read_bytes()
    assert not (tmp_path / "here" / "site").exists()
    with zipfile.ZipFile(here) as packed:
        assert {"site-offline/index.html", "site-offline/search/search_index.js"} <= set(packed.namelist())
        assert not [name for name in packed.namelist() if "tmp" in name or name.endswith(".map")]
