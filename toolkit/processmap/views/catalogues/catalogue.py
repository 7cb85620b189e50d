"""What a catalogue page shows, and how one is put together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from processmap.model.document_control import Status
from processmap.model.kinds import AnyElement
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
    text: str = ""
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
class CatalogueSource:
    """How the page of one catalogue is made."""

    name: str
    """Name of the page's file and of its texts: `systems`."""
    columns: tuple[str, ...]
    """Keys of the overview's headings after the name (`field.<key>`)."""
    describe: Callable[[Linker, Any], Described]  # `Any`: each takes the model of its own kind
    models: tuple[type[AnyElement], ...]
    """The kinds that it lists."""


def catalogue_page(source: CatalogueSource, linker: Linker, crumbs: tuple[Any, ...]) -> CataloguePage:
    """Makes the page of one catalogue."""
    words = linker.wording
    described = [
        source.describe(linker, element) for model in source.models for element in entries_of(linker.atlas, model)
    ]
    columns = (words("field.id"), words("field.name"), *(words(f"field.{key}") for key in source.columns))
    return CataloguePage(
        header=Header(
            path=linker.page,
            title=words(f"catalogue.{source.name}.title"),
            kind_label=words("page.catalogue"),
            kind="catalogue",
            lead=words(f"catalogue.{source.name}.lead"),
            crumbs=crumbs,
        ),
        overview=Table(columns, tuple(_row(linker, item) for item in described)),
        entries=tuple(item.entry for item in described),
        empty=words("empty.catalogue"),
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
            text=getattr(element, "description", None) or "",
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
