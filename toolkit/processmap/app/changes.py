"""Reads from the git history what changed lately in the map, element by element.

Only commits count: what is not committed yet is not told. Reading old files is the cost, so only the newest versions
are read, and what they said is remembered under `.cache/processmap` for the commit that is checked out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise

from pydantic import TypeAdapter, ValidationError

from processmap import __version__
from processmap.app.check_cache import FOLDER
from processmap.app.files import write_atomically
from processmap.app.git import Blobs, HistoryState, Version, versions
from processmap.app.opening import OpenMap
from processmap.app.tool_digest import tool_digest
from processmap.errors import CannotRunError
from processmap.graph.changes import Commit, ElementChange, change_of
from processmap.loading import decode, load
from processmap.model.kinds import AnyElement

_NEWEST = 300
"""How many versions of files are looked at: some months of a map in work."""
_FILE = FOLDER / "changes.json"
_CHANGES = TypeAdapter(tuple[ElementChange, ...])


def read_changes(opened: OpenMap) -> tuple[ElementChange, ...]:
    """Returns what changed in the elements of a map, newest first; nothing without git.

    Of a shallow clone nothing is told: its oldest commit would seem to have brought everything into the map.
    """
    if opened.head.state is not HistoryState.READ:
        return ()
    key = f"{__version__} {tool_digest()} {opened.head.commit}"
    known = _remembered(opened, key)
    if known is None:
        known = tuple(_read(opened))
        _remember(opened, key, known)
    return tuple(change for change in known if change.element in opened.loaded.elements)


@dataclass(frozen=True, slots=True)
class _Step:
    """From one version of a file to the next."""

    path: str
    before: Version | None
    after: Version


def _read(opened: OpenMap) -> Iterator[ElementChange]:
    newest = _newest_steps(versions(opened.root))
    with Blobs(opened.root) as blobs:
        reader = _Reader(blobs, {})
        for step in newest:
            before = reader.elements(step.path, step.before) if step.before else {}
            for element, model in reader.elements(step.path, step.after).items():
                change = change_of(element, before.get(element), model, _commit(step.after))
                if change:
                    yield change


def _commit(version: Version) -> Commit:
    return Commit(version.commit, version.date, version.subject)


def _newest_steps(past: Mapping[str, Sequence[Version]]) -> list[_Step]:
    """The newest steps of all files, newest first; those of one commit by path, from the last one back."""
    steps = (
        _Step(path, before, after)
        for path, known in sorted(past.items(), reverse=True)
        for before, after in pairwise((None, *known))
        if after is not None
    )
    return nlargest(_NEWEST, steps, key=lambda step: (step.after.number, step.path))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the elements of old files, each content once."""

    blobs: Blobs
    known: dict[tuple[str, str], Mapping[str, AnyElement]]

    def elements(self, path: str, version: Version) -> Mapping[str, AnyElement]:
        """The elements of a file that can be read, by id."""
        key = (path, version.blob)
        if key not in self.known:
            text = self.blobs.read(version.blob)
            found = load([decode(path, text)]).definitions if text is not None else ()
            self.known[key] = {element.id: element.model for element in found if element.model is not None}
        return self.known[key]


def _remembered(opened: OpenMap, key: str) -> tuple[ElementChange, ...] | None:
    if opened.cache is None:
        return None
    try:
        kept = json.loads((opened.root / _FILE).read_text(encoding="utf-8"))
        return _CHANGES.validate_python(kept["changes"]) if kept["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        return None


def _remember(opened: OpenMap, key: str, changes: tuple[ElementChange, ...]) -> None:
    if opened.cache is None:
        return
    document = {"key": key, "changes": _CHANGES.dump_python(changes, mode="json")}
    try:
        write_atomically(opened.root / _FILE, json.dumps(document, ensure_ascii=False))
    except CannotRunError:
        return
