"""What a catalogue page shows, and how one is put together.

Most kinds bring a page of their own: a subclass of `KindPage` and the template `site/catalogues/<name>.md.jinja`. The
others are shown by the plain `CataloguePage`: an overview table and one block per entry.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from processmap.model.document_control import Status
from processmap.model.kinds import AnyElement
from processmap.views.addresses import CATALOGUES, Address
from processmap.views.atlas import Atlas
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Code, Fact, Header, Row, Table
from processmap.views.wording import Wording


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One entry, under its own fragment."""

    anchor: str
    id: str
    title: str
    text: Cell = ()
    chips: tuple[Chip, ...] = ()
    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    href: str | None = None
    """Address of the entry's own page, where it has one."""


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """An overview table and one block per entry."""

    header: Header
    overview: Table
    entries: tuple[CatalogueEntry, ...]
    empty: str
    """What to say when the map has none."""


@dataclass(frozen=True, slots=True)
class Described:
    """An entry with its line in the overview."""

    entry: CatalogueEntry
    summary: tuple[Cell, ...]
    """Cells after the name, one per column."""


@dataclass(frozen=True, slots=True)
class KindPage:
    """The page of a catalogue that looks as its kind deserves; subclasses say what is on it.

    Every entry has to keep its fragment, its id in lower case (`#pol-com-001`): the whole site links to it.
    """

    header: Header
    name: str
    """Name of the catalogue, and of the template `site/catalogues/<name>.md.jinja`."""
    is_empty: bool
    """Whether the map has none."""
    empty: str
    """What to say then."""


@dataclass(frozen=True, slots=True)
class CatalogueSource:
    """How the page of one catalogue is made."""

    name: str
    """Name of the page's file and of its texts: `systems`."""
    models: tuple[type[AnyElement], ...]
    """The kinds that it lists."""
    make: Callable[["CatalogueSource", Linker], CataloguePage | KindPage]
    """Makes the page, as seen from itself."""

    @property
    def path(self) -> str:
        """Path of the page below docs/."""
        return f"map/catalogue/{self.name}.md"

    def page(self, linker: Linker) -> CataloguePage | KindPage:
        """Makes the page; the linker stands on it."""
        return self.make(self, linker)


Describe = Callable[[Linker, Any], Described]  # `Any`: each takes the model of its own kind


def plain_catalogue(
    name: str, columns: tuple[str, ...], describe: Describe, models: tuple[type[AnyElement], ...]
) -> CatalogueSource:
    """The source of a catalogue without a page of its own.

    Args:
        name: name of the page's file and of its texts.
        columns: keys of the overview's headings after the name (`field.<key>`).
        describe: makes an entry with its line in the overview.
        models: the kinds that it lists.
    """

    def make(source: CatalogueSource, linker: Linker) -> CataloguePage:
        words = linker.wording
        items = [describe(linker, element) for model in source.models for element in entries_of(linker.atlas, model)]
        headings = (words("field.id"), words("field.name"), *(words(f"field.{key}") for key in columns))
        return CataloguePage(
            header=catalogue_header(source.name, linker),
            overview=Table(headings, tuple(_row(linker, item) for item in items)),
            entries=tuple(item.entry for item in items),
            empty=words("empty.catalogue"),
        )

    return CatalogueSource(name, models, make)


def catalogue_header(name: str, linker: Linker, *, facts: tuple[Fact, ...] = ()) -> Header:
    """The top of a catalogue's page."""
    words = linker.wording
    return Header(
        path=linker.page,
        title=words(f"catalogue.{name}.title"),
        kind_label=words("page.catalogue"),
        kind="catalogue",
        lead=words(f"catalogue.{name}.lead"),
        crumbs=(linker.to(Address(CATALOGUES), words("nav.catalogues")),),
        facts=facts,
    )


def entries_of(atlas: Atlas, model: type[AnyElement]) -> Sequence[AnyElement]:
    """The entries of a kind in declared order."""
    return atlas.all(model)


def described(
    linker: Linker,
    element: Any,  # `Any`: entries share no base class
    *,
    facts: Iterable[Fact] = (),
    tables: Iterable[Table] = (),
    chips: Iterable[Chip] = (),
    summary: tuple[Cell, ...] = (),
    title: str = "",
) -> Described:
    """Makes an entry with what all entries share: id, name, description, state."""
    status = getattr(element, "status", None)
    state = (linker.wording.status(status),) if isinstance(status, Status) else ()
    return Described(
        CatalogueEntry(
            anchor=element.id.lower(),
            id=element.id,
            title=title or linker.name(element.id),
            text=linker.prose(getattr(element, "description", None)),
            chips=(*chips, *state),
            facts=tuple(fact for fact in facts if fact.value),
            tables=tuple(table for table in tables if table.rows),
        ),
        summary,
    )


def fact(words: Wording, key: str, value: Cell) -> Fact:
    """A fact under a field's name."""
    return Fact(words(f"field.{key}"), value)


def text_fact(words: Wording, key: str, text: str | None) -> Fact:
    """A fact of words; nothing when there are none."""
    return Fact(words(f"field.{key}"), (text,) if text else ())


def said(text: str | None) -> Cell:
    """A cell of words; an empty one when there are none."""
    return (text,) if text else ()


def _row(linker: Linker, item: Described) -> Row:
    entry = item.entry
    ref = linker.part(entry.id)
    return Row(((Code(entry.id),), (ref,), *item.summary))
