"""The page of an area: its functional chart, its processes, and what it gives and takes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from processmap.graph import Handoff
from processmap.model.organisation import Area, Role
from processmap.views.addresses import AREAS, Address, handoffs_fragment
from processmap.views.area_index import area_card
from processmap.views.contract_cards import CardMaker
from processmap.views.crossing_lists import Crossings, HandoffGroup, handoff_group
from processmap.views.functional_chart import RoleBox, functional_chart
from processmap.views.linking import Linker
from processmap.views.macro import macro_card
from processmap.views.pieces import Card, Cell, Chip, Fact, Header, Lines, Row, Section, Table, Tone
from processmap.views.prose import plain
from processmap.views.role_steps import own_steps
from processmap.views.service_levels import service_level_table, service_levels


@dataclass(frozen=True, slots=True)
class Partner:
    """Another area, with what goes to it or comes from it."""

    area: Chip
    count: str
    label: str
    """What the count counts, in a sentence."""
    href: str
    """The list behind the count."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What an area takes from others, or gives to them."""

    title: str
    partners: tuple[Partner, ...]
    groups: tuple[HandoffGroup, ...]


@dataclass(frozen=True, slots=True)
class AreaPage:
    """Everything on the page of an area."""

    header: Header
    chart: tuple[RoleBox, ...]
    processes: Section
    takes_part: Table
    """Processes of other areas in which its roles work."""
    receives: Exchange
    gives: Exchange
    within: tuple[HandoffGroup, ...]
    promises: tuple[Table, ...]
    """Internal SLAs that it keeps, and those that are kept for it."""
    parts: tuple[Card, ...]
    """The areas below it."""


def area_page(linker: Linker, area: Area, found: tuple[Handoff, ...]) -> AreaPage:
    """Makes the page of an area."""
    words = linker.wording
    crossings = Crossings(linker, found)
    macros = tuple(macro_card(linker, macro) for macro in linker.atlas.macros if macro.area == area.id)
    return AreaPage(
        header=_header(linker, area),
        chart=functional_chart(linker, area),
        processes=Section("processes", words("nav.processes"), cards=macros, empty=words("empty.area_processes")),
        takes_part=_takes_part(linker, area),
        receives=_exchange(crossings, area, incoming=True),
        gives=_exchange(crossings, area, incoming=False),
        within=_groups(crossings, ((area.id, area.id),)),
        promises=_promises(linker, area, found),
        parts=tuple(area_card(linker, other) for other in linker.atlas.areas if other.parent == area.id),
    )


def _header(linker: Linker, area: Area) -> Header:
    words = linker.wording
    own, below = _people(linker, [area]), _people(linker, _below(linker, area, set()))
    people = words.counted("people", own) if own else ""
    all_people = words("area_page.with_parts", people=words.counted("people", own + below)) if below else ""
    given: tuple[tuple[str, Cell], ...] = (
        ("parent", linker.optional(area.parent)),
        ("headcount", tuple(filter(None, (people, all_people)))),
    )
    return Header(
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
        source=linker.atlas.source(area.id),
    )


def _exchange(crossings: Crossings, area: Area, *, incoming: bool) -> Exchange:
    words = crossings.linker.wording
    others = tuple(other for other in crossings.areas if other != area.id)
    pairs = crossings.pairs(others, (area.id,)) if incoming else crossings.pairs((area.id,), others)
    title = words("area_page.receives" if incoming else "area_page.gives")
    partners = tuple(_partner(crossings, pair, pair[0] if incoming else pair[1]) for pair in pairs)
    return Exchange(title, partners, _groups(crossings, pairs))


def _partner(crossings: Crossings, pair: tuple[str, str], other: str) -> Partner:
    count = crossings.linker.wording.counted("handoffs", crossings.count([pair]))
    names = " → ".join(crossings.area(area).label for area in pair)
    return Partner(crossings.chip(other), count, f"{names}: {count}", f"#{handoffs_fragment(*pair)}")


def _groups(crossings: Crossings, pairs: Sequence[tuple[str, str]]) -> tuple[HandoffGroup, ...]:
    maker = CardMaker(crossings.linker)
    return tuple(handoff_group(crossings, maker, pair) for pair in pairs if crossings.between(*pair))


def _takes_part(linker: Linker, area: Area) -> Table:
    words = linker.wording
    working: dict[str, dict[str, int]] = {}
    for role in linker.atlas.all(Role):
        if role.area == area.id:
            for own in own_steps(linker, role.id):
                counts = working.setdefault(own.micro.id, {})
                counts[role.id] = counts.get(role.id, 0) + 1
    rows = tuple(
        Row(((linker.ref(micro.id),), linker.optional(linker.atlas.graph.area_of_micro(micro.id)), _roles(linker, who)))
        for micro in linker.atlas.graph.micros
        if (who := working.get(micro.id)) and linker.atlas.graph.area_of_micro(micro.id) != area.id
    )
    return Table(tuple(words(f"field.{key}") for key in ("process", "area", "roles")), rows)


def _roles(linker: Linker, counts: dict[str, int]) -> Cell:
    words = linker.wording
    lines = tuple((linker.ref(role), words.counted("activities", count)) for role, count in counts.items())
    return (Lines(lines),)


def _promises(linker: Linker, area: Area, found: Sequence[Handoff]) -> tuple[Table, ...]:
    words = linker.wording
    levels = tuple(service_levels(linker, found))
    tables = (
        service_level_table(linker, [x for x in levels if area.id in x.givers], words("area_page.promises")),
        service_level_table(linker, [x for x in levels if area.id in x.takers], words("area_page.is_promised")),
    )
    return tuple(table for table in tables if table.rows)


def _below(linker: Linker, area: Area, seen: set[str]) -> Iterator[Area]:
    seen.add(area.id)
    for other in linker.atlas.areas:
        if other.parent == area.id and other.id not in seen:
            yield other
            yield from _below(linker, other, seen)


def _people(linker: Linker, areas: Iterable[Area]) -> int:
    own = {area.id for area in areas}
    return sum(role.headcount or 0 for role in linker.atlas.all(Role) if role.area in own)


def _side(area: Area) -> Tone:
    return "commercial" if area.commercial else "support"
