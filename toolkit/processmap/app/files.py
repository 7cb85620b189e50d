"""Writes files so that nobody ever sees half of one."""

import os
import stat
import tempfile
from pathlib import Path

from processmap.errors import CannotRunError


def write_atomically(path: Path, text: str) -> bool:
    """Writes UTF-8 text with LF line ends, through a temporary file beside it; returns whether it changed.

    A file that already holds the text is left alone, with its time stamp.

    Raises:
        CannotRunError: if the file or its folder cannot be written.
    """
    content = text.encode()
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content, _mode())
    except OSError as error:
        raise CannotRunError(f"Cannot write {path}: {error.strerror}.") from error
    return True


def rewrite(path: Path, content: bytes) -> None:
    """Gives a file that exists a new content; its permissions stay, and a link goes on leading to it.

    Raises:
        CannotRunError: if it cannot be written.
    """
    try:
        real = path.resolve(strict=True)
        _replace(real, content, stat.S_IMODE(real.stat().st_mode))
    except OSError as error:
        raise CannotRunError(f"Cannot write {path}: {error.strerror}.") from error


def _replace(path: Path, content: bytes, mode: int) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode() -> int:
    """The mode that a plain `open` would give; a temporary file is for its owner only."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
