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
from processmap.views.linking import Linker
from processmap.views.networks import Network, area_network
from processmap.views.pieces import Header


@dataclass(frozen=True, slots=True)
class InterdependencePage:
    """Everything on the page."""

    header: Header
    matrix: Matrix
    """Areas by areas."""
    areas: Network
    process_matrix: Matrix
    processes: Diagram
    handoffs: tuple[HandoffSection, ...]
    """All of them, each once."""


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
    maker = CardMaker(linker, findings, load_texts("findings", words.texts.language))
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
        handoffs=handoff_sections(crossings, maker),
    )
