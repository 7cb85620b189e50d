"""What the entries of all catalogues share: a head under a stable fragment, and where they are used."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from processmap.model.document_control import Status
from processmap.values.ids import Kind
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Fact, Ref
from processmap.views.usage import used_in


@dataclass(frozen=True, slots=True)
class Head:
    """The name of an entry and what it is, in one look."""

    anchor: str
    id: str
    title: str
    text: Cell = ()
    """What its author says about it."""
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True)
class Uses:
    """Everything that names an entry; a page shows the count and opens the list."""

    count: int
    facts: tuple[Fact, ...]
    """One per kind of element."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Steps of one micro, as short links."""

    steps: tuple[Ref, ...]
    micro: Ref


def head_of(linker: Linker, element: Any, *chips: Chip, title: str = "") -> Head:  # `Any`: entries share no base class
    """Makes the head of an entry; a state that is written adds its chip."""
    status = getattr(element, "status", None)
    state = (linker.wording.status(status),) if isinstance(status, Status) else ()
    text = linker.prose(getattr(element, "description", None))
    return Head(element.id.lower(), element.id, title or linker.name(element.id), text, (*chips, *state))


def uses_of(
    linker: Linker, element: str, *, without: Container[Kind] = (), fields: Container[str] | None = None
) -> Uses:
    """Returns what names an element; see `used_in` for the arguments."""
    facts = used_in(linker, element, without=without, fields=fields)
    return Uses(sum(len(piece.items) for fact in facts for piece in fact.value if hasattr(piece, "items")), facts)


def by_micro(linker: Linker, steps: Iterable[str]) -> Iterator[Mentioned]:
    """Yields steps as short links, by the micro they stand in."""
    found: dict[str, list[str]] = {}
    for step in steps:
        found.setdefault(step.partition("/")[0], []).append(step)
    for micro, names in found.items():
        refs = (linker.part(name) for name in names)
        yield Mentioned(tuple(replace(ref, label=ref.id.partition("/")[2]) for ref in refs), linker.ref(micro))
