"""Brings a repair to the files: written over them, or shown as a diff."""

import codecs
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from processmap.app.files import rewrite
from processmap.app.fixing import Repair
from processmap.app.opening import OpenMap
from processmap.errors import CannotRunError
from processmap.export.unified_diff import unified_diff


def write_repair(opened: OpenMap, repair: Repair) -> None:
    """Writes every file that a repair changes; a byte order mark stays.

    Raises:
        CannotRunError: if a file has changed since the map was opened, in which case nothing is written at all, or if
            one cannot be written.
    """
    for path, content in _contents(opened, repair).items():
        rewrite(opened.root / path, content)


def repair_diff(opened: OpenMap, repair: Repair) -> Iterator[str]:
    """Yields the lines of a unified diff, with their ends, from the files as they are to what a repair makes of them.

    Raises:
        CannotRunError: if a file has changed since the map was opened.
    """
    for path, content in _contents(opened, repair).items():
        yield from unified_diff(path, _read(opened.root / path).decode(), content.decode())


def _contents(opened: OpenMap, repair: Repair) -> Mapping[str, bytes]:
    digests = {file.path: file.digest for file in opened.files}
    found: dict[str, bytes] = {}
    for path, text in repair.texts.items():
        before = _read(opened.root / path)
        if hashlib.sha256(before).hexdigest() != digests[path]:
            raise CannotRunError(f"{path} was changed while the map was checked; nothing was written. Run it again.")
        mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
        found[path] = mark + text.encode()
    return found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotRunError(f"Cannot read {path}: {error.strerror}.") from error
