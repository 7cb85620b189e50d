"""Tells one build of the toolkit from another, so that a cache never outlives the code that filled it."""

import hashlib
from functools import lru_cache
from pathlib import Path

import processmap


@lru_cache(maxsize=1)
def tool_digest() -> str:
    """Returns a hash of names, sizes and times of the toolkit's own files.

    A released version never changes, but who works on the toolkit changes rules without a new version number.
    """
    folder = Path(processmap.__file__).parent
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*.py")):
        about = file.stat()
        digest.update(f"{file.relative_to(folder).as_posix()} {about.st_size} {about.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]
