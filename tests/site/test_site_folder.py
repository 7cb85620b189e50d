"""Whatever happens to a build, and whenever: `site/` is the old site or the new one, and whole."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.site.killed_swap import PAGES, write_site

from processmap.app.folders import FoldersOnDisk
from processmap.app.site_folder import SiteFolder
from processmap.errors import CannotRunError

SCRIPT = Path(__file__).parent / "killed_swap.py"
TOOLKIT = Path(__file__).parents[2] / "toolkit"
MOST_MOMENTS = 40


class NoExchange(FoldersOnDisk):
    """A file system that cannot exchange two folders."""

    def exchange(self, one: Path, other: Path) -> bool:
        """Never."""
        return False


def content(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def expected(text: str) -> dict[str, str]:
    pages = {f"{number}.html": f"{text} {number}" for number in range(PAGES)}
    return dict(sorted({**pages, "map/assets/processmap.css": text}.items()))


def left_beside(root: Path) -> list[str]:
    return sorted(path.name for path in (root / ".site-build").iterdir())


def swapped(root: Path, path: str, moment: int) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(SCRIPT), str(root), path, str(moment)],
        env={"PYTHONPATH": str(TOOLKIT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("path", "steps", "seen"),
    [
        ("exchange", ["settle", "exchange True", "remove new"], "old " * 5 + "new " * 4),
        (
            "renames",
            ["settle", "exchange False", "rename new ready", "rename site old", "rename ready site", "remove old"],
            "old " * 7 + "new " * 8,
        ),
    ],
)
def test_a_build_killed_at_any_step_leaves_a_whole_site(tmp_path: Path, path: str, steps: list[str], seen: str) -> None:
    found = []

    for moment in range(MOST_MOMENTS):
        root = tmp_path / str(moment)
        write_site(root / "site", "old")
        done = swapped(root, path, moment)
        SiteFolder(root).mend()
        after = content(root / "site")
        assert after in (expected("old"), expected("new")), moment
        assert left_beside(root) == [".gitignore", "lock"], moment
        if done.returncode == 0:
            break
        found.append("new" if after == expected("new") else "old")

    assert done.stdout.split("\n") == steps
    assert found == seen.split()


@pytest.mark.parametrize("folders", [FoldersOnDisk(), NoExchange()])
def test_the_first_site_of_a_map_is_put_in_place(tmp_path: Path, folders: FoldersOnDisk) -> None:
    with SiteFolder(tmp_path, folders).replaced() as fresh:
        write_site(fresh, "new")

    assert content(tmp_path / "site") == expected("new")
    assert left_beside(tmp_path) == [".gitignore", "lock"]


@pytest.mark.parametrize("folders", [FoldersOnDisk(), NoExchange()])
def test_a_build_that_fails_leaves_the_old_site_and_nothing_else(tmp_path: Path, folders: FoldersOnDisk) -> None:
    write_site(tmp_path / "site", "old")

    with pytest.raises(FileExistsError), SiteFolder(tmp_path, folders).replaced() as fresh:
        write_site(fresh, "new") or write_site(fresh, "new")

    assert content(tmp_path / "site") == expected("old")
    assert left_beside(tmp_path) == [".gitignore", "lock"]


def test_a_site_that_cannot_be_put_in_place_leaves_the_old_one(tmp_path: Path) -> None:
    class Refuses(NoExchange):
        def rename(self, folder: Path, name: Path) -> None:
            if folder.name == "ready":
                raise PermissionError(13, "Permission denied")
            super().rename(folder, name)

    write_site(tmp_path / "site", "old")

    with (
        pytest.raises(CannotRunError, match=r"site cannot be replaced: Permission denied\."),
        SiteFolder(tmp_path, Refuses()).replaced() as fresh,
    ):
        write_site(fresh, "new")

    assert content(tmp_path / "site") == expected("old")


def test_two_builds_at_once_do_not_meet(tmp_path: Path) -> None:
    write_site(tmp_path / "site", "old")

    with SiteFolder(tmp_path).replaced() as fresh:
        write_site(fresh, "new")
        other = swapped(tmp_path, "exchange", -1)

    assert "Another build of this map is running (process " in other.stderr
    assert content(tmp_path / "site") == expected("new")


def test_two_sites_of_a_map_are_not_built_at_once(tmp_path: Path) -> None:
    with SiteFolder(tmp_path, name="site-offline").replaced() as fresh:
        write_site(fresh, "new")
        other = swapped(tmp_path, "exchange", -1)

    assert "Another build of this map is running (process " in other.stderr
    assert content(tmp_path / "site-offline") == expected("new")
    assert not (tmp_path / "site").exists()


def test_a_folder_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.html").write_text("mine", encoding="utf-8")

    with (
        pytest.raises(CannotRunError, match="holds something that no build has made: it would be lost"),
        SiteFolder(tmp_path).replaced(),
    ):
        pass

    assert content(tmp_path / "site") == {"thesis.html": "mine"}


@pytest.mark.parametrize("names", [(), ("404.html", "sitemap.xml")])
def test_an_empty_folder_or_a_site_of_plain_mkdocs_is_replaced(tmp_path: Path, names: tuple[str, ...]) -> None:
    (tmp_path / "site").mkdir()
    for name in names:
        (tmp_path / "site" / name).touch()

    with SiteFolder(tmp_path).replaced() as fresh:
        write_site(fresh, "new")

    assert content(tmp_path / "site") == expected("new")


def test_a_link_goes_on_leading_to_the_site(tmp_path: Path) -> None:
    write_site(tmp_path / "www" / "map", "old")
    root = tmp_path / "root"
    root.mkdir()
    (root / "site").symlink_to(tmp_path / "www" / "map")

    with SiteFolder(root).replaced() as fresh:
        write_site(fresh, "new")

    assert (root / "site").is_symlink()
    assert content(tmp_path / "www" / "map") == expected("new")
