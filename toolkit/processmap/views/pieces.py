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
    mark: str = ""
    """Name of a form shown before the text, so that colour is never alone: a state (`draft`) or `critical`."""


@dataclass(frozen=True, slots=True)
class Code:
    """A technical word: an id, a field name, a file."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Several cells or texts, each on a line of its own."""

    items: tuple["Cell", ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link out of the map."""

    label: str
    href: str
    """Begins with `http://`, `https://` or `mailto:`."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line within a paragraph."""


Inline: TypeAlias = str | Ref | WebLink | Code | LineBreak


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph in one look."""

    piece: Inline
    is_strong: bool = False
    is_emphatic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs in reading order."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list in a long text; an item holds paragraphs and further lists."""

    items: tuple[tuple["ProseBlock", ...], ...]
    start: int | None = None
    """Number of the first item; None for a list without numbers."""


ProseBlock: TypeAlias = Paragraph | Bullets


@dataclass(frozen=True, slots=True)
class Prose:
    """A long text that an author has marked up (`Linker.prose`); words alone stay a `str`."""

    blocks: tuple[ProseBlock, ...]

    @property
    def is_inline(self) -> bool:
        """Whether it fits into a line of other text."""
        return len(self.blocks) == 1 and isinstance(self.blocks[0], Paragraph)


Piece: TypeAlias = str | Ref | Chip | Code | Lines | Prose
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
    roles: tuple[str, ...] = ()
    """Ids of the roles whose business it is; it steps back when a reader follows another. Empty for everybody's."""


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
    roles: tuple[str, ...] = ()
    """Ids of the roles whose business it is, as in `Row`."""
    facets: tuple[str, ...] = ()
    """Words by which a list of cards can be narrowed down: an area, a state."""


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
    text: Cell = ()
    """What an author wrote in place of the lead (`Linker.prose`)."""
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
    change: Cell


@dataclass(frozen=True, slots=True)
class Control:
    """Document control: the block that auditors look for."""

    facts: tuple[Fact, ...] = ()
    revisions: tuple[Revision, ...] = field(default=())
