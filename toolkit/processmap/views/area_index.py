"""The index of areas, commercial ones first."""

from processmap.model.macro import Macro
from processmap.model.organisation import Area, Role
from processmap.views.index_page import IndexPage, index_header
from processmap.views.linking import Linker
from processmap.views.pieces import Card, Chip, Section, Tone
from processmap.views.prose import plain


def area_index(linker: Linker) -> IndexPage:
    """Makes the index of areas, commercial ones first."""
    words = linker.wording
    sides: tuple[Tone, ...] = ("commercial", "support")
    groups = tuple(
        Section(
            side,
            words(f"area.{side}_plural"),
            cards=tuple(area_card(linker, area) for area in linker.atlas.areas if _side(area) == side),
        )
        for side in sides
    )
    shown = tuple(group for group in groups if group.cards)
    return IndexPage(index_header(linker, "areas"), shown, words("empty.areas"))


def area_card(linker: Linker, area: Area) -> Card:
    """An area as a card."""
    words = linker.wording
    roles = sum(role.area == area.id for role in linker.atlas.all(Role))
    macros = sum(macro.area == area.id for macro in linker.atlas.all(Macro))
    return Card(
        linker.ref(area.id),
        plain(area.purpose or area.description),
        (Chip(words(f"area.{_side(area)}"), _side(area)),),
        (words.counted("roles", roles), words.counted("macros", macros)),
        _side(area),
    )


def _side(area: Area) -> Tone:
    return "commercial" if area.commercial else "support"
