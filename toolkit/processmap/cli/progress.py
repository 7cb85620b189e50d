"""Progress of long work: a line on a terminal, nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Report = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""

_WORTH_SHOWING = 500


@contextmanager
def progress() -> Iterator[Report]:
    """Gives a reporter; the line it has written on stderr is wiped when the work is over."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _total: None
        return
    is_shown = False

    def report(what: str, done: int, total: int) -> None:
        nonlocal is_shown
        if total < _WORTH_SHOWING or (done % 100 and done != total):
            return
        is_shown = True
        sys.stderr.write(f"\r{what} {done}/{total}\x1b[K")
        sys.stderr.flush()

    try:
        yield report
    finally:
        if is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
