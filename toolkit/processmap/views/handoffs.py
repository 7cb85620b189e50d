"""Hand-offs between processes, seen from either side, with the OLA under which they stand."""

from dataclasses import dataclass
from typing import Literal

from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.organisation import Area, Role
from processmap.model.services import Sla
from processmap.model.steps import CallStep, EndStep, HandoffStep, StartStep
from processmap.values.ids import Kind
from processmap.views.atlas import Atlas, kind_of
from processmap.views.flow import lanes_of
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Row, Table


@dataclass(frozen=True, slots=True)
class Crossing:
    """One sending step and the process it reaches."""

    kind: Literal["handoff", "call", "end"]
    sender: str
    """Id of the sending micro."""
    step: str
    target: str
    """Id of the micro asked."""
    start: str | None
    """The start it reaches, where it is known."""
    sends: tuple[str, ...]
    returns: tuple[str, ...]
    ola: str | None
    from_area: str | None
    to_area: str | None

    @property
    def is_between_areas(self) -> bool:
        """Whether it leaves one area and enters another."""
        return self.kind != "call" and bool(self.from_area and self.to_area) and self.from_area != self.to_area


def crossings(atlas: Atlas) -> tuple[Crossing, ...]:
    """Every hand-off, call and end that goes on elsewhere, in declared order."""
    return tuple(
        _crossing(atlas, micro, step)
        for micro in atlas.all(Micro)
        for step in micro.steps
        if isinstance(step, HandoffStep | CallStep) or (isinstance(step, EndStep) and step.to_process)
    )


def handoff_table(linker: Linker, found: tuple[Crossing, ...], *, title: str, incoming: bool) -> Table:
    """Hand-offs as a table; the other side comes first."""
    words = linker.wording
    keys = ("step", "from_process" if incoming else "to_process", "sends", "returns", "ola")
    return Table(
        tuple(words(f"field.{key}") for key in keys),
        tuple(_row(linker, crossing, incoming=incoming) for crossing in found),
        title,
    )


def crossing_table(linker: Linker, found: tuple[Crossing, ...], *, title: str) -> Table:
    """Hand-offs as a table with both sides."""
    words = linker.wording
    keys = ("from_process", "to_process", "sends", "returns", "ola")
    rows = tuple(
        Row((_side(linker, item, incoming=True), _side(linker, item, incoming=False), *_contract(linker, item)))
        for item in found
    )
    return Table(tuple(words(f"field.{key}") for key in keys), rows, title)


def area_of_lane(atlas: Atlas, lane: str | None) -> str | None:
    """The area a lane belongs to; externals have none."""
    if lane is None:
        return None
    if kind_of(lane) is Kind.AREA:
        return lane
    role = atlas.get(lane, Role)
    return role.area if role else None


def _crossing(atlas: Atlas, micro: Micro, step: HandoffStep | CallStep | EndStep) -> Crossing:
    target, _, start = (step.to_process or "").partition("/")
    asked = atlas.get(target, Micro)
    reached = _start(asked, start, micro.id, step.id) if asked else None
    kind: Literal["handoff", "call", "end"] = "end"
    if isinstance(step, HandoffStep):
        kind = "handoff"
    elif isinstance(step, CallStep):
        kind = "call"
    returns = dict.fromkeys((*step.returns, *(name for path in getattr(step, "paths", ()) for name in path.returns)))
    return Crossing(
        kind=kind,
        sender=micro.id,
        step=step.id,
        target=target,
        start=reached.id if reached else start or None,
        sends=tuple(step.sends),
        returns=tuple(returns),
        ola=None if isinstance(step, CallStep) else step.ola,
        from_area=area_of_lane(atlas, lanes_of(micro).get(step.id)) or _macro_area(atlas, micro),
        to_area=(area_of_lane(atlas, reached.lane) if reached else None) or (_macro_area(atlas, asked) if asked else None),
    )


def _start(asked: Micro, start: str, sender: str, step: str) -> StartStep | None:
    starts = [item for item in asked.steps if isinstance(item, StartStep)]
    if start:
        return next((item for item in starts if item.id == start), None)
    return next((item for item in starts if {sender, f"{sender}/{step}"} & set(item.senders)), starts[0] if starts else None)


def _macro_area(atlas: Atlas, micro: Micro) -> str | None:
    macro = atlas.get(micro.macro, Macro)
    return macro.area if macro else None


def _row(linker: Linker, crossing: Crossing, *, incoming: bool) -> Row:
    own = f"{crossing.target}/{crossing.start}" if incoming and crossing.start else f"{crossing.sender}/{crossing.step}"
    own_cell: Cell = (linker.part(own),) if not incoming or crossing.start else ()
    return Row((own_cell, _side(linker, crossing, incoming=incoming), *_contract(linker, crossing)))


def _side(linker: Linker, crossing: Crossing, *, incoming: bool) -> Cell:
    micro, area = (crossing.sender, crossing.from_area) if incoming else (crossing.target, crossing.to_area)
    known = linker.atlas.get(area, Area) if area else None
    chip = (area_chip(linker, known),) if known else ()
    return (linker.ref(micro), *chip)


def area_chip(linker: Linker, area: Area) -> Chip:
    """The chip of an area: its colour and its mark tell commercial from non-commercial."""
    tone = "commercial" if area.commercial else "support"
    return Chip(area.name, tone, linker.wording(f"area.{tone}"))


def _contract(linker: Linker, crossing: Crossing) -> tuple[Cell, Cell, Cell]:
    sla = linker.atlas.get(crossing.ola, Sla) if crossing.ola else None
    promise = linker.wording.duration(sla.target) if sla else ""
    ola = (*linker.optional(crossing.ola), *((Chip(promise),) if promise else ()))
    return linker.refs(crossing.sends), linker.refs(crossing.returns), ola
