"""Where something stands: a place in a file, or a location in the model that a file position is found for later."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""The way from an element's top to a value inside it: keys of mappings and indexes of lists, as authored."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A point in a text."""

    line: int
    """1-based; lines end at LF, CR LF or CR and nowhere else, as editors count them."""
    column: int
    """1-based, in code points."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text; `end` is the first position after it."""

    start: Position
    end: Position

    @classmethod
    def at(cls, line: int, column: int, *, width: int = 0) -> "Span":
        """A span on one line, empty unless a width in code points is given."""
        return cls(Position(line, column), Position(line, column + width))


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span in a file of the map."""

    path: str
    """POSIX path relative to the map's root."""
    span: Span


class Part(StrEnum):
    """Which half of a mapping entry is meant."""

    KEY = "key"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the model: an element and the way to a value inside it. `app` resolves it to a Place."""

    element: str
    """Id of the element (`MIC-COM-020`); steps and activities are reached through `path`."""
    path: Path = ()
    """Authored keys and indexes below the element; empty means the element itself (its `id`)."""
    part: Part = Part.VALUE
