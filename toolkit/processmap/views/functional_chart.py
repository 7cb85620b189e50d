"""The functional chart of an area: its roles from the top, what each does in which process, and what that must keep."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from processmap.model.indicators import Kpi
from processmap.model.micro import Micro
from processmap.model.organisation import Area, Role
from processmap.model.services import Sla
from processmap.views.atlas import distinct
from processmap.views.linking import Linker
from processmap.views.performance import clocked_at, measured_at
from processmap.views.pieces import Cell, Chip, Lines, Ref
from processmap.views.process.promises import promises
from processmap.views.role_steps import OwnStep, own_steps


@dataclass(frozen=True, slots=True)
class Function:
    """What a role does in one process, or answers for."""

    process: Ref
    is_owner: bool
    """Whether the role answers for the process."""
    activities: tuple[Ref, ...]
    """Each leads to its instruction, else to the step."""
    slas: Cell
    """The times that the process must keep and that this area has in its hands."""
    kpis: Cell
    """What is measured at these activities; for who answers, at the process."""


@dataclass(frozen=True, slots=True)
class RoleBox:
    """A role of the area."""

    role: Ref
    depth: int
    """0 for who reports to nobody in the area."""
    lines: tuple[int, ...]
    """The depths to which a line goes on past this role, to those further down."""
    facts: tuple[str, ...]
    """Level and headcount, in words."""
    chips: tuple[Chip, ...]
    mission: Cell
    above: Cell
    """To whom it reports outside the area."""
    functions: tuple[Function, ...]
    other_slas: Cell
    """SLAs that it answers for and that none of its functions shows."""
    other_kpis: Cell


def functional_chart(linker: Linker, area: Area) -> tuple[RoleBox, ...]:
    """Returns the roles of an area, each followed by those that report to it."""
    roles = tuple(role for role in linker.atlas.all(Role) if role.area == area.id)
    ordered = tuple(from_the_top(roles))
    depths = [depth for _, depth in ordered]
    return tuple(
        _box(linker, area, role, (depth, lines_past(depths[number:]))) for number, (role, depth) in enumerate(ordered)
    )


def lines_past(depths: Sequence[int]) -> tuple[int, ...]:
    """Returns the depths to which a line goes on past the first of these roles, given the depths from it on."""
    found: list[int] = []
    upmost = depths[0] + 1
    for depth in depths[1:]:
        if 0 < depth <= upmost and depth not in found:
            found.append(depth)
        upmost = min(upmost, depth)
    return tuple(sorted(found))


def from_the_top(roles: Sequence[Role]) -> Iterator[tuple[Role, int]]:
    """Yields each role after the one that it reports to, with its depth; a ring of reports has its first on top."""
    own = {role.id for role in roles}
    tops = [role for role in roles if role.reports_to not in own]
    seen: set[str] = set()
    for role in (*tops, *roles):
        yield from _below(role, 0, roles, seen)


def _below(role: Role, depth: int, roles: Sequence[Role], seen: set[str]) -> Iterator[tuple[Role, int]]:
    if role.id in seen:
        return
    seen.add(role.id)
    yield role, depth
    for other in roles:
        if other.reports_to == role.id:
            yield from _below(other, depth + 1, roles, seen)


def _box(linker: Linker, area: Area, role: Role, place: tuple[int, tuple[int, ...]]) -> RoleBox:
    words = linker.wording
    depth, lines = place
    functions = tuple(_functions(linker, area, role))
    people = (words.counted("people", role.headcount),) if role.headcount is not None else ()
    shown_slas = {ref.id for function in functions for ref in _refs(function.slas)}
    shown_kpis = {ref.id for function in functions for ref in _refs(function.kpis)}
    slas = tuple(s for s in linker.atlas.all(Sla) if s.owner == role.id and s.id not in shown_slas)
    kpis = tuple(kpi.id for kpi in linker.atlas.all(Kpi) if kpi.owner == role.id and kpi.id not in shown_kpis)
    return RoleBox(
        role=linker.ref(role.id),
        depth=depth,
        lines=lines,
        facts=(words.word("level_name", role.level), *people),
        chips=(Chip(words("mark.critical"), "warn", mark="critical"),) if role.critical else (),
        mission=linker.prose(role.mission or role.description),
        above=linker.optional(role.reports_to) if depth == 0 else (),
        functions=functions,
        other_slas=_slas(linker, slas),
        other_kpis=linker.lines(kpis),
    )


def _functions(linker: Linker, area: Area, role: Role) -> Iterator[Function]:
    done: dict[str, list[OwnStep]] = {}
    for own in own_steps(linker, role.id):
        done.setdefault(own.micro.id, []).append(own)
    for micro in linker.atlas.graph.micros:
        is_owner = micro.owner == role.id
        if is_owner or micro.id in done:
            yield _function(linker, area, micro, done.get(micro.id, []), is_owner=is_owner)


def _function(linker: Linker, area: Area, micro: Micro, steps: Sequence[OwnStep], *, is_owner: bool) -> Function:
    places = {f"{micro.id}/{step.id}" for step in micro.steps} if is_owner else {own.name for own in steps}
    kpis = [kpi.id for kpi in linker.atlas.all(Kpi) if measured_at(kpi, places)]
    return Function(
        process=linker.ref(micro.id),
        is_owner=is_owner,
        activities=tuple(_activity(linker, own) for own in steps),
        slas=_slas(linker, tuple(_kept_here(linker, area, micro, places))),
        kpis=linker.lines(distinct((*(micro.kpis if is_owner else ()), *kpis))),
    )


def _activity(linker: Linker, own: OwnStep) -> Ref:
    itos = linker.atlas.itos_of_step(own.name)
    step = linker.part(own.name)
    if not itos:
        return step
    ito, activity, _ = itos[0]
    return Ref(step.id, step.label, linker.part(f"{ito.id}/{activity}").href, "ito", detail=ito.id)


def _kept_here(linker: Linker, area: Area, micro: Micro, places: set[str]) -> Iterator[Sla]:
    """The SLAs under which the process stands and that a role of the area answers for, or whose clock runs here."""
    if not micro.steps:
        return
    for name in distinct(promise.sla for promise in promises(linker.atlas, micro) if promise.sla):
        sla = linker.atlas.get(name, Sla)
        owner = linker.atlas.get(sla.owner, Role) if sla and sla.owner else None
        if sla and ((owner and owner.area == area.id) or clocked_at(sla, places)):
            yield sla


def _slas(linker: Linker, slas: Sequence[Sla]) -> Cell:
    words = linker.wording
    lines = tuple((linker.ref(sla.id), *((Chip(words.duration(sla.target)),) if sla.target else ())) for sla in slas)
    return (Lines(lines),) if lines else ()


def _refs(cell: Cell) -> Iterator[Ref]:
    for piece in cell:
        match piece:
            case Ref():
                yield piece
            case Lines(items=items):
                for item in items:
                    yield from _refs(item)
            case _:
                continue
