"""Serves the site while it is written: a saved change is on the page in about a second.

One process watches the files, makes the pages that have something new to show, and answers browsers; MkDocs works in
another, and builds again only those pages. When pages beside those of the map come or go, or mkdocs.yml changes, it
builds the whole site anew, into another folder, while the last one is still shown. All of that is in a temporary
folder: what is served is never shipped.
"""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path, PurePosixPath

from processmap.app.building import PagesReport, build_pages
from processmap.app.checking import CheckResult
from processmap.app.live_site import Bar, LiveServer, LiveSite
from processmap.app.opening import open_map
from processmap.app.page_memory import PageMemory
from processmap.app.search_index import SEARCH_ENTRIES, SEARCH_SCRIPT, renew_search
from processmap.app.site_builder import SiteBuilder
from processmap.app.site_folder import SiteFolder
from processmap.app.site_settings import MKDOCS_FILE
from processmap.app.site_templates import shipped_templates
from processmap.app.watching import Snapshot, Watcher, changed
from processmap.diagnostics import Severity
from processmap.errors import CannotRunError
from processmap.i18n import Language, load_texts
from processmap.views.addresses import FINDINGS, Address
from processmap.views.wording import Wording

SECONDS_BETWEEN_LOOKS = 0.1
_OF_SEARCH = frozenset({SEARCH_ENTRIES, SEARCH_SCRIPT})
"""Files that a built site has in another place."""

Tell = Callable[[CheckResult | CannotRunError], None]
"""Called after each round with what the check has found, or with what keeps pages from being made."""


@dataclass(slots=True)
class Server:
    """One session of `serve`."""

    root: Path
    port: int
    """On this machine."""
    today: date
    tell: Tell

    def run(self) -> None:
        """Serves until it is interrupted.

        Raises:
            CannotRunError: if the port cannot be had.
        """
        with suppress(CannotRunError):  # a build is running: it will put its site in place itself
            SiteFolder(self.root).mend()
        site = LiveSite(shipped_templates() / "site" / "live")
        with (
            LiveServer(self.port, site),
            tempfile.TemporaryDirectory(prefix="processmap-") as folder,
            SiteBuilder(self.root, self.today) as builder,
        ):
            rounds = _Rounds(self.root, self.today, self.tell, site, builder, Path(folder))
            watcher = Watcher(self.root)
            seen: Snapshot = {}
            while True:
                now = watcher.snapshot()
                if now == seen:
                    time.sleep(SECONDS_BETWEEN_LOOKS)
                else:
                    rounds.renew(changed(seen, now))
                    seen = now


@dataclass(slots=True)
class _Rounds:
    root: Path
    today: date
    tell: Tell
    site: LiveSite
    builder: SiteBuilder
    folder: Path
    memory: PageMemory = field(default_factory=PageMemory)
    folders: "count[int]" = field(default_factory=count)
    language: Language = Language.ENGLISH
    waiting: frozenset[str] = frozenset()
    """Files of earlier rounds that failed: what changed in them is not yet on the site."""

    def renew(self, files: frozenset[str]) -> None:
        """Makes new what changed files ask for. A map that cannot be read keeps its last pages."""
        self.site.tell(Bar("busy", self._words("live.busy" if self.site.folder else "live.first")))
        self.waiting |= files
        try:
            opened = open_map(self.root)
            result = opened.check(today=self.today)
            self.language = result.language
            self._show(build_pages(opened, result, self.memory))
        except CannotRunError as error:
            self.site.tell(Bar("bad", self._words("live.kept"), detail=str(error)))
            self.tell(error)
            return
        self.waiting = frozenset()
        self.site.tell(self._findings(result))
        self.tell(result)

    def _show(self, report: PagesReport) -> None:
        own = tuple(path.removeprefix("docs/") for path in self.waiting if path.startswith("docs/"))
        if self.site.folder is None or MKDOCS_FILE in self.waiting or self._come_or_go(self.site.folder, own):
            self._build_all()
            return
        try:
            self._build_again(self.site.folder, report, own)
        except CannotRunError:  # such as a page that belongs into the navigation
            self._build_all()

    def _come_or_go(self, shown: Path, own: Iterable[str]) -> bool:
        """Whether a page that is not of the map comes or goes: it may stand in the navigation of all the others."""
        return any((self.root / "docs" / path).is_file() != (shown / _built(path)).is_file() for path in own)

    def _build_all(self) -> None:
        folder, before = self.folder / str(next(self.folders)), self.site.folder
        self.builder.build_all(folder)
        self.site.show_all(folder)
        if before:
            shutil.rmtree(before, ignore_errors=True)

    def _build_again(self, shown: Path, report: PagesReport, own: Sequence[str]) -> None:
        touched = [path for path in dict.fromkeys((*report.files.written, *own)) if path not in _OF_SEARCH]
        # Nobody waits for a page that nobody looks at.
        first = [path for path in touched if path == FINDINGS or _built(path) in self.site.watched]
        for paths in (first, [path for path in touched if path not in first]):
            self.builder.build_again(paths)
            self._announce(paths)
        for path in report.files.removed:
            (shown / _built(path)).unlink(missing_ok=True)
        if SEARCH_ENTRIES in report.files.written:
            renew_search(shown, self.root / "docs")

    def _announce(self, touched: Sequence[str]) -> None:
        if any(path.endswith((".css", ".js")) for path in touched):
            assert self.site.folder
            self.site.show_all(self.site.folder)
        else:
            self.site.show_pages([_built(path) for path in touched])

    def _findings(self, result: CheckResult) -> Bar:
        errors, warnings = result.count(Severity.ERROR), result.count(Severity.WARNING)
        words = self._words
        parts = [words.counted(noun, number) for noun, number in (("errors", errors), ("warnings", warnings)) if number]
        return Bar(
            "bad" if errors else "warn" if warnings else "good",
            " · ".join(parts) or words("live.clean"),
            link=Address(FINDINGS).seen_from("index.md"),
        )

    @property
    def _words(self) -> Wording:
        return Wording(load_texts("site", self.language))


def _built(path: str) -> str:
    """The file of the site that is made from a file below docs/."""
    return str(PurePosixPath(path).with_suffix(".html")) if path.endswith(".md") else path
