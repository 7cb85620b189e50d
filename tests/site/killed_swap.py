"""Puts a small site in the place of another, and kills itself at one moment of that; run by `test_site_folder`.

    python killed_swap.py ROOT exchange|renames MOMENT

Moments are counted: before and after each operation on folders, and once within each removal. A process that gets to
its end prints the operations that it has done.
"""

import os
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

from processmap.app.folders import FoldersOnDisk
from processmap.app.site_folder import SiteFolder

PAGES = 12


@dataclass
class StoppingFolders(FoldersOnDisk):
    """The file system of a machine whose plug is pulled at one moment."""

    can_exchange: bool
    moment: int
    done: list[str] = field(default_factory=list)
    passed: int = 0

    def pass_moment(self) -> None:
        """Goes on, unless this is the moment."""
        if self.passed == self.moment:
            os.kill(os.getpid(), signal.SIGKILL)
        self.passed += 1

    def exchange(self, one: Path, other: Path) -> bool:
        """As on disk, or as a file system that knows no exchange."""
        self.pass_moment()
        has_exchanged = self.can_exchange and super().exchange(one, other)
        self.done.append(f"exchange {has_exchanged}")
        self.pass_moment()
        return has_exchanged

    def rename(self, folder: Path, name: Path) -> None:
        """As on disk."""
        self.pass_moment()
        super().rename(folder, name)
        self.done.append(f"rename {folder.name.partition('-')[0]} {name.name}")
        self.pass_moment()

    def settle(self, folder: Path) -> None:
        """As on disk."""
        self.pass_moment()
        super().settle(folder)
        self.done.append("settle")
        self.pass_moment()

    def remove(self, folder: Path) -> None:
        """As on disk, with a moment at which half of the folder is gone."""
        self.pass_moment()
        for path in sorted(folder.rglob("*.html"))[::2]:
            path.unlink()
        self.pass_moment()
        super().remove(folder)
        self.done.append(f"remove {folder.name.partition('-')[0]}")
        self.pass_moment()


def write_site(folder: Path, text: str) -> None:
    """Writes what passes for a site."""
    (folder / "map" / "assets").mkdir(parents=True)
    (folder / "map" / "assets" / "processmap.css").write_text(text, encoding="utf-8")
    for number in range(PAGES):
        (folder / f"{number}.html").write_text(f"{text} {number}", encoding="utf-8")


def main() -> None:
    root, path, moment = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    folders = StoppingFolders(can_exchange=path == "exchange", moment=moment)
    with SiteFolder(root, folders).replaced() as fresh:
        folders.pass_moment()
        write_site(fresh, "new")
        folders.pass_moment()
    sys.stdout.write("\n".join(folders.done))


if __name__ == "__main__":
    main()
