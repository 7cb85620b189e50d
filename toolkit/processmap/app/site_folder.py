"""Puts a finished site in the place of the old one, so that `site/` is at each moment a whole site.

The new site grows in a folder of its own beside the old one. Where the file system can exchange two folders, one call
puts it in place. Elsewhere it takes two renames; what the names of the folders say is then enough to end the work of a
build that was killed between them:

    new-…   a site that is being built, or the old one after an exchange: rubbish once no build runs
    ready   a whole site that belongs in place
    old     the one that was there before

Nobody but the holder of the lock touches these folders, and the system lets go of the lock of a process that is gone.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from processmap.app.folders import Folders, FoldersOnDisk
from processmap.app.locks import locked
from processmap.errors import CannotRunError

SITE = "site"
_STYLE_SHEET = "map/assets/processmap.css"
_OF_MKDOCS = ("404.html", "sitemap.xml")


@dataclass(frozen=True)
class SiteFolder:
    """The place of the built site of one map."""

    root: Path
    """The folder of the map."""
    folders: Folders = field(default_factory=FoldersOnDisk)
    name: str = SITE
    """Name of the site's folder below the root."""

    @property
    def site(self) -> Path:
        """Where the site stands. A link is followed: it goes on leading to the site."""
        return (self.root / self.name).resolve()

    @property
    def beside(self) -> Path:
        """Where sites stand that are not in place, on the same file system."""
        return self.site.with_name(f".{self.site.name}-build")

    @contextmanager
    def replaced(self) -> Iterator[Path]:
        """Gives an empty folder to build the site into, which then takes the place of the old site.

        When the block raises, the old site stays and what was built is thrown away.

        Raises:
            CannotRunError: if another build of this map runs, if `site/` is not ours, or if it cannot be replaced.
        """
        with self._locked():
            self._mend()
            _refuse_foreign(self.site)
            fresh = self.beside / f"new-{secrets.token_hex(4)}"
            fresh.mkdir()
            try:
                yield fresh
                self._put_in_place(fresh)
            finally:
                self._clear()

    def mend(self) -> None:
        """Ends what a build that was killed has left, so that the site is in place.

        Raises:
            CannotRunError: if a build runs, or the site cannot be put in place.
        """
        if self.beside.is_dir():
            with self._locked():
                self._mend()

    def _put_in_place(self, fresh: Path) -> None:
        with self._said_plainly():
            self.folders.settle(fresh)
            if not self.site.exists():
                self.folders.rename(fresh, self.site)
            elif not self.folders.exchange(fresh, self.site):
                self.folders.rename(fresh, self._ready)
                self._finish_renames()
            self.folders.settle_names(self.site.parent)

    def _mend(self) -> None:
        with self._said_plainly():
            if self._ready.exists():
                self._finish_renames()
            elif self._old.exists() and not self.site.exists():
                self.folders.rename(self._old, self.site)
            self._clear()

    def _finish_renames(self) -> None:
        if self.site.exists():
            if self._old.exists():
                self.folders.remove(self._old)
            self.folders.rename(self.site, self._old)
        try:
            self.folders.rename(self._ready, self.site)
        except OSError:
            self.folders.rename(self._old, self.site)
            raise

    def _clear(self) -> None:
        for left in self.beside.glob("new-*"):
            self.folders.remove(left)
        if self.site.exists() and self._old.exists():
            self.folders.remove(self._old)

    @property
    def _ready(self) -> Path:
        return self.beside / "ready"

    @property
    def _old(self) -> Path:
        return self.beside / "old"

    @contextmanager
    def _said_plainly(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise CannotRunError(f"{self.site} cannot be replaced: {error.strerror}.") from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            # One lock for every site of a map: they are made from the same pages below docs/.
            shared = replace(self, name=SITE).beside
            for folder in {self.beside: None, shared: None}:
                folder.mkdir(exist_ok=True)
                (folder / ".gitignore").write_text("*\n", encoding="utf-8")
            lock = (shared / "lock").open("a+", encoding="utf-8")
        except OSError as error:
            raise CannotRunError(f"Cannot build beside {self.site}: {error.strerror}.") from error
        with lock:
            if not locked(lock):
                lock.seek(0)
                raise CannotRunError(
                    f"Another build of this map is running (process {lock.read().strip() or 'unknown'}). "
                    "Wait until it has ended, or end it, and build again."
                )
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            yield


def _refuse_foreign(site: Path) -> None:
    if not site.exists() or (site / _STYLE_SHEET).is_file() or all((site / name).is_file() for name in _OF_MKDOCS):
        return
    if site.is_dir() and not any(site.iterdir()):
        return
    raise CannotRunError(
        f"{site} holds something that no build has made: it would be lost. "
        "The site is built into this folder. Move what is in it elsewhere, or delete it, and build again."
    )
