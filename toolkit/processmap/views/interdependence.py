"""The pages that show how areas and processes depend on each other, and every hand-off between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from processmap.diagnostics import Finding
from processmap.graph import Handoff
from processmap.i18n import load_texts
from processmap.views.addresses import HANDOFFS, HOME, INTERDEPENDENCE, PROCESS_DEPENDENCE, Address
from processmap.views.contract_cards import CardMaker
from processmap.views.crossing_lists import Crossings, HandoffSection, handoff_sections
from processmap.views.crossing_matrix import Matrix, area_matrix, process_matrix
from processmap.views.dependencies import dependency_map
from processmap.views.diagram import Diagram
from processmap.views.inner_crossings import PassageGroup, passage_groups
from processmap.views.linking import Linker
from processmap.views.networks import Network, area_network
from processmap.views.pieces import Figure, Header, Ref, Table
from processmap.views.service_levels import service_level_table, service_levels
from processmap.views.weak_points import WeakPoints, weak_points

_PARTS = {"interdependence": INTERDEPENDENCE, "process_dependence": PROCESS_DEPENDENCE, "handoffs": HANDOFFS}


@dataclass(frozen=True, slots=True)
class InterdependencePage:
    """Between areas."""

    header: Header
    parts: tuple[Ref, ...]
    """The pages that belong together, this one without a link."""
    figures: tuple[Figure, ...]
    matrix: Matrix
    areas: Network
    weak: WeakPoints
    promises: Table
    """Internal SLAs: who promises what to whom."""


@dataclass(frozen=True, slots=True)
class ProcessDependencePage:
    """Between processes."""

    header: Header
    parts: tuple[Ref, ...]
    matrix: Matrix
    processes: Diagram
    passages: tuple[PassageGroup, ...]
    """Arrows between areas inside one process."""


@dataclass(frozen=True, slots=True)
class HandoffsPage:
    """Every hand-off, once, in the words of both sides."""

    header: Header
    parts: tuple[Ref, ...]
    sections: tuple[HandoffSection, ...]


def interdependence_page(
    linker: Linker, found: tuple[Handoff, ...], findings: Sequence[Finding] = ()
) -> InterdependencePage:
    """Makes the page of areas.

    Args:
        linker: links as they are written on it.
        found: every hand-off of the map.
        findings: what the check says; hand-offs that it objects to are counted.
    """
    crossings = Crossings(linker, found)
    promises = service_level_table(linker, tuple(service_levels(linker, found)))
    return InterdependencePage(
        header=_header(linker, "interdependence"),
        parts=_parts(linker),
        figures=_figures(crossings, findings, len(promises.rows)),
        matrix=area_matrix(crossings),
        areas=area_network(linker),
        weak=weak_points(linker),
        promises=promises,
    )


def process_dependence_page(linker: Linker, found: tuple[Handoff, ...]) -> ProcessDependencePage:
    """Makes the page of processes."""
    return ProcessDependencePage(
        header=_header(linker, "process_dependence"),
        parts=_parts(linker),
        matrix=process_matrix(linker, found),
        processes=dependency_map(linker),
        passages=passage_groups(linker, Crossings(linker, found)),
    )


def handoffs_page(linker: Linker, found: tuple[Handoff, ...], findings: Sequence[Finding] = ()) -> HandoffsPage:
    """Makes the page of hand-offs; what the check says against one stands at it."""
    return HandoffsPage(
        header=_header(linker, "handoffs"),
        parts=_parts(linker),
        sections=handoff_sections(Crossings(linker, found), _maker(linker, findings)),
    )


def _header(linker: Linker, part: Literal["interdependence", "process_dependence", "handoffs"]) -> Header:
    words = linker.wording
    home = linker.to(Address(HOME), words("nav.home"))
    above = linker.to(Address(INTERDEPENDENCE), words("nav.interdependence"))
    return Header(
        path=linker.page,
        title=words("nav.interdependence" if part == "interdependence" else f"interdependence.{part}"),
        kind_label=words("page.index"),
        kind="index",
        lead=words(f"lead.{part}"),
        crumbs=(home,) if part == "interdependence" else (home, above),
    )


def _parts(linker: Linker) -> tuple[Ref, ...]:
    words = linker.wording
    links = ((words(f"interdependence.{name}_tab"), Address(page)) for name, page in _PARTS.items())
    return tuple(
        linker.to(address, label) if address.page != linker.page else Ref("", label, None) for label, address in links
    )


def _maker(linker: Linker, findings: Sequence[Finding]) -> CardMaker:
    return CardMaker(linker, findings, load_texts("findings", linker.wording.texts.language))


def _figures(crossings: Crossings, findings: Sequence[Finding], promises: int) -> tuple[Figure, ...]:
    """The numbers that a director asks for first, each with the list behind it."""
    linker, areas = crossings.linker, crossings.areas
    cards = tuple(_maker(linker, findings).cards(crossings.handoffs))
    handoffs = Address(HANDOFFS, "handoffs").seen_from(linker.page)
    given = (
        (len(cards), "all", handoffs),
        (crossings.count(crossings.pairs(areas, areas)), "between", "#matrix"),
        (sum(card.crosses_boundary for card in cards), "boundary", "#matrix"),
        (promises, "promises", "#promises"),
        (sum(card.is_disputed for card in cards), "disputed", handoffs),
    )
    words = linker.wording
    return tuple(Figure(words.number(number), words(f"crossing_figure.{key}"), href) for number, key, href in given)
