"""Serves the site while it is written: pages are made again when a source changes, MkDocs shows them.

Our watcher alone writes docs/map/; MkDocs watches docs/ and rebuilds what changed (`--dirty`). Its output goes to a
temporary folder of its own, so that a dirty build is never shipped. When pages come or go MkDocs is started anew.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from processmap.app.building import build_pages, mkdocs_environment
from processmap.app.checking import CheckResult
from processmap.app.opening import open_map
from processmap.app.watching import Snapshot, Watcher
from processmap.errors import CannotRunError

SECONDS_BETWEEN_LOOKS = 0.25

Tell = Callable[[CheckResult | CannotRunError], None]
"""Called after each round with what the check has found, or with what keeps pages from being made."""


@dataclass(slots=True)
class Server:
    """One session of `serve`."""

    root: Path
    address: str
    """Host and port, such as 127.0.0.1:8000."""
    today: date
    tell: Tell
    _paths: tuple[str, ...] = field(default=(), init=False)

    def run(self) -> None:
        """Serves until it is interrupted.

        Raises:
            CannotRunError: if MkDocs ends by itself, for instance because the port is taken.
        """
        watcher = Watcher(self.root)
        seen = watcher.snapshot()
        self._write_pages()
        while True:
            with self._mkdocs() as process:
                seen, pages_changed = self._until_pages_change(watcher, seen, process)
            if not pages_changed:
                raise CannotRunError(f"MkDocs stopped serving on {self.address}; its own message stands above.")

    def _until_pages_change(
        self, watcher: Watcher, seen: Snapshot, process: "subprocess.Popen[bytes]"
    ) -> tuple[Snapshot, bool]:
        while process.poll() is None:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            now = watcher.snapshot()
            if now == seen:
                continue
            seen = now
            if self._write_pages():
                return seen, True
        return seen, False

    def _write_pages(self) -> bool:
        """Makes the pages again; returns whether pages came or went. A broken map keeps the last ones."""
        try:
            opened = open_map(self.root)
            result = opened.check(today=self.today)
            report = build_pages(opened, result)
        except CannotRunError as error:
            self.tell(error)
            return False
        self.tell(result)
        changed = report.paths != self._paths
        self._paths = report.paths
        return changed

    @contextmanager
    def _mkdocs(self) -> Iterator["subprocess.Popen[bytes]"]:
        command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--quiet", "--dev-addr", self.address]
        process = subprocess.Popen(command, cwd=self.root, env=mkdocs_environment())  # noqa: S603  # our own interpreter
        try:
            yield process
        finally:
            process.terminate()
            process.wait(timeout=10)
