"""The difference of two texts as a unified diff, which `git apply` and `patch` read."""

import difflib
from collections.abc import Iterator

_NO_END = "\\ No newline at end of file\n"


def unified_diff(path: str, before: str, after: str) -> Iterator[str]:
    """Yields the lines of the diff with their ends; nothing for equal texts.

    Lines end at LF alone, so that a CR before it and the separators of Unicode stay part of the line.
    """
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    for line in lines:
        yield from (line,) if line.endswith("\n") else (f"{line}\n", _NO_END)


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines
