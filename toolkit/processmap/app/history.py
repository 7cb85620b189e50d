"""Finds each published document as it was when its revision was first published (PM707).

Only what can have changed is read. A file whose content stands unchanged in the first commit with its revision costs
one hash; of the others the older versions are read from the newest back, as long as their text holds the revision,
and of these the oldest that parses as published is the one.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from processmap.app.git import Blobs, Head, HistoryState, Version, versions
from processmap.diagnostics import Severity
from processmap.loading import Element, LoadedMap, SourceFile, decode, load
from processmap.model.document_control import DocumentControl, Status
from processmap.rules.document_control import pm707_changed_without_new_revision as pm707
from processmap.rules.rule import PublishedRevision

_HASHES = {40: "sha1", 64: "sha256"}
"""The algorithm of a repository, by the length of its hashes."""


@dataclass(frozen=True, slots=True)
class History:
    """What the past of a map says about its published documents."""

    state: HistoryState = HistoryState.READ
    published: Mapping[str, PublishedRevision] = field(default_factory=dict)
    """By id; what cannot have changed since is left out."""


UNKNOWN = History()
"""Nothing is known, and nobody is told."""


def read_history(loaded: LoadedMap, root: Path, head: Head, *, today: date) -> History:
    """Reads the history of a map.

    Where nobody wants PM707, or nothing was in force before today, nothing is looked for, and nothing is missed.
    """
    if not is_wanted(loaded) or not _has_past(loaded, today):
        return UNKNOWN
    if head.state is not HistoryState.READ:
        return History(head.state)
    past = versions(root)
    with Blobs(root) as blobs:
        found = {
            element.id: revision
            for element, rev in _published(loaded)
            if (known := past.get(element.path))
            if (revision := _Search(element, rev, blobs).first(known, loaded.sources[element.path]))
        }
    return History(published=found)


def is_wanted(loaded: LoadedMap) -> bool:
    """Whether the map has not switched PM707 off."""
    settings = loaded.settings
    return settings is None or settings.checks.severity.get(pm707.RULE.code) is not Severity.OFF


def _has_past(loaded: LoadedMap, today: date) -> bool:
    """Whether a document says that it was in force before today; a map made today cannot have changed since."""
    docs = (getattr(element.model, "doc", None) for element, _ in _published(loaded))
    return any(isinstance(doc, DocumentControl) and (doc.effective is None or doc.effective < today) for doc in docs)


def _published(loaded: LoadedMap) -> Iterator[tuple[Element, str]]:
    for element in loaded.elements.values():
        rev = _revision(element)
        if rev is not None:
            yield element, rev


def _revision(element: Element) -> str | None:
    """The revision of a published document; None for everything else."""
    doc = getattr(element.model, "doc", None)
    return doc.rev if isinstance(doc, DocumentControl) and element.status is Status.PUBLISHED else None


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for one document in the versions of its file."""

    element: Element
    rev: str
    blobs: Blobs

    def first(self, known: Sequence[Version], current: SourceFile) -> PublishedRevision | None:
        """Returns the first version with the revision as published; None if it is the current content, or unknown."""
        now = _blob(current, known[0].blob)
        if all(version.blob == now for version in known):
            return None
        for version, text in self._candidates(known, now):
            if text is None:
                return None
            for element in load([decode(self.element.path, text)]).definitions:
                if element.id == self.element.id and element.model and _revision(element) == self.rev:
                    return PublishedRevision(self.rev, element.model, version.commit, version.date)
        return None

    def _candidates(self, known: Sequence[Version], now: str) -> Iterator[tuple[Version, bytes | None]]:
        """Yields the last versions whose text holds the revision, oldest first; None stands for the current text."""
        found: list[tuple[Version, bytes | None]] = []
        for version in reversed(known):
            text = None if version.blob == now else self.blobs.read(version.blob) or b""
            if text is not None and not _mention(self.rev).search(text):
                break
            found.append((version, text))
        yield from reversed(found)


@lru_cache(maxsize=64)
def _mention(rev: str) -> re.Pattern[bytes]:
    return re.compile(rb"\brev[\"']?\s*:\s*[\"']?" + re.escape(rev.encode()) + rb"(?![\w.])")


def _blob(file: SourceFile, sample: str) -> str:
    """The hash that git gives a content; line ends that git would change only cost time."""
    content = (file.text or "").encode("utf-8", "surrogatepass")
    digest = hashlib.new(_HASHES.get(len(sample), "sha1"), usedforsecurity=False)
    digest.update(b"blob %d\0" % len(content))
    digest.update(content)
    return digest.hexdigest()
