"""Hand-offs between processes as tables, with the OLA under which they stand."""

from processmap.graph import Handoff
from processmap.model.organisation import Area
from processmap.model.services import Sla
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Row, Table, Tone


def crossing_table(linker: Linker, found: tuple[Handoff, ...], *, title: str) -> Table:
    """Hand-offs as a table with both sides."""
    words = linker.wording
    keys = ("from_process", "to_process", "sends", "returns", "ola")
    rows = tuple(
        Row((_side(linker, item, incoming=True), _side(linker, item, incoming=False), *_contract(linker, item)))
        for item in found
    )
    return Table(tuple(words(f"field.{key}") for key in keys), rows, title)


def _side(linker: Linker, crossing: Handoff, *, incoming: bool) -> Cell:
    micro, area = (
        (crossing.source_micro, crossing.source_area) if incoming else (crossing.target_micro, crossing.target_area)
    )
    known = linker.atlas.get(area, Area) if area else None
    chip = (area_chip(linker, known),) if known else ()
    return (linker.ref(micro), *chip)


def area_chip(linker: Linker, area: Area) -> Chip:
    """The chip of an area: its colour and its mark tell commercial from non-commercial."""
    tone: Tone = "commercial" if area.commercial else "support"
    return Chip(area.name, tone, linker.wording(f"area.{tone}"))


def _contract(linker: Linker, crossing: Handoff) -> tuple[Cell, Cell, Cell]:
    sla = linker.atlas.get(crossing.ola, Sla) if crossing.ola else None
    promise = linker.wording.duration(sla.target) if sla else ""
    ola = (*linker.optional(crossing.ola), *((Chip(promise),) if promise else ()))
    return linker.refs(crossing.sends), linker.refs(crossing.returns), ola
