"""The index of ITOs, and an ITO as a card."""

from processmap.model.ito import Ito
from processmap.model.organisation import Role
from processmap.views.addresses import HOME, Address
from processmap.views.index_page import IndexPage
from processmap.views.linking import Linker
from processmap.views.pieces import Card, Header, Section
from processmap.views.prose import plain


def ito_index(linker: Linker) -> IndexPage:
    """Makes the index of ITOs, grouped by area."""
    words = linker.wording
    groups = []
    for area in linker.atlas.areas:
        itos = [ito for ito in linker.atlas.all(Ito) if _area(linker, ito) == area.id]
        if itos:
            groups.append(Section(area.id.lower(), area.name, cards=tuple(ito_card(linker, ito) for ito in itos)))
    known = {area.id for area in linker.atlas.areas}
    others = tuple(ito_card(linker, ito) for ito in linker.atlas.all(Ito) if _area(linker, ito) not in known)
    if others:
        groups.append(Section("others", words("others"), cards=others))
    header = Header(
        path=linker.page,
        title=words("nav.itos"),
        kind_label=words("page.index"),
        kind="index",
        lead=words("lead.itos"),
        crumbs=(linker.to(Address(HOME), words("nav.home")),),
    )
    return IndexPage(header, tuple(groups), words("empty.itos"))


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
    )


def _area(linker: Linker, ito: Ito) -> str:
    role = linker.atlas.get(ito.role, Role)
    return role.area if role else ""
