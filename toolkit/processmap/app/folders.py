"""What putting a site in place asks of the file system: a port, so that a test can refuse or stop at each operation."""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

_AT_FDCWD = -100
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS."""
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What a kernel or a file system answers that knows no exchange."""


class Folders(Protocol):
    """Operations on whole folders. Each raises OSError when it fails."""

    def exchange(self, one: Path, other: Path) -> bool:
        """Swaps the names of two folders in one step; returns False, and does nothing, where that cannot be had."""

    def rename(self, folder: Path, name: Path) -> None:
        """Gives a folder a name that is free, in one step."""

    def settle(self, folder: Path) -> None:
        """Makes sure that a folder survives a loss of power as it is now, with all that is in it."""

    def settle_names(self, folder: Path) -> None:
        """Makes sure that the names in a folder survive a loss of power."""

    def remove(self, folder: Path) -> None:
        """Deletes a folder with all that is in it, where there is one."""


class FoldersOnDisk:
    """The real ones."""

    def exchange(self, one: Path, other: Path) -> bool:
        """Asks Linux or macOS; the other systems have no such call."""
        call = _exchange_call()
        if call is None:
            return False
        if call(os.fsencode(one), os.fsencode(other)) == 0:
            return True
        code = ctypes.get_errno()
        if code in _CANNOT:
            return False
        raise OSError(code, os.strerror(code), str(one), None, str(other))

    def rename(self, folder: Path, name: Path) -> None:
        """Renames; on one file system that is one step."""
        folder.rename(name)

    def settle(self, folder: Path) -> None:
        """Writes out each file and then each folder, the innermost first."""
        for here, _, names in os.walk(folder, topdown=False):
            for name in names:
                _write_out(Path(here) / name)
            self.settle_names(Path(here))

    def settle_names(self, folder: Path) -> None:
        """Writes out a folder; Windows cannot, and need not."""
        if sys.platform != "win32":
            _write_out(folder)

    def remove(self, folder: Path) -> None:
        """Deletes; somebody else may be deleting the same."""
        shutil.rmtree(folder, ignore_errors=True)


def _write_out(path: Path) -> None:
    handle = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchange_call() -> Callable[[bytes, bytes], int] | None:
    if sys.platform not in ("linux", "darwin"):
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return lambda one, other: int(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _EXCHANGE))
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda one, other: int(library.renamex_np(one, other, _EXCHANGE))
    return None
