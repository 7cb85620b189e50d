"""Characters that have no place in a text, and what libyaml is given in their stead.

Every replacement is as long as what it replaces, so that offsets stay true and the rest of the file can be checked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from processmap.diagnostics import Place, Problem
from processmap.i18n import Message
from processmap.loading.lines import LineTable

# Everything but what YAML 1.1 (5.1) calls printable, and a byte order mark that is not at the beginning.
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_INDENT = re.compile("(?:^|(?<=[\r\n]))[ \t]*(\xa0)[ \t\xa0]*")
_MOST_LINES = 20
"""Lines reported per file: a file of another kind has them in every line."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that libyaml accepts, and what was wrong with the author's."""

    text: str
    problems: tuple[Problem, ...] = ()


def clean(path: str, lines: LineTable) -> Cleaned:
    """Replaces what libyaml would refuse; reports the first such character of each line (PM002)."""
    text = lines.text
    has_controls = _CONTROL.search(text) is not None
    has_indents = "\xa0" in text and _INDENT.search(text) is not None
    if not has_controls and not has_indents:
        return Cleaned(text)
    problems = tuple(_problems(path, lines))
    text = _CONTROL.sub("\ufffd", text)
    return Cleaned(_INDENT.sub(lambda found: " " * len(found[0]), text), problems)


def _problems(path: str, lines: LineTable) -> Iterator[Problem]:
    seen: set[int] = set()
    for found in _CONTROL.finditer(lines.text):
        place = Place(path, lines.span(*found.span()))
        if place.span.start.line not in seen:
            seen.add(place.span.start.line)
            name = "NUL" if found[0] == "\0" else f"U+{ord(found[0]):04X}"
            yield Problem("PM002", Message.of("PM002.control", character=name), place, Message("PM002.hint_control"))
        if len(seen) >= _MOST_LINES:
            return
    for found in _INDENT.finditer(lines.text):
        place = Place(path, lines.span(*found.span(1)))
        yield Problem("PM002", Message("PM002.nbsp"), place, Message("PM002.hint_nbsp"))
        seen.add(-place.span.start.line)
        if len(seen) >= _MOST_LINES:
            return
