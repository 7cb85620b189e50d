"""The page of an ITO in the layout of a Brazilian work instruction: a controlled document in numbered sections."""

import posixpath
from dataclasses import dataclass

from processmap.model.capability import Training
from processmap.model.document_control import DocumentControl
from processmap.model.indicators import Kpi
from processmap.model.ito import Ito
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.organisation import Role
from processmap.model.services import Sla
from processmap.values.ids import Kind
from processmap.views.abilities import skill_table
from processmap.views.addresses import ITOS, Address
from processmap.views.atlas import distinct, kind_of
from processmap.views.changes import ChangeLine, latest_changes_of
from processmap.views.document_control import document_control
from processmap.views.ito_activity import ActivityBlock, activity_blocks, work_at
from processmap.views.ito_support import Definition, controls, definitions, records
from processmap.views.lane_links import in_lane
from processmap.views.linking import Linker
from processmap.views.performance import clocked_at, kpi_table, measured_at, sla_table
from processmap.views.pieces import Cell, Chip, Code, Control, Fact, Header, Lines, Row, Table
from processmap.views.validations import validation_table


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """The bordered block at the top of a controlled document."""

    client: str
    logo: str
    """Address of the client's logo as seen from the page; empty without one."""
    facts: tuple[Fact, ...]
    """Code, revision, dates, state: the right-hand column."""
    subject: tuple[Fact, ...]
    """Role and processes, under the title."""
    signatures: tuple[Fact, ...]
    """Who prepared, reviewed and approved it; all three, empty where nobody is named."""


@dataclass(frozen=True, slots=True)
class ItoPage:
    """Everything on the page of an ITO, in the order of its numbered sections."""

    header: Header
    head: DocumentHead
    mission: Cell
    scope: Cell
    definitions: tuple[Definition, ...]
    references: Cell
    responsibilities: tuple[Fact, ...]
    resources: tuple[Fact, ...]
    activities: tuple[ActivityBlock, ...]
    records: Table
    kpis: Table
    slas: Table
    skills: Table
    trainings: Table
    """The trainings that teach this instruction, with the revision they teach."""
    controls: Table
    control: Control
    history: tuple[ChangeLine, ...]
    """Its latest changes by the history of git, newest first; empty without one."""
    validations: Table


def ito_page(linker: Linker, ito: Ito) -> ItoPage:
    """Makes the page of an ITO."""
    micros = _micros(linker, ito)
    return ItoPage(
        header=_header(linker, ito),
        head=_head(linker, ito),
        mission=linker.prose(ito.mission),
        scope=linker.prose(ito.scope),
        definitions=definitions(linker, ito),
        references=linker.lines(distinct((*ito.references, *(name for micro in micros for name in micro.policies)))),
        responsibilities=_responsibilities(linker, ito),
        resources=_resources(linker, ito),
        activities=activity_blocks(linker, ito),
        records=records(linker, ito),
        kpis=kpi_table(linker, _kpis(linker, ito, micros), linker.wording("field.kpis")),
        slas=sla_table(linker, _slas(linker, ito, micros), linker.wording("field.slas")),
        skills=skill_table(linker, ito.skills, ito.role),
        trainings=_trainings(linker, ito),
        controls=controls(linker, ito),
        control=document_control(linker, ito.doc),
        history=latest_changes_of(linker, ito.id),
        validations=validation_table(linker, ito.id),
    )


def _header(linker: Linker, ito: Ito) -> Header:
    words = linker.wording
    return Header(
        path=linker.page,
        title=ito.name,
        kind_label=words("kind.ito"),
        kind="ito",
        id=ito.id,
        crumbs=(linker.to(Address(ITOS), words("nav.itos")),),
        chips=(words.status(linker.atlas.status(ito)),),
        source=linker.atlas.source(ito.id),
    )


def _head(linker: Linker, ito: Ito) -> DocumentHead:
    words = linker.wording
    control = ito.doc or DocumentControl()
    logo = linker.atlas.settings.brand.logo
    macros = distinct(micro.macro for micro in _micros(linker, ito) if linker.atlas.get(micro.macro, Macro))
    written = next((change.date for change in control.changes if change.rev == control.rev), None)
    return DocumentHead(
        client=linker.atlas.settings.client,
        logo=posixpath.relpath(logo, posixpath.dirname(linker.page)) if logo else "",
        facts=_facts(
            linker,
            ("work.code", (Code(ito.id),)),
            ("field.rev", _said(control.rev)),
            ("work.written", _said(words.date(written))),
            ("field.effective", _said(words.date(control.effective))),
            ("field.next_review", _said(words.date(control.next_review))),
            ("field.status", (words.status(control.status),)),
        ),
        subject=_facts(linker, ("field.role", (linker.ref(ito.role),)), ("field.process", linker.refs(macros))),
        signatures=(
            Fact(words("field.author"), linker.role_or_words(control.author)),
            Fact(words("field.reviewer"), linker.optional(control.reviewer)),
            Fact(words("field.approver"), linker.optional(control.approver)),
        ),
    )


def _responsibilities(linker: Linker, ito: Ito) -> tuple[Fact, ...]:
    role = linker.atlas.get(ito.role, Role)
    others = [item.id for item in linker.atlas.all(Ito) if item.role == ito.role and item.id != ito.id]
    return _facts(
        linker,
        ("field.role", (linker.ref(ito.role),)),
        ("field.authority", linker.prose(ito.authority)),
        ("field.backup", linker.optional(ito.backup or (role.backup if role else None))),
        ("field.reports_to", linker.optional(role.reports_to if role else None)),
        ("work.other_itos", linker.lines(others)),
    )


def _resources(linker: Linker, ito: Ito) -> tuple[Fact, ...]:
    tasks = work_at(linker, _does(ito))
    documents = distinct(name for step in tasks for name in (*step.inputs, *step.reads, *step.outputs))
    flows = tuple((in_lane(linker.ref(micro.id), ito.role),) for micro in _micros(linker, ito))
    return _facts(
        linker,
        ("field.systems", linker.lines(distinct((*(s.system for s in tasks if s.system), *ito.systems)))),
        ("field.forms", linker.lines(name for name in documents if kind_of(name) is Kind.FORM)),
        ("work.flows", (Lines(flows),) if flows else ()),
    )


def _kpis(linker: Linker, ito: Ito, micros: tuple[Micro, ...]) -> tuple[Kpi, ...]:
    named = {name for micro in micros for name in micro.kpis}
    return tuple(kpi for kpi in linker.atlas.all(Kpi) if kpi.id in named or measured_at(kpi, _does(ito)))


def _slas(linker: Linker, ito: Ito, micros: tuple[Micro, ...]) -> tuple[Sla, ...]:
    named = {micro.end_to_end.sla for micro in micros if micro.end_to_end}
    return tuple(sla for sla in linker.atlas.all(Sla) if sla.id in named or clocked_at(sla, _does(ito)))


def _trainings(linker: Linker, ito: Ito) -> Table:
    words = linker.wording
    current = ito.doc.rev if ito.doc else None
    rows = tuple(
        (
            (linker.ref(training.id),),
            (
                words("revision", rev=taught.rev),
                *((Chip(words("work.old_revision"), "warn"),) if current and taught.rev != current else ()),
            ),
            linker.refs(training.audience),
            _said(words.date(training.date)),
        )
        for training in linker.atlas.all(Training)
        for taught in training.itos
        if taught.ito == ito.id
    )
    keys = ("work.training", "work.teaches", "field.audience", "field.date")
    return Table(tuple(words(key) for key in keys), tuple(Row(cells) for cells in rows))


def _does(ito: Ito) -> tuple[str, ...]:
    return distinct(step for activity in ito.activities for step in activity.does)


def _micros(linker: Linker, ito: Ito) -> tuple[Micro, ...]:
    names = distinct(step.partition("/")[0] for step in _does(ito))
    return tuple(micro for name in names if (micro := linker.atlas.get(name, Micro)) is not None)


def _facts(linker: Linker, *given: tuple[str, Cell]) -> tuple[Fact, ...]:
    return tuple(Fact(linker.wording(key), value) for key, value in given if value)


def _said(text: str | None) -> Cell:
    return (text,) if text else ()
