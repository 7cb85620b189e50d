"""Progress of long work: a line on a terminal, nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from processmap.i18n import Language, load_texts

Report = Callable[[str, int, int], None]
"""Called with what is being done (`reading`, `checking`, `building`), how many are done, and how many there are."""

_WORTH_SHOWING = 500
"""Files from which on a map takes long enough."""
_EVERY = 100
_ALWAYS_LONG = "building"
"""MkDocs takes its time for any map."""
_STEPS_OF_BUILDING = 10


@contextmanager
def progress(language: Language | None = None) -> Iterator[Report]:
    """Gives a reporter; the line it has written on stderr is wiped when the work is over.

    English unless a language is given: the map's own is known only once it has been read.
    """
    if not sys.stderr.isatty():
        yield lambda _what, _done, _total: None
        return
    texts = load_texts("cli", language or Language.ENGLISH)
    is_shown = False

    def report(what: str, done: int, total: int) -> None:
        nonlocal is_shown
        is_building = what == _ALWAYS_LONG
        is_long = is_building or total >= _WORTH_SHOWING
        every = _STEPS_OF_BUILDING if is_building else _EVERY
        if not (is_long or is_shown) or (is_long and done % every and done != total):
            return
        is_shown = True
        sys.stderr.write(f"\r{texts(f'progress.{what}')} {done}/{total}\x1b[K")
        sys.stderr.flush()

    try:
        yield report
    finally:
        if is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
