"""The order of revisions: `02` before `03`, `1.9` before `1.10`, `A` before `B`."""

import re
from typing import TypeAlias

RevisionKey: TypeAlias = tuple[tuple[int, int, str], ...]

_PARTS = re.compile(r"[0-9]+|[^0-9]+")


def revision_key(rev: str) -> RevisionKey:
    """Returns what revisions are compared by: numbers as numbers, words without regard to case."""
    parts = _PARTS.findall(rev.strip().casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
