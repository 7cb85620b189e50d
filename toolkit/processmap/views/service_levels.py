"""What areas promise each other: internal SLAs, by whom, to whom, and the hand-offs that stand under them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from processmap.graph import Handoff
from processmap.model.organisation import Area, Role
from processmap.model.services import Sla, SlaType
from processmap.views.addresses import HANDOFFS, Address, handoff_fragment
from processmap.views.atlas import distinct
from processmap.views.handoffs import area_chip
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Lines, Ref, Row, Table


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """One internal SLA, and between whom it holds."""

    sla: Sla
    givers: tuple[str, ...]
    """Areas that do what is promised."""
    takers: tuple[str, ...]
    """Areas to which it is promised."""
    handoffs: tuple[Handoff, ...]


def service_levels(linker: Linker, handoffs: Sequence[Handoff]) -> Iterator[ServiceLevel]:
    """Yields every SLA between areas, and every other one under which a hand-off stands, in declared order."""
    for sla in linker.atlas.all(Sla):
        under = tuple(handoff for handoff in handoffs if handoff.ola == sla.id)
        if under or sla.type is SlaType.INTERNAL:
            givers = distinct(handoff.target_area for handoff in under if handoff.target_area)
            takers = distinct(handoff.source_area for handoff in under if handoff.source_area)
            owner = linker.atlas.get(sla.owner, Role) if sla.owner else None
            yield ServiceLevel(
                sla,
                givers or ((owner.area,) if owner else ()),
                takers or ((sla.customer,) if sla.customer else ()),
                under,
            )


def service_level_table(linker: Linker, levels: Sequence[ServiceLevel], title: str = "") -> Table:
    """Internal SLAs as a table."""
    words = linker.wording
    keys = ("ola.promise", "ola.giver", "ola.taker", "field.target", "ola.owner", "ola.used_by")
    rows = tuple(_row(linker, level) for level in levels)
    return Table(tuple(words(key) for key in keys), rows, title)


def _row(linker: Linker, level: ServiceLevel) -> Row:
    words, sla = linker.wording, level.sla
    target = tuple(filter(None, (words.duration(sla.target), words.percent(sla.compliance))))
    used = tuple((_handoff(linker, handoff),) for handoff in level.handoffs)
    return Row(
        (
            (linker.ref(sla.id),),
            _areas(linker, level.givers),
            _areas(linker, level.takers),
            (words("ola.in_cases", time=target[0], share=target[1]) if len(target) > 1 else target[0],)
            if target
            else (),
            linker.optional(sla.owner),
            (Lines(used),) if used else (),
        )
    )


def _areas(linker: Linker, areas: Sequence[str]) -> Cell:
    known = ((name, linker.atlas.get(name, Area)) for name in areas)
    return tuple(area_chip(linker, area) if area else linker.ref(name) for name, area in known)


def _handoff(linker: Linker, handoff: Handoff) -> Ref:
    step = linker.part(handoff.source)
    href = Address(HANDOFFS, handoff_fragment(handoff.source)).seen_from(linker.page)
    return Ref(step.id, step.label, href, "handoff", detail=step.id)
