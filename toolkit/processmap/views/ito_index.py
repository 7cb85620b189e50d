"""The index of ITOs, and an ITO as a card."""

from dataclasses import replace

from processmap.model.ito import Ito
from processmap.model.organisation import Role
from processmap.views.index_page import IndexPage, area_facet, by_area, index_header, state_facet, used
from processmap.views.linking import Linker
from processmap.views.pieces import Card
from processmap.views.prose import plain


def ito_index(linker: Linker) -> IndexPage:
    """Makes the index of ITOs, grouped by area."""
    atlas = linker.atlas
    states = {ito.id: atlas.status(ito) for ito in atlas.all(Ito)}

    def card_of(ito: Ito) -> Card:
        return replace(ito_card(linker, ito), facets=(_area(linker, ito), states[ito.id].value))

    groups = by_area(linker, atlas.all(Ito), lambda ito: _area(linker, ito), card_of)
    facets = (area_facet(linker, groups), state_facet(linker, states.values()))
    return IndexPage(index_header(linker, "itos"), groups, linker.wording("empty.itos"), used(facets))


def ito_card(linker: Linker, ito: Ito) -> Card:
    """An ITO as a card."""
    words = linker.wording
    rev = (words("revision", rev=ito.doc.rev),) if ito.doc and ito.doc.rev else ()
    side = "commercial" if linker.atlas.is_commercial(_area(linker, ito)) else "support"
    return Card(
        linker.ref(ito.id),
        plain(ito.mission),
        (words.status(linker.atlas.status(ito)),),
        (linker.name(ito.role), words.counted("activities", len(ito.activities)), *rev),
        "commercial" if side == "commercial" else "support",
        roles=(ito.role,),
    )


def _area(linker: Linker, ito: Ito) -> str:
    role = linker.atlas.get(ito.role, Role)
    return role.area if role else ""
