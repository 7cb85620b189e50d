"""The page of an area: its roles, processes and hand-offs; and the index of areas."""

from dataclasses import dataclass

from processmap.graph import Handoff, HandoffKind
from processmap.model.organisation import Area, Role
from processmap.views.addresses import AREAS, Address
from processmap.views.handoffs import crossing_table
from processmap.views.linking import Linker
from processmap.views.macro import macro_card
from processmap.views.pieces import Cell, Chip, Fact, Header, Section, Table, Tone
from processmap.views.prose import plain
from processmap.views.role_index import role_card


@dataclass(frozen=True, slots=True)
class AreaPage:
    """Everything on the page of an area."""

    header: Header
    roles: Section
    processes: Section
    handoffs: tuple[Table, ...]


def area_page(linker: Linker, area: Area, crossings: tuple[Handoff, ...]) -> AreaPage:
    """Makes the page of an area."""
    words = linker.wording
    atlas = linker.atlas
    between = tuple(item for item in crossings if (item.kind is not HandoffKind.CALL and item.is_cross_area))
    roles = tuple(role_card(linker, role) for role in atlas.all(Role) if role.area == area.id)
    macros = tuple(macro_card(linker, macro) for macro in atlas.macros if macro.area == area.id)
    given: tuple[tuple[str, Cell], ...] = (
        ("parent", linker.optional(area.parent)),
        ("headcount", (words.counted("people", people),) if (people := _people(linker, area)) else ()),
    )
    return AreaPage(
        header=Header(
            path=linker.page,
            title=area.name,
            kind_label=words("kind.area"),
            kind="area",
            id=area.id,
            lead=plain(area.purpose or area.description),
            text=linker.prose(area.purpose or area.description),
            crumbs=(linker.to(Address(AREAS), words("nav.areas")),),
            chips=(Chip(words(f"area.{_side(area)}"), _side(area)),),
            facts=tuple(Fact(words(f"field.{key}"), value) for key, value in given if value),
            source=atlas.source(area.id),
        ),
        roles=Section("roles", words("nav.roles"), cards=roles, empty=words("empty.area_roles")),
        processes=Section("processes", words("nav.processes"), cards=macros, empty=words("empty.area_processes")),
        handoffs=(
            crossing_table(
                linker, tuple(i for i in between if i.target_area == area.id), title=words("section.handoffs_in")
            ),
            crossing_table(
                linker, tuple(i for i in between if i.source_area == area.id), title=words("section.handoffs_out")
            ),
        ),
    )


def _people(linker: Linker, area: Area) -> int:
    return sum(role.headcount or 0 for role in linker.atlas.all(Role) if role.area == area.id)


def _side(area: Area) -> Tone:
    return "commercial" if area.commercial else "support"
