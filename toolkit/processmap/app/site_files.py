"""Writes the generated files under docs/ and knows them again: the manifest says which file is ours.

A file that somebody has edited, or that the manifest does not know, is never overwritten or deleted.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from processmap.app.files import write_atomically
from processmap.errors import CannotRunError

MANIFEST = "map/.manifest.json"
HOME = "index.md"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class FilesReport:
    """What a run has done to the folder."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    """Files of ours that were edited by hand, or strangers in our place: left as they are."""


@dataclass
class _Run:
    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def write_site_files(docs: Path, files: Mapping[str, str]) -> FilesReport:
    """Makes the generated files of a folder be exactly these.

    Args:
        docs: the folder `docs/`.
        files: texts by path below it.

    Raises:
        CannotRunError: if docs/index.md is not ours, or a file cannot be written.
    """
    known = _read_manifest(docs)
    run = _Run()
    _refuse_foreign_home(docs, known, files)
    hashes = {path: _hash(text.encode()) for path, text in files.items()}
    # Both states are known while files are written, so that a run that was cut off never takes its own work for edits.
    _write_manifest(docs, {path: (*known.get(path, ()), *_of(hashes, path)) for path in sorted({*known, *files})})
    for path, text in files.items():
        _write(docs, path, text, known.get(path, ()), run)
    orphans = [path for path in known if path not in files]
    still_there = {path: known[path] for path in orphans if not _remove(docs, path, known[path], run)}
    _write_manifest(
        docs,
        {path: (hashes[path],) if path in hashes else still_there[path] for path in sorted({*hashes, *still_there})},
    )
    return FilesReport(tuple(run.written), tuple(run.removed), tuple(run.kept))


def _of(hashes: Mapping[str, str], path: str) -> tuple[str, ...]:
    return (hashes[path],) if path in hashes else ()


def _write(docs: Path, path: str, text: str, known: tuple[str, ...], run: _Run) -> None:
    target = docs / path
    present = _present(target)
    if present is not None and present not in (*known, _hash(text.encode())):
        run.kept.append(path)
    elif write_atomically(target, text):
        run.written.append(path)


def _remove(docs: Path, path: str, known: tuple[str, ...], run: _Run) -> bool:
    target = docs / path
    present = _present(target)
    if present is None:
        return True
    if present not in known:
        run.kept.append(path)
        return False
    target.unlink()
    run.removed.append(path)
    folder = target.parent
    while folder not in (docs, docs / "map") and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
    return True


def _refuse_foreign_home(docs: Path, known: Mapping[str, tuple[str, ...]], files: Mapping[str, str]) -> None:
    present = _present(docs / HOME)
    if HOME not in files or present is None or present in (*known.get(HOME, ()), _hash(files[HOME].encode())):
        return
    raise CannotRunError(
        f"{(docs / HOME).as_posix()} was not written by processmap, or was edited since: it would be lost. "
        "The home page of the site is made from the map. "
        "Rename your file (for instance to docs/about.md), or delete it, and build again."
    )


def _present(path: Path) -> str | None:
    return _hash(path.read_bytes()) if path.is_file() else None


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def _read_manifest(docs: Path) -> dict[str, tuple[str, ...]]:
    path = docs / MANIFEST
    if not path.is_file():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        found = {str(name): tuple(str(value) for value in values) for name, values in content["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CannotRunError(
            f"{path.as_posix()} cannot be read. Delete the folder docs/map and build again."
        ) from error
    for name in found:
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise CannotRunError(f"{path.as_posix()} names {name}, which is outside docs/. Delete it and build again.")
    return found


def _write_manifest(docs: Path, files: Mapping[str, tuple[str, ...]]) -> None:
    content = {"format": _FORMAT, "files": {path: list(dict.fromkeys(hashes)) for path, hashes in files.items()}}
    write_atomically(docs / MANIFEST, json.dumps(content, indent=1, ensure_ascii=False) + "\n")
