"""Takes keys that do not count out of a tree again: repeated keys, merge keys, keys that are no text.

While a file is read they keep their place under a `DroppedKey`, so that tree and offsets stay in step. Only files
that have such keys come through here.
"""

from array import array
from dataclasses import dataclass

from processmap.loading.positions import Tree, slot_count


class DroppedKey(str):
    """A key that does not count. It is told apart by identity, so that one mapping can hold several of them."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other


class RepeatedKey(DroppedKey):
    """A key that the mapping has already; its text is the name."""

    __slots__ = ()
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A key that is written twice in one mapping; offsets of both keys."""

    name: str
    first: tuple[int, int]
    second: tuple[int, int]


def take_out(tree: Tree, offsets: "array[int]") -> tuple["array[int]", list[Duplicate]]:
    """Removes every dropped key with its value from a tree, in place.

    Returns the offsets of what stays, and the duplicates in document order.
    """
    kept: array[int] = array("I")
    duplicates: list[Duplicate] = []
    if offsets:
        _clean(tree, 0, offsets, kept, duplicates)
    return kept, duplicates


def _clean(node: Tree, slot: int, offsets: "array[int]", kept: "array[int]", duplicates: list[Duplicate]) -> int:
    """Copies the offsets of a value that stays; returns the slot after it."""
    kept.extend(_at(slot, offsets))
    following = slot + 1
    if isinstance(node, list):
        for item in node:
            following = _clean(item, following, offsets, kept, duplicates)
    elif isinstance(node, dict):
        key_slots: dict[str, int] = {}
        for key, value in list(node.items()):
            if isinstance(key, DroppedKey):
                if isinstance(key, RepeatedKey):
                    name = str.__str__(key)
                    duplicates.append(Duplicate(name, _at(key_slots[name], offsets), _at(following, offsets)))
                del node[key]
                following += 1 + slot_count(value)
            else:
                key_slots[key] = following
                kept.extend(_at(following, offsets))
                following = _clean(value, following + 1, offsets, kept, duplicates)
    return following


def _at(slot: int, offsets: "array[int]") -> tuple[int, int]:
    return offsets[2 * slot], offsets[2 * slot + 1]
