"""The page of a role: what it does, receives and hands over; and the index of roles."""

from dataclasses import dataclass

from processmap.graph import Handoff
from processmap.graph.raci import duties
from processmap.model.capability import Training
from processmap.model.governance import Forum
from processmap.model.indicators import Kpi
from processmap.model.ito import Ito
from processmap.model.micro import Micro
from processmap.model.organisation import Area, Role
from processmap.model.services import Sla
from processmap.model.steps import ApprovalStep, TaskStep
from processmap.views.addresses import ROLES, Address
from processmap.views.atlas import distinct
from processmap.views.flow import arrows_of, lanes_of
from processmap.views.handoffs import area_chip, crossing_table
from processmap.views.ito_index import ito_card
from processmap.views.linking import Linker
from processmap.views.pieces import Card, Cell, Chip, Fact, Header, Lines, Row, Section, Table
from processmap.views.prose import plain


@dataclass(frozen=True, slots=True)
class RolePage:
    """Everything on the page of a role."""

    header: Header
    itos: tuple[Card, ...]
    activities: tuple[Table, ...]
    """One table per micro."""
    receives: Table
    hands_over: tuple[Table, ...]
    raci: Table
    """Where the role is accountable, consulted or informed."""
    around: Section
    """Forums, KPIs, SLAs, skills, trainings, team."""


def role_page(linker: Linker, role: Role, crossings: tuple[Handoff, ...]) -> RolePage:
    """Makes the page of a role."""
    words = linker.wording
    own = tuple(item for item in crossings if _sends(linker, item, role.id))
    asked = tuple(item for item in crossings if _is_asked(linker, item, role.id))
    return RolePage(
        header=_header(linker, role),
        itos=tuple(ito_card(linker, ito) for ito in linker.atlas.all(Ito) if ito.role == role.id),
        activities=tuple(table for micro in linker.atlas.all(Micro) if (table := _work(linker, micro, role.id)).rows),
        receives=_received(linker, role.id),
        hands_over=(
            crossing_table(linker, asked, title=words("section.handoffs_in")),
            crossing_table(linker, own, title=words("section.handoffs_out")),
        ),
        raci=_raci(linker, role.id),
        around=Section("around", words("section.around_role"), facts=_around(linker, role)),
    )


def _header(linker: Linker, role: Role) -> Header:
    words = linker.wording
    area = linker.atlas.get(role.area, Area)
    given: tuple[tuple[str, Cell], ...] = (
        ("area", (linker.ref(role.area),)),
        ("reports_to", linker.optional(role.reports_to)),
        ("backup", linker.optional(role.backup)),
        ("headcount", (words.counted("people", role.headcount),) if role.headcount is not None else ()),
        ("capacity", (words("per_week", time=words.duration(role.capacity)),) if role.capacity else ()),
        ("team", linker.refs(item.id for item in linker.atlas.all(Role) if item.reports_to == role.id)),
    )
    critical = (Chip(words("mark.critical"), "warn", mark="critical"),) if role.critical else ()
    side = (area_chip(linker, area),) if area else ()
    return Header(
        path=linker.page,
        title=role.name,
        kind_label=words("kind.role"),
        kind="role",
        id=role.id,
        lead=plain(role.mission or role.description),
        text=linker.prose(role.mission or role.description),
        crumbs=(linker.to(Address(ROLES), words("nav.roles")),),
        chips=(Chip(words.word("level_name", role.level)), *side, *critical),
        facts=tuple(Fact(words(f"field.{key}"), value) for key, value in given if value),
        source=linker.atlas.source(role.id),
    )


def _work(linker: Linker, micro: Micro, role: str) -> Table:
    words = linker.wording
    lanes = lanes_of(linker, micro)
    rows = []
    for step in micro.steps:
        if not isinstance(step, TaskStep | ApprovalStep) or not _does(step, lanes[step.id], role):
            continue
        itos = linker.atlas.itos_of_step(f"{micro.id}/{step.id}")
        time = words.duration(step.time.max or step.time.work) if step.time else ""
        rows.append(
            Row(
                (
                    (linker.part(f"{micro.id}/{step.id}"),),
                    linker.refs((*step.inputs, *step.reads)),
                    linker.refs(step.outputs),
                    linker.optional(step.system),
                    (time,) if time else (),
                    tuple(linker.part(f"{ito.id}/{activity}") for ito, activity, _ in itos if ito.role == role),
                )
            )
        )
    columns = tuple(
        words(f"field.{key}") for key in ("activity", "documents_in", "documents_out", "system", "time", "ito")
    )
    return Table(columns, tuple(rows), micro.name)


def _does(step: TaskStep | ApprovalStep, lane: str, role: str) -> bool:
    if isinstance(step, ApprovalStep):
        return role in step.approvers
    return lane == role and not step.automatic


def _received(linker: Linker, role: str) -> Table:
    """What comes to the role from another lane of the same flow."""
    words = linker.wording
    rows = []
    for micro in linker.atlas.all(Micro):
        lanes = lanes_of(linker, micro)
        for arrow in arrows_of(linker, micro):
            giver = lanes.get(arrow.source, "")
            if lanes.get(arrow.target) == role and giver and giver != role:
                step = linker.atlas.step(f"{micro.id}/{arrow.source}")
                rows.append(
                    Row(
                        (
                            (linker.ref(giver),),
                            (linker.part(f"{micro.id}/{arrow.source}"),),
                            linker.refs(getattr(step, "outputs", ())),
                            (linker.part(f"{micro.id}/{arrow.target}"),),
                            (linker.ref(micro.id),),
                        )
                    )
                )
    keys = ("from_whom", "after_step", "documents_in", "i_do", "process")
    return Table(tuple(words(f"field.{key}") for key in keys), tuple(rows))


def _raci(linker: Linker, role: str) -> Table:
    rows = []
    for micro in linker.atlas.all(Micro):
        for duty in duties(linker.atlas.graph, linker.atlas.flow(micro)):
            letters = duty.letters.get(role, "").split("/")
            shown = tuple(
                Chip(letter, "accent" if letter == "A" else "neutral" if letter == "C" else "muted")
                for letter in letters
                if letter in ("A", "C", "I")
            )
            if shown:
                rows.append(Row(((linker.part(f"{micro.id}/{duty.step.id}"),), (linker.ref(micro.id),), shown)))
    keys = ("activity", "process", "raci")
    return Table(tuple(linker.wording(f"field.{key}") for key in keys), tuple(rows))


def _sends(linker: Linker, item: Handoff, role: str) -> bool:
    micro = linker.atlas.get(item.source_micro, Micro)
    return micro is not None and lanes_of(linker, micro).get(item.source_step) == role


def _is_asked(linker: Linker, item: Handoff, role: str) -> bool:
    micro = linker.atlas.get(item.target_micro, Micro)
    return (
        micro is not None and item.target_start is not None and lanes_of(linker, micro).get(item.target_start) == role
    )


def _around(linker: Linker, role: Role) -> tuple[Fact, ...]:
    words = linker.wording
    atlas = linker.atlas
    needs = tuple((linker.ref(need.skill), words("level", number=need.level)) for need in role.skills)
    given: tuple[tuple[str, Cell], ...] = (
        ("forums", linker.refs(f.id for f in atlas.all(Forum) if role.id == f.chair or role.id in f.members)),
        ("kpis", linker.refs(kpi.id for kpi in atlas.all(Kpi) if kpi.owner == role.id)),
        ("slas", linker.refs(sla.id for sla in atlas.all(Sla) if sla.owner == role.id)),
        ("owns", linker.refs(micro.id for micro in atlas.all(Micro) if micro.owner == role.id)),
        ("forms", linker.refs(distinct(_forms(linker, role.id)))),
        ("skills", (Lines(needs),) if needs else ()),
        ("trainings", linker.refs(item.id for item in atlas.all(Training) if role.id in item.audience)),
    )
    return tuple(Fact(words(f"field.{key}"), value) for key, value in given if value)


def _forms(linker: Linker, role: str) -> list[str]:
    return [
        name
        for micro in linker.atlas.all(Micro)
        for step in micro.steps
        if isinstance(step, TaskStep) and lanes_of(linker, micro)[step.id] == role
        for name in (*step.inputs, *step.outputs)
        if name.startswith("FRM-")
    ]
