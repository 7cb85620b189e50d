"""Proves that boxes cover a space and do not overlap, or finds a point that shows the contrary.

A space has axes, an axis has atoms: stretches on which no box begins or ends. A box is one bit mask of atoms per axis,
so that every comparison is exact and takes one operation. The proof sweeps axis by axis and remembers, for each
set of boxes still in question, that they cover what is left: tables of rules repeat themselves, so few sets occur.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import TypeAlias

Box: TypeAlias = tuple[int, ...]
"""Per axis, the atoms that belong to the box: bit n stands for atom n."""
Point: TypeAlias = tuple[int, ...]
"""Per axis, one atom."""

_MOST_STEPS = 200_000


class TooLargeError(Exception):
    """The proof would take too long; nothing is known."""


def first_gap(sizes: Sequence[int], boxes: Sequence[Box]) -> Point | None:
    """Returns the first point, by the order of axes and atoms, that lies in no box; None if there is none.

    Args:
        sizes: number of atoms per axis; few axes, as the sweep goes down one level for each. With an axis of no atoms
            the space is empty and has no gap.
        boxes: the boxes, in any order.

    Raises:
        TooLargeError: if the sweep takes too many steps.
    """
    if 0 in sizes:
        return None
    return _Sweep(sizes, boxes).search(0, (1 << len(boxes)) - 1)


def common_point(one: Box, other: Box) -> Point | None:
    """Returns the first point that lies in both boxes; None if they do not overlap."""
    shared = [mine & theirs for mine, theirs in zip(one, other, strict=True)]
    return tuple(map(lowest, shared)) if all(shared) else None


def widened(point: Point, sizes: Sequence[int], boxes: Sequence[Box]) -> Box:
    """Returns a box around a free point that is as large as it can be without touching any other.

    Its atoms are neighbours on every axis. It is grown axis by axis, the last first.
    """
    free = [1 << atom for atom in point]
    for axis in reversed(range(len(sizes))):
        for atoms in (range(point[axis] + 1, sizes[axis]), range(point[axis] - 1, -1, -1)):
            for atom in atoms:
                if _touches((*free[:axis], 1 << atom, *free[axis + 1 :]), boxes):
                    break
                free[axis] |= 1 << atom
    return tuple(free)


def lowest(mask: int) -> int:
    """Returns the first atom of a mask that is not empty."""
    return (mask & -mask).bit_length() - 1


def highest(mask: int) -> int:
    """Returns the last atom of a mask that is not empty."""
    return mask.bit_length() - 1


def _touches(box: Box, boxes: Sequence[Box]) -> bool:
    return any(common_point(box, other) is not None for other in boxes)


class _Sweep:
    """One search for a gap; boxes are numbered, and sets of them are bit masks too."""

    def __init__(self, sizes: Sequence[int], boxes: Sequence[Box]) -> None:
        self._sizes = sizes
        self._at = [
            [_numbers(box[axis] >> atom & 1 for box in boxes) for atom in range(size)]
            for axis, size in enumerate(sizes)
        ]
        """Per axis and atom, the boxes that hold it."""
        self._whole_from = self._boxes_without_limits()
        self._covered: set[tuple[int, int]] = set()
        self._steps = 0

    def _boxes_without_limits(self) -> list[int]:
        """Per axis, the boxes that leave out nothing on it and on all axes after it."""
        whole = [reduce(int.__and__, atoms) for atoms in self._at]
        for axis in reversed(range(len(whole) - 1)):
            whole[axis] &= whole[axis + 1]
        return whole

    def search(self, axis: int, candidates: int) -> Point | None:
        if not candidates:
            return (0,) * (len(self._sizes) - axis)
        if axis == len(self._sizes) or candidates & self._whole_from[axis] or (axis, candidates) in self._covered:
            return None
        for atom, holding in enumerate(self._at[axis]):
            self._count()
            gap = self.search(axis + 1, candidates & holding)
            if gap is not None:
                return (atom, *gap)
        self._covered.add((axis, candidates))
        return None

    def _count(self) -> None:
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise TooLargeError


def _numbers(flags: Iterable[int]) -> int:
    return sum(flag << number for number, flag in enumerate(flags))
