"""A lock that the system keeps: it lets go of it when the process ends, however it ends."""

import errno
import sys
from typing import TextIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK})


def locked(file: TextIO) -> bool:
    """Takes the lock of an open file until it is closed; returns whether nobody else has it.

    On a file system without locks nobody is kept out.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _TAKEN
    return True
