"""The page that shows how areas and processes depend on each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from processmap.diagnostics import Finding
from processmap.graph import Handoff
from processmap.i18n import load_texts
from processmap.views.addresses import HOME, Address
from processmap.views.contract_cards import CardMaker
from processmap.views.crossing_lists import Crossings, HandoffSection, handoff_sections
from processmap.views.crossing_matrix import Matrix, area_matrix, process_matrix
from processmap.views.dependencies import dependency_map
from processmap.views.diagram import Diagram
from processmap.views.inner_crossings import PassageGroup, passage_groups
from processmap.views.linking import Linker
from processmap.views.networks import Network, area_network
from processmap.views.pieces import Figure, Header, Table
from processmap.views.service_levels import service_level_table, service_levels
from processmap.views.weak_points import WeakPoints, weak_points


@dataclass(frozen=True, slots=True)
class InterdependencePage:
    """Everything on the page."""

    header: Header
    matrix: Matrix
    """Areas by areas."""
    areas: Network
    process_matrix: Matrix
    processes: Diagram
    weak: WeakPoints
    promises: Table
    """Internal SLAs: who promises what to whom."""
    handoffs: tuple[HandoffSection, ...]
    """All of them, each once."""
    passages: tuple[PassageGroup, ...]
    """Arrows between areas inside one process."""
    figures: tuple[Figure, ...]


def interdependence_page(
    linker: Linker, found: tuple[Handoff, ...], findings: Sequence[Finding] = ()
) -> InterdependencePage:
    """Makes the page.

    Args:
        linker: links as they are written on it.
        found: every hand-off of the map.
        findings: what the check says; what concerns a hand-off stands at it.
    """
    words = linker.wording
    crossings = Crossings(linker, found)
    weak = weak_points(linker)
    promises = service_level_table(linker, tuple(service_levels(linker, found)))
    maker = CardMaker(linker, findings, load_texts("findings", words.texts.language))
    sections = handoff_sections(crossings, maker)
    return InterdependencePage(
        header=Header(
            path=linker.page,
            title=words("nav.interdependence"),
            kind_label=words("page.index"),
            kind="index",
            lead=words("lead.interdependence"),
            crumbs=(linker.to(Address(HOME), words("nav.home")),),
        ),
        matrix=area_matrix(crossings),
        areas=area_network(linker),
        process_matrix=process_matrix(linker, found),
        processes=dependency_map(linker),
        weak=weak,
        promises=promises,
        handoffs=sections,
        passages=passage_groups(linker, crossings),
        figures=_figures(linker, crossings, sections, len(promises.rows)),
    )


def _figures(
    linker: Linker, crossings: Crossings, sections: Sequence[HandoffSection], promises: int
) -> tuple[Figure, ...]:
    """The numbers that a director asks for first, each with the list behind it."""
    words = linker.wording
    areas = crossings.areas
    cards = [card for section in sections for group in section.groups for card in group.cards]
    given = (
        (len(cards), "all", "#handoffs"),
        (crossings.count(crossings.pairs(areas, areas)), "between", "#matrix"),
        (
            sum(card.crosses_boundary for card in cards),
            "boundary",
            f"#{sections[0].anchor}" if sections else "#handoffs",
        ),
        (promises, "promises", "#promises"),
        (sum(card.is_disputed for card in cards), "disputed", "#handoffs"),
    )
    return tuple(Figure(words.number(number), words(f"crossing_figure.{key}"), href) for number, key, href in given)
