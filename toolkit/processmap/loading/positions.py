"""Where each key and value of a file stands: a flat table in document order."""

from array import array
from dataclasses import dataclass
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

    def find(self, tree: Tree, path: Path, part: Part = Part.VALUE) -> tuple[int, int]:
        """Returns the offsets of the value at a path, or of its key.

        A path that leads past what was written ends at the last value that is there.
        """
        entry, node, key_entry = 0, tree, 0
        for step in path:
            inner = _child(node, step, entry)
            if inner is None:
                break
            entry, node, key_entry = inner
        index = 2 * (key_entry if part is Part.KEY and path else entry)
        return (self.offsets[index], self.offsets[index + 1]) if self.offsets else (0, 0)


def _child(node: Tree, step: str | int, entry: int) -> tuple[int, Tree, int] | None:
    """Returns entry, value and key's entry of a child; a list item is its own key."""
    entry += 1
    if isinstance(node, dict):
        for key, value in node.items():
            if key == step:
                return entry + 1, value, entry
            entry += 1 + _size(value)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            if index == step:
                return entry, value, entry
            entry += _size(value)
    return None


def _size(node: Tree) -> int:
    if isinstance(node, dict):
        return 1 + sum(1 + _size(value) for value in node.values())
    if isinstance(node, list):
        return 1 + sum(map(_size, node))
    return 1
