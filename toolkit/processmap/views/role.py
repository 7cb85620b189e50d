"""The page of a role: its day, its week, what it receives and hands over, what it answers for."""

from dataclasses import dataclass

from processmap.graph import Handoff
from processmap.model.indicators import Kpi
from processmap.model.ito import Ito
from processmap.model.organisation import Area, Role
from processmap.model.services import Sla
from processmap.values.ids import Kind
from processmap.views.abilities import skill_table
from processmap.views.addresses import ROLES, Address
from processmap.views.atlas import distinct, kind_of
from processmap.views.handoffs import area_chip
from processmap.views.ito_index import ito_card
from processmap.views.lane_links import in_lane
from processmap.views.linking import Linker
from processmap.views.performance import clocked_at, kpi_table, measured_at, sla_table
from processmap.views.pieces import Card, Cell, Chip, Fact, Header, Lines, Table
from processmap.views.prose import plain
from processmap.views.role_day import DayGroup, day_of
from processmap.views.role_duties import DutyGroup, duties_of
from processmap.views.role_load import Load, load_of
from processmap.views.role_passages import Passage, passages_in, passages_out
from processmap.views.role_steps import OwnStep, own_steps
from processmap.views.role_week import Week, week_of


@dataclass(frozen=True, slots=True)
class RolePage:
    """Everything on the page of a role."""

    header: Header
    day: tuple[DayGroup, ...]
    week: Week
    itos: tuple[Card, ...]
    receives: tuple[Passage, ...]
    hands_over: tuple[Passage, ...]
    promises: tuple[Table, ...]
    """SLAs and KPIs: those the role answers for, then those taken at its work."""
    load: Load | None
    skills: Table
    tools: tuple[Fact, ...]
    """Forms, systems, and processes that the role owns."""
    duties: tuple[DutyGroup, ...]


def role_page(linker: Linker, role: Role, crossings: tuple[Handoff, ...]) -> RolePage:
    """Makes the page of a role."""
    steps = own_steps(linker, role.id)
    return RolePage(
        header=_header(linker, role),
        day=day_of(linker, role.id, steps),
        week=week_of(linker, role.id),
        itos=tuple(ito_card(linker, ito) for ito in _itos(linker, role)),
        receives=passages_in(linker, role.id, crossings),
        hands_over=passages_out(linker, role.id, crossings),
        promises=tuple(table for table in _promises(linker, role, steps) if table.rows),
        load=load_of(linker, role),
        skills=skill_table(linker, role.skills, role.id),
        tools=_tools(linker, role, steps),
        duties=duties_of(linker, role.id),
    )


def _itos(linker: Linker, role: Role) -> tuple[Ito, ...]:
    return tuple(ito for ito in linker.atlas.all(Ito) if ito.role == role.id)


def _header(linker: Linker, role: Role) -> Header:
    words = linker.wording
    area = linker.atlas.get(role.area, Area)
    backups = distinct(name for name in (role.backup, *(ito.backup for ito in _itos(linker, role))) if name)
    critical = (Chip(words("mark.critical"), "warn", mark="critical"),) if role.critical else ()
    return Header(
        path=linker.page,
        title=role.name,
        kind_label=words("kind.role"),
        kind="role",
        id=role.id,
        lead=plain(role.mission or role.description),
        text=linker.prose(role.mission or role.description),
        crumbs=(linker.to(Address(ROLES), words("nav.roles")),),
        chips=(
            Chip(words.word("level_name", role.level)),
            *((area_chip(linker, area),) if area else ()),
            *critical,
        ),
        facts=_facts(
            linker,
            ("field.area", (linker.ref(role.area),)),
            ("field.reports_to", linker.optional(role.reports_to)),
            ("field.backup", linker.refs(backups)),
            ("field.headcount", _people(linker, role)),
            ("field.team", linker.refs(item.id for item in linker.atlas.all(Role) if item.reports_to == role.id)),
        ),
        source=linker.atlas.source(role.id),
    )


def _people(linker: Linker, role: Role) -> Cell:
    words = linker.wording
    people = (words.counted("people", role.headcount),) if role.headcount is not None else ()
    hours = (words("per_week", time=words.duration(role.capacity)),) if role.capacity else ()
    return (", ".join((*people, *hours)),) if people or hours else ()


def _promises(linker: Linker, role: Role, steps: tuple[OwnStep, ...]) -> tuple[Table, ...]:
    """What the role answers for, then what runs through its work and somebody else answers for."""
    words = linker.wording
    names = {own.name for own in steps}
    forms = {name for own in steps for name in own.step.outputs if kind_of(name) is Kind.FORM}
    slas, kpis = linker.atlas.all(Sla), linker.atlas.all(Kpi)
    own_slas = tuple(sla for sla in slas if sla.owner == role.id)
    own_kpis = tuple(kpi for kpi in kpis if kpi.owner == role.id)
    passing = tuple(sla for sla in slas if sla.owner != role.id and clocked_at(sla, names))
    taken = tuple(kpi for kpi in kpis if kpi.owner != role.id and measured_at(kpi, names | forms))
    return (
        sla_table(linker, own_slas, words("work.own_slas"), with_owner=False),
        kpi_table(linker, own_kpis, words("work.own_kpis"), with_owner=False),
        sla_table(linker, passing, words("work.passing_slas")),
        kpi_table(linker, taken, words("work.taken_kpis")),
    )


def _tools(linker: Linker, role: Role, steps: tuple[OwnStep, ...]) -> tuple[Fact, ...]:
    names = distinct(name for own in steps for name in (*own.step.inputs, *own.step.reads, *own.step.outputs))
    owned = [macro.id for macro in linker.atlas.macros if macro.owner == role.id]
    flows = tuple((in_lane(linker.ref(m.id), role.id),) for m in linker.atlas.graph.micros if m.owner == role.id)
    return _facts(
        linker,
        ("field.systems", linker.lines(distinct(own.step.system for own in steps if own.step.system))),
        ("field.forms", linker.lines(name for name in names if kind_of(name) is Kind.FORM)),
        ("work.owned_macros", linker.lines(owned)),
        ("field.owns", (Lines(flows),) if flows else ()),
    )


def _facts(linker: Linker, *given: tuple[str, Cell]) -> tuple[Fact, ...]:
    return tuple(Fact(linker.wording(key), value) for key, value in given if value)
