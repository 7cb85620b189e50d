"""Builds values with positions from libyaml's events, and notes what a map does not need.

All plain scalars stay text. Of a key that comes twice the first value counts; anchors, aliases, tags, complex keys and
several documents are noted and skipped (`refusals.py` puts them into words). See docs/adr/0002.

One loop over the events, without objects of its own: this is where loading spends its time. It stops at the first
bracket beyond the deepest nesting. libyaml reads at most 1,024 characters ahead of its events and does not recurse for
them, so that no number of brackets can crash the process.
"""

import re
from array import array
from dataclasses import dataclass, field
from enum import StrEnum
from sys import intern
from typing import Any

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from processmap.errors import CannotRunError
from processmap.loading.dropping import DroppedKey, Duplicate, RepeatedKey, take_out
from processmap.loading.positions import Tree

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # its stub does not export it
except ImportError as error:  # pragma: no cover  # every wheel of PyYAML has it
    raise CannotRunError(
        "PyYAML lacks libyaml here. Install PyYAML from its wheel: pip install --only-binary :all: pyyaml"
    ) from error

DEEPEST = 40
"""Levels of nesting; a process file needs six."""

# libyaml ends a line at these and then refuses a plain text that goes on; editors and authors see one line.
_SEPARATORS = str.maketrans("\x85\u2028\u2029", "\ue085\ue228\ue229")
_BACK = str.maketrans("\ue085\ue228\ue229", "\x85\u2028\u2029")
_HAS_SEPARATOR = re.compile("[\x85\u2028\u2029]")


class Feature(StrEnum):
    """What YAML can do and we do not allow; the value is the key of its text."""

    ANCHOR = "anchor"
    ALIAS = "alias"
    TAG = "tag"
    MERGE = "merge"
    KEY = "key"
    DOCUMENTS = "documents"
    DEPTH = "depth"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One use of what is not allowed, with its offsets."""

    feature: Feature
    start: int
    end: int


@dataclass(slots=True)
class Built:
    """What one text holds. The builder fills it in; nobody changes it afterwards."""

    tree: Tree = None
    offsets: "array[int]" = field(default_factory=lambda: array("I"))
    refusals: list[Refusal] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    error: YAMLError | None = None
    is_complete: bool = True
    """False when reading stopped at a syntax error or at the deepest nesting."""
    has_document: bool = False
    """False when there is no text at all, or only comments."""
    has_gaps: bool = False
    """Whether a key or an item has no value."""
    has_dropped_keys: bool = False


def build(text: str) -> Built:
    """Reads one text; whatever is wrong with it is noted in the result, with what was read up to there."""
    built = Built()
    roots: list[Tree] = []
    is_translated = bool(_HAS_SEPARATOR.search(text))
    try:
        parser = CParser(text.translate(_SEPARATORS) if is_translated else text)
        _consume(parser, built, roots, watches="&" in text or "!" in text)
    except YAMLError as error:
        built.error, built.is_complete = error, False
        if len(built.offsets) % 2:
            built.offsets.pop()  # a key in brackets that never ended
    built.tree = roots[0] if roots else None
    if built.has_dropped_keys:
        built.offsets, built.duplicates = take_out(built.tree, built.offsets)
    if is_translated:
        built.tree = _translated_back(built.tree)
    return built


def _consume(parser: Any, built: Built, roots: list[Tree], *, watches: bool) -> None:  # noqa: C901
    """Feeds the events into the tree: the hot loop, in one piece because a call per event costs a third more.

    Args:
        parser: a fresh parser of libyaml; `Any` because its events are untyped.
        built: what is filled in.
        roots: takes the root value, as a list takes an item.
        watches: whether anchors and tags can occur; most files have no such character, and need no look.
    """
    get_event = parser.get_event
    offsets = built.offsets
    add = offsets.append
    container: Any = roots  # a list or a mapping, as `is_mapping` says
    is_mapping = False
    key: str | None = None
    stack: list[tuple[Any, bool, int]] = []
    slot = end = 0
    while (event := get_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            text: str = event.value
            style = event.style
            add(event.start_mark.index)
            end = event.end_mark.index
            add(end)
            if watches and (event.anchor is not None or event.tag is not None):
                _refuse_properties(event, built)
            if is_mapping:
                if key is None:
                    key = intern(text)
                    if key in container or key == "<<" or not key:
                        key = _odd_key(key, container, event, built)
                    continue
                if text or style:
                    container[key] = text
                else:
                    container[key] = None
                    built.has_gaps = True
                key = None
            elif text or style:
                container.append(text)
            else:
                container.append(None)
                built.has_gaps = True
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            start = event.start_mark.index
            if watches and (event.anchor is not None or event.tag is not None):
                _refuse_properties(event, built)
            if len(stack) >= DEEPEST:
                _stop(event, built)
                return
            add(start)
            if is_mapping and key is None:
                end = _skip(parser, event, built, len(stack))
                add(end)
                if not built.is_complete:
                    return
                key = _refused_key(Feature.KEY, start, start + 1, built)
                continue
            end = event.end_mark.index
            add(end)
            inner: Any = {} if kind is MappingStartEvent else []
            if is_mapping:
                container[key] = inner
            else:
                container.append(inner)
            stack.append((container, is_mapping, slot))
            container, is_mapping, key, slot = inner, kind is MappingStartEvent, None, len(offsets) - 1
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if event.end_mark.index > event.start_mark.index:
                end = event.end_mark.index  # a closing bracket; a block has none and ends with its last value
            offsets[slot] = end
            container, is_mapping, slot = stack.pop()
            key = None
        elif kind is AliasEvent:
            start, end = event.start_mark.index, event.end_mark.index
            add(start)
            add(end)
            if is_mapping and key is None:
                key = _refused_key(Feature.ALIAS, start, end, built)
                continue
            built.refusals.append(Refusal(Feature.ALIAS, start, end))
            if is_mapping:
                container[key] = ""
                key = None
            else:
                container.append("")
        elif kind is DocumentStartEvent:
            if built.has_document:
                start = event.start_mark.index
                built.refusals.append(Refusal(Feature.DOCUMENTS, start, event.end_mark.index))
                return
            built.has_document = True


def _refuse_properties(event: Any, built: Built) -> None:
    """Notes an anchor and a tag; both stand at the beginning of the value they belong to."""
    start = event.start_mark.index
    if event.anchor is not None:
        built.refusals.append(Refusal(Feature.ANCHOR, start, start + 1 + len(event.anchor)))
    if event.tag is not None:
        built.refusals.append(Refusal(Feature.TAG, start, start + 1))


def _stop(event: Any, built: Built) -> None:
    start = event.start_mark.index
    built.refusals.append(Refusal(Feature.DEPTH, start, start + 1))
    built.is_complete = False


def _odd_key(name: str, container: dict[str, Tree], event: Any, built: Built) -> str:
    """Judges a key that is there already, is empty, or looks like a merge key."""
    start, end = event.start_mark.index, event.end_mark.index
    if name == "<<" and not event.style:
        return _refused_key(Feature.MERGE, start, end, built)
    if not name and not event.style:
        return _refused_key(Feature.KEY, start, max(end, start + 1), built)
    if name not in container:
        return name
    built.has_dropped_keys = True
    return RepeatedKey(name)


def _refused_key(feature: Feature, start: int, end: int, built: Built) -> DroppedKey:
    built.refusals.append(Refusal(feature, start, end))
    built.has_dropped_keys = True
    return DroppedKey()


def _skip(parser: Any, opening: Any, built: Built, depth: int) -> int:
    """Consumes a mapping or list that stands as a key; returns the offset after it."""
    event, level = opening, 1
    while level and (event := parser.get_event()) is not None:
        if isinstance(event, CollectionStartEvent):
            level += 1
            if depth + level > DEEPEST:
                _stop(event, built)
                break
        elif isinstance(event, CollectionEndEvent):
            level -= 1
    return int((event or opening).end_mark.index)


def _translated_back(node: Tree) -> Tree:
    if isinstance(node, dict):
        return {key.translate(_BACK): _translated_back(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_translated_back(item) for item in node]
    return node.translate(_BACK) if node else node
