"""The page that shows how areas and processes depend on each other."""

from collections.abc import Mapping
from dataclasses import dataclass

from processmap.graph import Handoff, HandoffKind
from processmap.graph.handoffs import crossings
from processmap.views.addresses import HOME, Address
from processmap.views.dependencies import dependency_map
from processmap.views.diagram import Diagram
from processmap.views.handoffs import crossing_table
from processmap.views.linking import Linker
from processmap.views.networks import Network, area_network
from processmap.views.pieces import Cell, Header, Row, Table


@dataclass(frozen=True, slots=True)
class InterdependencePage:
    """Everything on the page."""

    header: Header
    processes: Diagram
    areas: Network
    matrix: Table
    """From which area, in the rows, into which, in the columns: number of hand-offs."""
    handoffs: Table
    """All of them that lead into another area."""


def interdependence_page(linker: Linker, found: tuple[Handoff, ...]) -> InterdependencePage:
    """Makes the page.

    Args:
        linker: links as they are written on it.
        found: every hand-off of the map.
    """
    words = linker.wording
    between = tuple(item for item in found if item.is_cross_area and item.kind is not HandoffKind.CALL)
    return InterdependencePage(
        header=Header(
            path=linker.page,
            title=words("nav.interdependence"),
            kind_label=words("page.index"),
            kind="index",
            lead=words("lead.interdependence"),
            crumbs=(linker.to(Address(HOME), words("nav.home")),),
        ),
        processes=dependency_map(linker),
        areas=area_network(linker),
        matrix=_matrix(linker, crossings(linker.atlas.graph)),
        handoffs=crossing_table(linker, between, title=""),
    )


def _matrix(linker: Linker, counted: Mapping[tuple[str, str], int]) -> Table:
    used = {area for pair in counted for area in pair}
    areas = tuple(area for area in linker.atlas.areas if area.id in used)

    def cell(source: str, target: str) -> Cell:
        count = counted.get((source, target))
        return (linker.wording.number(count),) if count else ()

    rows = tuple(Row(((linker.ref(row.id),), *(cell(row.id, column.id) for column in areas))) for row in areas)
    columns = (linker.wording("field.from_to"), *(area.name for area in areas))
    return Table(columns, rows if len(areas) > 1 else ())
