"""Where each key and value of a file stands: a flat table in document order."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from processmap.diagnostics import Part, Path

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | None"
"""A value as authored: mapping, list, text, or None where nothing stands."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Start and end offset of every key and value, in the order in which they stand in the file.

    An entry is two numbers. A mapping has its own entry, then key, value, key, value; a list its own entry, then
    its items. The table stays valid for the tree it was built with.
    """

    offsets: "array[int]"
    _children: dict[int, dict[str | int, int]] = field(default_factory=dict, compare=False, repr=False)
    """Entries of the children of the values that were asked for: counting a long list again and again is slow."""

    def find(self, tree: Tree, path: Path, part: Part = Part.VALUE) -> tuple[int, int]:
        """Returns the offsets of the value at a path, or of its key; a list item is its own key.

        A path that leads past what was written ends at the last value that is there.
        """
        entry, node, key_entry = 0, tree, 0
        for step in path:
            child = self._entries(entry, node).get(step)
            if child is None:
                break
            entry, key_entry, node = child, child - isinstance(node, dict), _inside(node, step)
        index = 2 * (key_entry if part is Part.KEY and path else entry)
        return (self.offsets[index], self.offsets[index + 1]) if self.offsets else (0, 0)

    def _entries(self, entry: int, node: Tree) -> dict[str | int, int]:
        known = self._children.get(entry)
        if known is None:
            known = self._children[entry] = dict(_numbered(entry, node))
        return known


def slot_count(node: Tree) -> int:
    """Returns how many entries a value takes, with everything in it."""
    if isinstance(node, dict):
        return 1 + len(node) + sum(map(slot_count, node.values()))
    if isinstance(node, list):
        return 1 + sum(map(slot_count, node))
    return 1


def _inside(node: Tree, step: str | int) -> Tree:
    if isinstance(node, dict) and isinstance(step, str):
        return node[step]
    assert isinstance(node, list)
    assert isinstance(step, int)
    return node[step]


def _numbered(entry: int, node: Tree) -> Iterator[tuple[str | int, int]]:
    """Yields the keys or indexes of a value, each with the entry of what stands there."""
    following = entry + 1
    if isinstance(node, dict):
        for key, value in node.items():
            yield key, following + 1
            following += 1 + slot_count(value)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield index, following
            following += slot_count(value)
