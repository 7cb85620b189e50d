"""Finds and reads the files of a map on disk."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from processmap.loading.source import LARGEST_FILE, SourceFile, decode, unreadable

FOLDERS = ("processes", "itos")
_ENDINGS = (".yaml", ".yml")


def read_sources(root: Path) -> tuple[SourceFile, ...]:
    """Returns every YAML file below `processes/` and `itos/`, map.yaml first, then by path.

    A file that cannot be read comes back with the problem that says why. Nothing is raised for one.
    """
    found = [source for folder in FOLDERS for source in _below(root, folder, frozenset())]
    return tuple(sorted(found, key=lambda source: (source.path != "processes/map.yaml", source.path)))


def _below(root: Path, folder: str, above: frozenset[tuple[int, int]]) -> Iterator[SourceFile]:
    try:
        here = (root / folder).stat()
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        yield unreadable(folder, _reason(error))
        return
    identity = (here.st_dev, here.st_ino)
    if identity in above:
        yield unreadable(folder, "loop")
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _entry(root, f"{folder}/{entry.name}", entry, above | {identity})


def _entry(root: Path, path: str, entry: "os.DirEntry[str]", above: frozenset[tuple[int, int]]) -> Iterator[SourceFile]:
    is_yaml = entry.name.lower().endswith(_ENDINGS)
    try:
        is_folder = entry.is_dir()
    except OSError as error:
        if is_yaml:
            yield unreadable(path, _reason(error))
        return
    if is_folder and is_yaml:
        yield unreadable(path, "folder")
    elif is_folder:
        yield from _below(root, path, above)
    elif is_yaml:
        yield _read(root, path)


def _read(root: Path, path: str) -> SourceFile:
    try:
        if not (root / path).is_file():
            (root / path).stat()
            return unreadable(path, "other")
        with (root / path).open("rb") as stream:
            return decode(path, stream.read(LARGEST_FILE + 1))
    except OSError as error:
        return unreadable(path, _reason(error))


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "permission"
    return "loop" if error.errno == errno.ELOOP else "other"
