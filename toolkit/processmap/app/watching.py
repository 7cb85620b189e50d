"""Notices changes of the files that authors edit."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("processes", "itos", "templates")

Snapshot = Mapping[str, tuple[int, int]]
"""Time of change in nanoseconds and size of each file, by path relative to the root."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """Looks at the folders of one map. It asks the file system rather than being told: that works on every share."""

    root: Path

    def snapshot(self) -> Snapshot:
        """Returns the state of all files now; what vanishes meanwhile is left out."""
        return dict(self._files())

    def _files(self) -> Iterator[tuple[str, tuple[int, int]]]:
        for folder in FOLDERS:
            for here, folders, names in os.walk(self.root / folder):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                for name in sorted(names):
                    path = Path(here) / name
                    try:
                        about = path.stat()
                    except OSError:
                        continue
                    yield path.relative_to(self.root).as_posix(), (about.st_mtime_ns, about.st_size)
