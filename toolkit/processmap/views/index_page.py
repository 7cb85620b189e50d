"""An index: cards in titled groups, and what they can be narrowed down by."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from processmap.model.document_control import Status
from processmap.views.addresses import HOME, Address
from processmap.views.handoffs import area_chip
from processmap.views.linking import Linker
from processmap.views.pieces import Card, Chip, Header, Section

_Model = TypeVar("_Model")


@dataclass(frozen=True, slots=True)
class Facet:
    """One property by which a list is narrowed down, with the values that occur in it."""

    label: str
    values: tuple[tuple[str, Chip], ...]
    """The word that cards carry in their `facets`, and how it is shown."""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """An index of cards in titled groups."""

    header: Header
    groups: tuple[Section, ...]
    empty: str
    facets: tuple[Facet, ...] = ()


def index_header(linker: Linker, name: str) -> Header:
    """Returns the header of an index, by the name that it has in the texts."""
    words = linker.wording
    return Header(
        path=linker.page,
        title=words(f"nav.{name}"),
        kind_label=words("page.index"),
        kind="index",
        lead=words(f"lead.{name}"),
        crumbs=(linker.to(Address(HOME), words("nav.home")),),
    )


def area_facet(linker: Linker, groups: Sequence[Section]) -> Facet:
    """Returns the areas that have something in the list, in their order."""
    named = {value for group in groups for card in group.cards for value in card.facets}
    areas = (area for area in linker.atlas.areas if area.id in named)
    return Facet(linker.wording("field.area"), tuple((area.id, area_chip(linker, area)) for area in areas))


def state_facet(linker: Linker, states: Iterable[Status]) -> Facet:
    """Returns the states that occur, from the first to the last of a document's life."""
    found = set(states)
    shown = tuple((state.value, linker.wording.status(state)) for state in Status if state in found)
    return Facet(linker.wording("field.status"), shown)


def used(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    """Returns the facets that tell anything apart: those with two values and more."""
    return tuple(facet for facet in facets if len(facet.values) > 1)


def by_area(
    linker: Linker, items: Sequence[_Model], area_of: Callable[[_Model], str], card_of: Callable[[_Model], Card]
) -> tuple[Section, ...]:
    """Returns one group per area that has something, in their order; what belongs to no known area comes last."""
    known = {area.id for area in linker.atlas.areas}
    groups = [
        Section(area.id.lower(), area.name, cards=tuple(card_of(item) for item in items if area_of(item) == area.id))
        for area in linker.atlas.areas
    ]
    others = tuple(card_of(item) for item in items if area_of(item) not in known)
    groups.append(Section("others", linker.wording("others"), cards=others))
    return tuple(group for group in groups if group.cards)
