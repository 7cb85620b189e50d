"""The vocabulary of every page: links, chips, facts, tables. Rendering knows how each of them looks."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Tone: TypeAlias = Literal["neutral", "good", "busy", "warn", "bad", "muted", "commercial", "support", "accent"]
"""What a chip says by its colour; its text says the same, so that colour is never alone."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of an element, or of a part of one."""

    id: str
    label: str
    href: str | None
    """Relative to the page it stands on; None when there is nothing to link to."""
    kind: str = ""
    """Name of the kind in lower case (`role`, `micro`); empty when unknown."""
    is_broken: bool = False
    """Whether the map has no such element; shown in place, so that unfinished work can be looked at."""
    detail: str = ""
    """More to say on hover, such as the id."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A short word on a coloured ground."""

    label: str
    tone: Tone = "neutral"
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A technical word: an id, a field name, a file."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Several cells or texts, each on a line of its own."""

    items: tuple["Cell", ...]
    is_numbered: bool = False


Piece: TypeAlias = str | Ref | Chip | Code | Lines
Cell: TypeAlias = tuple[Piece, ...]
"""What stands in a table cell or beside a fact's name, in reading order."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One property with its value."""

    label: str
    value: Cell


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    """Fragment under which the row can be linked to; empty for none."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A clickable card for an element."""

    ref: Ref
    text: str = ""
    chips: tuple[Chip, ...] = ()
    meta: tuple[str, ...] = ()
    """Short figures shown at the foot."""
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts."""

    value: str
    label: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The top of a page."""

    path: str
    """Page path below docs/, such as `map/micro/MIC-COM-020.md`."""
    title: str
    kind_label: str
    """What it is, in words: `Microprocesso`."""
    kind: str = ""
    id: str = ""
    lead: str = ""
    crumbs: tuple[Ref, ...] = ()
    chips: tuple[Chip, ...] = ()
    facts: tuple[Fact, ...] = ()
    source: str = ""
    """File of the map that the page was made from."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a page: facts, texts, tables, cards, in this order."""

    anchor: str
    title: str
    facts: tuple[Fact, ...] = ()
    paragraphs: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    cards: tuple[Card, ...] = ()
    empty: str = ""
    """What to say when there is nothing to show; without it an empty section is left out."""

    @property
    def is_empty(self) -> bool:
        """Whether it has nothing to show."""
        return not (self.facts or self.paragraphs or self.cards or any(table.rows for table in self.tables))


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of a revision table."""

    rev: str
    date: str
    change: str


@dataclass(frozen=True, slots=True)
class Control:
    """Document control: the block that auditors look for."""

    facts: tuple[Fact, ...] = ()
    revisions: tuple[Revision, ...] = field(default=())
