"""The index of roles, and a role as a card."""

from dataclasses import replace

from processmap.model.ito import Ito
from processmap.model.organisation import Role
from processmap.views.index_page import Facet, IndexPage, area_facet, by_area, index_header, used
from processmap.views.linking import Linker
from processmap.views.pieces import Card, Chip
from processmap.views.prose import plain


def role_index(linker: Linker) -> IndexPage:
    """Makes the index of roles, grouped by area."""
    words, roles = linker.wording, linker.atlas.all(Role)
    levels = dict.fromkeys(role.level for role in roles)

    def card_of(role: Role) -> Card:
        return replace(role_card(linker, role), facets=(role.area, role.level))

    groups = by_area(linker, roles, lambda role: role.area, card_of)
    level = Facet(words("field.level"), tuple((name, Chip(words.word("level_name", name))) for name in levels))
    facets = used((area_facet(linker, groups), level))
    return IndexPage(index_header(linker, "roles"), groups, words("empty.roles"), facets)


def role_card(linker: Linker, role: Role) -> Card:
    """A role as a card."""
    words = linker.wording
    headcount = (words.counted("people", role.headcount),) if role.headcount is not None else ()
    itos = sum(ito.role == role.id for ito in linker.atlas.all(Ito))
    chips = (Chip(words("mark.critical"), "warn", mark="critical"),) if role.critical else ()
    return Card(
        linker.ref(role.id),
        plain(role.mission or role.description),
        chips,
        (words.word("level_name", role.level), *headcount, *((words.counted("itos", itos),) if itos else ())),
        "commercial" if linker.atlas.is_commercial(role.area) else "support",
    )
