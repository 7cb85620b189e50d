"""Notices changes of the files that authors edit: the map, templates, pages of their own, and mkdocs.yml."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("processes", "itos", "templates", "docs")
FILES = ("mkdocs.yml",)
_WRITTEN_BY_US = ("docs/map/", "docs/index.md")

Snapshot = Mapping[str, tuple[int, int]]
"""Time of change in nanoseconds and size of each file, by path relative to the root."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """Looks at the folders of one map. It asks the file system rather than being told: that works on every share."""

    root: Path

    def snapshot(self) -> Snapshot:
        """Returns the state of all files now; what vanishes meanwhile is left out."""
        found: dict[str, tuple[int, int]] = {}
        for path in self._paths():
            name = path.relative_to(self.root).as_posix()
            if name.startswith(_WRITTEN_BY_US):
                continue
            with suppress(OSError):
                about = path.stat()
                found[name] = (about.st_mtime_ns, about.st_size)
        return found

    def _paths(self) -> Iterator[Path]:
        yield from (self.root / name for name in FILES)
        for folder in FOLDERS:
            for here, folders, names in os.walk(self.root / folder):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                yield from (Path(here) / name for name in sorted(names))


def changed(before: Snapshot, after: Snapshot) -> frozenset[str]:
    """Returns the paths of the files that were changed, came or went."""
    return frozenset(path for path in {*before, *after} if before.get(path) != after.get(path))
