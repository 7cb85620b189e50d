"""Opens a map: reads it, indexes it, and answers what commands ask of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from processmap.app.check_cache import CheckCache
from processmap.app.checking import CheckResult, Watch, check_map
from processmap.app.git import Head, head
from processmap.app.history import read_history
from processmap.app.roots import find_root
from processmap.graph import MapGraph
from processmap.loading import LoadedMap, SourceFile, collector_paused, load, read_sources
from processmap.rules import ALL_RULES
from processmap.rules.rule import Rule

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""


def _silent(_what: str, _done: int, _total: int) -> None:
    """The progress of those who do not look."""


@dataclass(frozen=True)
class OpenMap:
    """A map on disk. Reading and indexing happen when they are first needed."""

    root: Path
    """The folder that holds `processes/map.yaml`."""
    files: tuple[SourceFile, ...]
    """The files of the map as they were when it was opened."""
    cache: CheckCache | None
    progress: Progress = _silent

    @cached_property
    def loaded(self) -> LoadedMap:
        """Every element with its places and problems."""
        return load(self.files, progress=self.progress)

    @cached_property
    def graph(self) -> MapGraph:
        """The index of the map."""
        return MapGraph(self.loaded)

    @cached_property
    def head(self) -> Head:
        """Where the history of the map stands."""
        return head(self.root)

    def check(self, *, today: date) -> CheckResult:
        """Runs every rule; a map that has not changed since its last check is answered from the cache."""
        if self.cache is None:
            return self._checked(today)
        key = self.cache.key(self.files, today, self.head)
        known = self.cache.get(key)
        if known is None:
            known = self._checked(today)
            self.cache.put(key, known)
        return known

    def check_watched(self, *, today: date, watch: Watch) -> CheckResult:
        """Runs every rule without the cache, for who wants to know what each of them costs."""
        return self._checked(today, watch)

    def _checked(self, today: date, watch: Watch | None = None) -> CheckResult:
        done = 0

        def report(rule: Rule, seconds: float) -> None:
            nonlocal done
            done += 1
            self.progress("checking", done, len(ALL_RULES))
            if watch:
                watch(rule, seconds)

        with collector_paused():
            history = read_history(self.loaded, self.root, self.head, today=today)
            return check_map(self.loaded, self.graph, today=today, history=history, watch=report)

    def sources(self, result: CheckResult) -> Mapping[str, str]:
        """Returns the text of the files that findings point into, by path."""
        shown = (*result.findings, *(hidden.finding for hidden in result.suppressed))
        wanted = {finding.place.path for finding in shown}
        wanted |= {related.place.path for finding in shown for related in finding.related}
        return {file.path: file.text for file in self.files if file.path in wanted and file.text is not None}


def open_map(directory: Path, *, use_cache: bool = True, progress: Progress = _silent) -> OpenMap:
    """Opens the map that a folder belongs to.

    Args:
        directory: a folder of the map, or below it.
        use_cache: whether what was found out earlier, under `.cache/processmap`, may be used and added to.
        progress: told how far reading has come.

    Raises:
        CannotRunError: if there is no map.
    """
    root = find_root(directory)
    files = read_sources(root)
    return OpenMap(root, files, CheckCache(root) if use_cache else None, progress)
