"""Builds values with positions from libyaml's events, and refuses what a map does not need.

All plain scalars stay text. Anchors, aliases, tags, complex keys and several documents are reported (PM004) and
skipped; a key that comes twice keeps its first value (PM003). See docs/adr/0002.
"""

import re
from array import array
from typing import Any

from yaml.error import MarkedYAMLError, YAMLError

from processmap.diagnostics import Place, Problem, Remark
from processmap.errors import CannotRunError
from processmap.i18n import Message
from processmap.loading.lines import LineTable
from processmap.loading.positions import Tree
from processmap.loading.syntax import Spot, syntax_problem

try:
    from yaml._yaml import CParser  # type: ignore[import-not-found]  # the C extension has no stubs
except ImportError as error:  # pragma: no cover  # every wheel of PyYAML has it
    raise CannotRunError("PyYAML lacks libyaml here. Install PyYAML from its wheel: pip install --only-binary :all: pyyaml") from error

DEEPEST = 40
"""Levels of nesting; a process file needs six."""

# libyaml ends a line at these and then refuses a plain text that goes on; editors and authors see one line.
_SEPARATORS = str.maketrans("\x85\u2028\u2029", "\ue085\ue228\ue229")
_BACK = str.maketrans("\ue085\ue228\ue229", "\x85\u2028\u2029")
_HAS_SEPARATOR = re.compile("[\x85\u2028\u2029]")

_CUT = re.compile(r"[ \t]+#(?=[^\s#!])(?!processmap:)")


class _TooDeepError(Exception):
    """Nesting went below what is allowed; the rest of the file is not read."""


class Builder:
    """Reads one text. Use `build()` once, then the attributes."""

    __slots__ = (
        "_get", "_has_hash", "_path", "_text", "_translated", "closed", "is_complete", "lines", "offsets", "problems", "spot"
    )

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._text = text
        self._translated = bool(_HAS_SEPARATOR.search(text))
        self._has_hash = " #" in text or "\t#" in text
        self.lines = LineTable(text)
        self.offsets: array[int] = array("I")
        self.problems: list[Problem] = []
        self.is_complete = True
        self.spot: Spot | None = None
        self.closed: list[tuple[int, int]] = []
        self._get = CParser(text.translate(_SEPARATORS) if self._translated else text).get_event

    def build(self) -> Tree:
        """Returns the value of the document; None when there is none or it cannot be parsed."""
        try:
            return self._document()
        except _TooDeepError:
            self.is_complete = False
            return None
        except MarkedYAMLError as error:
            self.is_complete = False
            self.problems.append(syntax_problem(self._path, self.lines, error, self.spot))
            return None
        except YAMLError:
            self.is_complete = False
            self.problems.append(self._problem("PM001", "PM001.other", 0, 0))
            return None

    def _document(self) -> Tree:
        self._get()
        event = self._get()
        if type(event).__name__ == "StreamEndEvent":
            self.problems.append(self._problem("PM006", "PM006.message", 0, 0))
            return None
        tree = self._node(self._get(), 1)
        if tree is None and not self.problems:
            self.problems.append(self._problem("PM006", "PM006.message", 0, 0))
        self._get()
        self._rest()
        return tree

    def _rest(self) -> None:
        is_reported = False
        while (event := self._get()) is not None:
            if type(event).__name__ == "DocumentStartEvent" and not is_reported:
                is_reported = True
                start = event.start_mark.index
                self._refuse("documents", start, start + 3)

    def _node(self, event: Any, depth: int) -> Tree:  # `Any`: PyYAML's events have no stubs in the C extension
        kind = type(event).__name__
        start = event.start_mark.index
        if kind == "AliasEvent":
            self._refuse("alias", start, event.end_mark.index)
            self.offsets.extend((start, event.end_mark.index))
            return ""
        if event.anchor is not None:
            self._refuse("anchor", start, start + 1 + len(event.anchor))
        if event.tag is not None:
            self._refuse("tag", start, self._end_of_word(start))
        if kind == "ScalarEvent":
            return self._scalar(event)
        if depth > DEEPEST:
            self._refuse("depth", start, start + 1)
            raise _TooDeepError
        return self._mapping(event, depth) if kind == "MappingStartEvent" else self._sequence(event, depth)

    def _scalar(self, event: Any) -> str | None:
        start, end = event.start_mark.index, event.end_mark.index
        value: str = event.value.translate(_BACK) if self._translated else event.value
        if event.style in ("|", ">"):
            end = start + len(self._text[start:end].rstrip())
        self.offsets.extend((start, end))
        self.spot = Spot(start, end, is_quoted=event.style in ("'", '"'))
        if event.style:
            self.closed.append((start, end))
            return value
        if self._has_hash and value:
            self._look_for_cut(end)
        return value or None

    def _mapping(self, event: Any, depth: int) -> Tree:
        start = event.start_mark.index
        entry = len(self.offsets)
        self.offsets.extend((start, start))
        tree: dict[str, Tree] = {}
        first_offsets: dict[str, tuple[int, int]] = {}
        while type(event := self._get()).__name__ != "MappingEndEvent":
            before = len(self.offsets)
            key = self._key(event, depth)
            key_offsets = (self.offsets[before], self.offsets[before + 1]) if len(self.offsets) > before else (0, 0)
            value = self._node(self._get(), depth + 1)
            if key is None:
                del self.offsets[before:]
            elif key in tree:
                self._twice(key, first_offsets[key], key_offsets)
                del self.offsets[before:]
            else:
                tree[key] = value
                first_offsets[key] = key_offsets
        self._close(entry, start, event.end_mark.index, is_flow=event.end_mark.index > event.start_mark.index)
        return tree

    def _key(self, event: Any, depth: int) -> str | None:
        key = self._node(event, depth + 1)
        start = event.start_mark.index
        if not isinstance(key, str) or type(event).__name__ == "AliasEvent":
            if type(event).__name__ != "AliasEvent":
                self._refuse("key", start, max(event.end_mark.index, start + 1))
            return None
        if key == "<<" and not event.style:
            self._refuse("merge", start, event.end_mark.index)
            return None
        return key

    def _sequence(self, event: Any, depth: int) -> Tree:
        start = event.start_mark.index
        entry = len(self.offsets)
        self.offsets.extend((start, start))
        items: list[Tree] = []
        while type(event := self._get()).__name__ != "SequenceEndEvent":
            items.append(self._node(event, depth + 1))
        self._close(entry, start, event.end_mark.index, is_flow=event.end_mark.index > event.start_mark.index)
        return items

    def _close(self, entry: int, start: int, end: int, *, is_flow: bool) -> None:
        """Sets the end of a mapping or list; libyaml ends a block one only where the next thing begins."""
        self.offsets[entry + 1] = end if is_flow else max(self.offsets[-1], start)

    def _twice(self, key: str, first: tuple[int, int], second: tuple[int, int]) -> None:
        line = self.lines.position(first[0]).line
        remark = Remark(Place(self._path, self.lines.span(*first)), Message.of("PM003.first", key=key))
        problem = self._problem("PM003", "PM003.message", *second, key=key, line=line)
        self.problems.append(
            Problem(problem.code, problem.message, problem.at, Message.of("PM003.hint", key=key), (remark,))
        )

    def _look_for_cut(self, end: int) -> None:
        found = _CUT.match(self._text, end)
        if found:
            stop = self.lines.line_start(end) + len(self.lines.line_at(end))
            self.problems.append(
                self._problem("PM005", "PM005.message", found.end() - 1, stop, lost=self._text[found.end() - 1 : stop])
            )

    def _refuse(self, feature: str, start: int, end: int) -> None:
        self.problems.append(self._problem("PM004", f"PM004.{feature}", start, end))

    def _problem(self, code: str, key: str, start: int, end: int, **parameters: object) -> Problem:
        place = Place(self._path, self.lines.span(start, max(start, end)))
        hint = {"PM004": f"{key}_hint", "PM005": "PM005.hint", "PM006": "PM006.hint"}.get(code)
        return Problem(code, Message.of(key, **parameters), place, Message.of(hint) if hint else None)

    def _end_of_word(self, start: int) -> int:
        end = start
        while end < len(self._text) and not self._text[end].isspace():
            end += 1
        return end
