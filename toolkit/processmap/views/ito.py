"""The page of an ITO in the layout of a Brazilian work instruction, and the index of ITOs."""

from dataclasses import dataclass

from processmap.model.capability import Training
from processmap.model.ito import Activity, Ito
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.organisation import Role
from processmap.model.steps import ApprovalStep, StepBase, TaskStep, WorkKeys
from processmap.values.ids import Kind
from processmap.views.addresses import GLOSSARY, HOME, ITOS, Address, part_fragment
from processmap.views.atlas import distinct, kind_of
from processmap.views.document_control import document_control
from processmap.views.folding import folded
from processmap.views.linking import Linker
from processmap.views.pieces import Card, Cell, Control, Fact, Header, Lines, Ref, Section
from processmap.views.prose import plain


@dataclass(frozen=True, slots=True)
class ActivityBlock:
    """One activity: what, when, how, done when, what to avoid."""

    anchor: str
    id: str
    name: str
    tasks: tuple[Ref, ...]
    by: Cell
    steps: tuple[Cell, ...]
    done_when: Cell
    avoid: Cell
    facts: tuple[Fact, ...]
    """Forms, systems, times and controls of the tasks it does."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A glossary term that the ITO uses."""

    term: str
    definition: Cell
    href: str


@dataclass(frozen=True, slots=True)
class ItoPage:
    """Everything on the page of an ITO, in the order of its numbered sections."""

    header: Header
    mission: Cell
    scope: Cell
    definitions: tuple[Definition, ...]
    references: Cell
    responsibilities: tuple[Fact, ...]
    resources: tuple[Fact, ...]
    activities: tuple[ActivityBlock, ...]
    records: Cell
    indicators: tuple[Fact, ...]
    skills: tuple[Fact, ...]
    controls: Cell
    control: Control


@dataclass(frozen=True, slots=True)
class IndexPage:
    """An index of cards in titled groups."""

    header: Header
    groups: tuple[Section, ...]
    empty: str


def ito_page(linker: Linker, ito: Ito) -> ItoPage:
    """Makes the page of an ITO."""
    tasks = _tasks(linker, ito)
    documents = distinct(name for step in tasks for name in step.outputs)
    return ItoPage(
        header=_header(linker, ito),
        mission=linker.prose(ito.mission),
        scope=linker.prose(ito.scope),
        definitions=_definitions(linker, ito),
        references=linker.lines(distinct((*ito.references, *_policies(linker, ito, tasks)))),
        responsibilities=_facts(
            linker,
            ("role", (linker.ref(ito.role),)),
            ("authority", linker.prose(ito.authority)),
            ("backup", linker.optional(ito.backup)),
            ("reports_to", _superior(linker, ito)),
        ),
        resources=_facts(
            linker,
            ("systems", linker.refs(distinct((*(s.system for s in tasks if s.system), *ito.systems)))),
            ("forms", linker.refs(name for name in _documents(tasks) if kind_of(name) is Kind.FORM)),
        ),
        activities=tuple(_activity(linker, activity) for activity in ito.activities),
        records=linker.lines(documents),
        indicators=_indicators(linker, ito),
        skills=_skills(linker, ito),
        controls=linker.lines(distinct(step.control for step in tasks if step.control)),
        control=document_control(linker, ito.doc),
    )


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


def _header(linker: Linker, ito: Ito) -> Header:
    words = linker.wording
    macros = distinct(
        micro.macro for step in _does(ito) if (micro := linker.atlas.get(step.partition("/")[0], Micro)) is not None
    )
    return Header(
        path=linker.page,
        title=ito.name,
        kind_label=words("kind.ito"),
        kind="ito",
        id=ito.id,
        crumbs=(linker.to(Address(ITOS), words("nav.itos")),),
        chips=(words.status(linker.atlas.status(ito)),),
        facts=_facts(
            linker,
            ("role", (linker.ref(ito.role),)),
            ("process", linker.refs(name for name in macros if linker.atlas.get(name, Macro))),
        ),
        source=linker.atlas.source(ito.id),
    )


def _does(ito: Ito) -> tuple[str, ...]:
    return distinct(step for activity in ito.activities for step in activity.does)


def _tasks(linker: Linker, ito: Ito) -> tuple[TaskStep | ApprovalStep, ...]:
    return _work(linker, _does(ito))


def _work(linker: Linker, names: tuple[str, ...]) -> tuple[TaskStep | ApprovalStep, ...]:
    steps = (linker.atlas.step(name) for name in names)
    return tuple(step for step in steps if isinstance(step, TaskStep | ApprovalStep))


def _documents(tasks: tuple[WorkKeys, ...]) -> tuple[str, ...]:
    return distinct(name for step in tasks for name in (*step.inputs, *step.reads, *step.outputs))


def _policies(linker: Linker, ito: Ito, tasks: tuple[StepBase, ...]) -> tuple[str, ...]:
    processes = (linker.atlas.get(name.partition("/")[0], Micro) for name in _does(ito))
    return distinct(policy for micro in processes if micro and tasks for policy in micro.policies)


def _superior(linker: Linker, ito: Ito) -> Cell:
    role = linker.atlas.get(ito.role, Role)
    return linker.optional(role.reports_to) if role else ()


def _area(linker: Linker, ito: Ito) -> str:
    role = linker.atlas.get(ito.role, Role)
    return role.area if role else ""


def _activity(linker: Linker, activity: Activity) -> ActivityBlock:
    words = linker.wording
    tasks = _work(linker, activity.does)
    times = tuple(
        (
            words(
                "step.work_max",
                work=words.duration(step.time.work),
                max=words.duration(step.time.max or step.time.work),
            ),
        )
        for step in tasks
        if step.time
    )
    return ActivityBlock(
        anchor=part_fragment(activity.id),
        id=activity.id,
        name=activity.name,
        tasks=tuple(linker.part(step) for step in activity.does),
        by=linker.prose(activity.by),
        steps=tuple(linker.prose(step) for step in activity.steps),
        done_when=linker.prose(activity.done_when),
        avoid=linker.prose(activity.avoid),
        facts=_facts(
            linker,
            ("documents_in", linker.refs(distinct(n for step in tasks for n in (*step.inputs, *step.reads)))),
            ("documents_out", linker.refs(distinct(name for step in tasks for name in step.outputs))),
            ("system", linker.refs(distinct(step.system for step in tasks if step.system))),
            ("time", (Lines(times),) if times else ()),
            ("control", linker.refs(distinct(step.control for step in tasks if step.control))),
        ),
    )


def _definitions(linker: Linker, ito: Ito) -> tuple[Definition, ...]:
    texts = [ito.name, ito.mission or "", ito.scope or "", ito.authority or ""]
    for activity in ito.activities:
        texts += [activity.name, activity.done_when or "", activity.avoid or "", *activity.steps]
    text = folded(" ".join(texts))
    glossary = Address(GLOSSARY).seen_from(linker.page)
    return tuple(
        Definition(term.term, linker.prose(term.definition), glossary)
        for term in linker.atlas.glossary
        if any(folded(word) in text for word in (term.term, *term.synonyms))
    )


def _indicators(linker: Linker, ito: Ito) -> tuple[Fact, ...]:
    processes = [micro for name in _does(ito) if (micro := linker.atlas.get(name.partition("/")[0], Micro))]
    kpis = distinct(kpi for micro in processes for kpi in micro.kpis)
    slas = distinct(micro.end_to_end.sla for micro in processes if micro.end_to_end and micro.end_to_end.sla)
    return _facts(linker, ("kpis", linker.refs(kpis)), ("slas", linker.refs(slas)))


def _skills(linker: Linker, ito: Ito) -> tuple[Fact, ...]:
    words = linker.wording
    needs = tuple((linker.ref(need.skill), words("level", number=need.level)) for need in ito.skills)
    trainings = [item.id for item in linker.atlas.all(Training) if any(taught.ito == ito.id for taught in item.itos)]
    return _facts(linker, ("skills", (Lines(needs),) if needs else ()), ("trainings", linker.refs(trainings)))


def _facts(linker: Linker, *given: tuple[str, Cell]) -> tuple[Fact, ...]:
    return tuple(Fact(linker.wording(f"field.{key}"), value) for key, value in given if value)
