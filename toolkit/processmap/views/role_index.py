"""The index of roles, and a role as a card."""

from processmap.model.ito import Ito
from processmap.model.organisation import Role
from processmap.views.addresses import HOME, Address
from processmap.views.index_page import IndexPage
from processmap.views.linking import Linker
from processmap.views.pieces import Card, Chip, Header, Section
from processmap.views.prose import plain


def role_index(linker: Linker) -> IndexPage:
    """Makes the index of roles, grouped by area."""
    words = linker.wording
    roles = linker.atlas.all(Role)
    groups = [
        Section(
            area.id.lower(), area.name, cards=tuple(role_card(linker, role) for role in roles if role.area == area.id)
        )
        for area in linker.atlas.areas
    ]
    known = {area.id for area in linker.atlas.areas}
    others = tuple(role_card(linker, role) for role in roles if role.area not in known)
    groups.append(Section("others", words("others"), cards=others))
    header = Header(
        path=linker.page,
        title=words("nav.roles"),
        kind_label=words("page.index"),
        kind="index",
        lead=words("lead.roles"),
        crumbs=(linker.to(Address(HOME), words("nav.home")),),
    )
    return IndexPage(header, tuple(group for group in groups if group.cards), words("empty.roles"))


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
