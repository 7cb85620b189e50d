"""The page of a micro process: its flow as a picture and as a table, and everything around it."""

from collections.abc import Collection
from dataclasses import dataclass

from processmap.graph import Handoff
from processmap.graph.raci import duties
from processmap.model.improvement import Gap
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep, EndStep, JoinStep, StartStep, StepBase, TaskStep, WaitStep
from processmap.values.ids import Kind
from processmap.values.references import references
from processmap.views.addresses import PROCESSES, Address, part_fragment
from processmap.views.atlas import distinct, kind_of
from processmap.views.catalogues.improvement import gap_chips
from processmap.views.diagram import Diagram
from processmap.views.document_control import document_control
from processmap.views.flow import Arrow, arrows_of, lanes_of
from processmap.views.handoffs import handoff_table
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Code, Control, Fact, Header, Ref, Row, Section, Table, Tone
from processmap.views.process.proof import Proof, hero_chip, proofs
from processmap.views.prose import plain
from processmap.views.step_words import step_kind_of, step_text
from processmap.views.swimlane import swimlane


@dataclass(frozen=True, slots=True)
class NextStep:
    """Where a step leads."""

    ref: Ref
    label: str
    share: str
    rework: str
    """The bound in words, for a way back."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step as a row of the table."""

    anchor: str
    id: str
    kind: str
    kind_label: str
    text: str
    description: Cell
    lane: Cell
    details: tuple[Fact, ...]
    """Documents in and out, system, control, CRM stage …"""
    time: Cell
    marks: tuple[Chip, ...]
    itos: tuple[Ref, ...]
    following: tuple[NextStep, ...]


@dataclass(frozen=True, slots=True)
class MicroPage:
    """Everything on the page of a micro."""

    header: Header
    proofs: tuple[Proof, ...]
    """Each promise of time beside the worst path."""
    picture: Diagram | None
    """The flow as a swimlane; None while no step is written."""
    steps: tuple[StepLine, ...]
    handoffs_in: Table
    handoffs_out: Table
    raci: Table
    around: Section
    """Documents, systems, KPIs, policies, controls."""
    issues: Section
    control: Control
    previous: Ref | None
    following: Ref | None


def micro_page(
    linker: Linker, micro: Micro, crossings: tuple[Handoff, ...], unsound: Collection[str] = ()
) -> MicroPage:
    """Makes the page of a micro.

    Args:
        linker: links as they are written on the page.
        micro: the process.
        crossings: every hand-off of the map.
        unsound: ids of the micros whose flow has errors, so that nothing about their time can be proved.
    """
    words = linker.wording
    arrows = arrows_of(linker, micro)
    incoming = tuple(item for item in crossings if item.target_micro == micro.id)
    outgoing = tuple(item for item in crossings if item.source_micro == micro.id)
    found = proofs(linker, micro, is_provable=micro.id not in unsound) if micro.steps else ()
    before, after = _neighbours(linker, micro)
    return MicroPage(
        header=_header(linker, micro, found),
        proofs=found,
        picture=swimlane(linker, micro) if micro.steps else None,
        steps=_step_lines(linker, micro, arrows),
        handoffs_in=handoff_table(linker, incoming, title=words("section.handoffs_in"), incoming=True),
        handoffs_out=handoff_table(linker, outgoing, title=words("section.handoffs_out"), incoming=False),
        raci=_raci(linker, micro),
        around=Section("around", words("section.around"), facts=_around(linker, micro)),
        issues=_issues(linker, micro),
        control=document_control(linker, micro.doc),
        previous=before,
        following=after,
    )


def _header(linker: Linker, micro: Micro, found: tuple[Proof, ...]) -> Header:
    words = linker.wording
    macro = linker.atlas.get(micro.macro, Macro)
    promise = micro.end_to_end
    verdict = hero_chip(linker, found)
    given: tuple[tuple[str, Cell], ...] = (
        ("owner", (linker.ref(micro.owner),)),
        ("area", (linker.ref(macro.area),) if macro else ()),
        ("result", linker.prose(micro.result)),
        ("promise", (words.duration(promise.max), *linker.optional(promise.sla)) if promise else ()),
        ("case", linker.optional(micro.case)),
        ("volume", (words.rate(micro.volume),) if micro.volume else _volumes(linker, micro)),
    )
    side: Tone = "commercial" if macro and linker.atlas.is_commercial(macro.area) else "support"
    return Header(
        path=linker.page,
        title=micro.name,
        kind_label=words("kind.micro"),
        kind="micro",
        id=micro.id,
        lead=plain(micro.purpose),
        text=linker.prose(micro.purpose),
        crumbs=(linker.to(Address(PROCESSES), words("nav.processes")), linker.ref(micro.macro)),
        chips=(
            words.status(linker.atlas.status(micro)),
            *((Chip(words(f"area.{side}"), side),) if macro else ()),
            *((verdict,) if verdict else ()),
        ),
        facts=tuple(Fact(words(f"field.{key}"), value) for key, value in given if value),
        source=linker.atlas.source(micro.id),
    )


def _volumes(linker: Linker, micro: Micro) -> Cell:
    rates = [step.volume for step in micro.steps if isinstance(step, StartStep) and step.volume]
    return (" + ".join(linker.wording.rate(rate) for rate in rates),) if rates else ()


def _step_lines(linker: Linker, micro: Micro, arrows: tuple[Arrow, ...]) -> tuple[StepLine, ...]:
    lanes = lanes_of(linker, micro)
    leaving: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        leaving.setdefault(arrow.source, []).append(arrow)
    return tuple(_step_line(linker, micro, step, lanes[step.id], leaving.get(step.id, [])) for step in micro.steps)


def _step_line(linker: Linker, micro: Micro, step: StepBase, lane: str, leaving: list[Arrow]) -> StepLine:
    words = linker.wording
    kind = step_kind_of(step)
    itos = linker.atlas.itos_of_step(f"{micro.id}/{step.id}")
    text = step_text(step) or (words.word("join", step.join) if isinstance(step, JoinStep) else "")
    who = linker.refs(step.approvers) if isinstance(step, ApprovalStep) else linker.optional(lane)
    return StepLine(
        anchor=part_fragment(step.id),
        id=step.id,
        kind=kind,
        kind_label=words.word("step_kind", kind),
        text=text,
        description=linker.prose(step.description),
        lane=who,
        details=_details(linker, step),
        time=_time(linker, step),
        marks=_marks(linker, step),
        itos=tuple(linker.part(f"{ito.id}/{activity}") for ito, activity, _name in itos),
        following=tuple(_following(linker, micro, arrow) for arrow in leaving),
    )


def _following(linker: Linker, micro: Micro, arrow: Arrow) -> NextStep:
    rework = arrow.rework
    bound = linker.wording("flow.rework", max=rework.max, then=rework.then, why=rework.why) if rework else ""
    return NextStep(linker.part(f"{micro.id}/{arrow.target}"), arrow.label, arrow.share, bound)


def _details(linker: Linker, step: StepBase) -> tuple[Fact, ...]:
    words = linker.wording
    found: list[tuple[str, Cell]] = []
    for key, name in (
        ("senders", "senders"),
        ("receives", "receives"),
        ("inputs", "in"),
        ("reads", "reads"),
        ("outputs", "out"),
        ("documents", "waits_for"),
        ("sends", "sends"),
        ("returns", "returns"),
        ("delivers_to", "delivers_to"),
        ("informs", "informs"),
        ("consulted", "consulted"),
        ("informed", "informed"),
        ("pauses", "pauses"),
    ):
        found.append((name, linker.refs(getattr(step, key, ()))))
    for key in ("source", "to_process", "system", "control", "ola", "decision", "attached_to", "about", "accountable"):
        value = getattr(step, key, None)
        if value:
            local = key in ("attached_to", "about")
            found.append((key, (Code(value),) if local else linker.optional(value)))
    if isinstance(step, StartStep) and step.cadence:
        found.append(("cadence", (words.cadence(step.cadence),)))
    if isinstance(step, StartStep) and step.channel:
        found.append(("channel", (words.word("channel", step.channel),)))
    if isinstance(step, StartStep) and step.volume:
        found.append(("volume", (words.rate(step.volume),)))
    return tuple(Fact(words(f"step.{key}"), value) for key, value in found if value)


def _time(linker: Linker, step: StepBase) -> Cell:
    words = linker.wording
    if isinstance(step, WaitStep):
        return (words.duration(step.after or step.max),) if step.after or step.max else ()
    time = getattr(step, "time", None)
    if time is None:
        return ()
    parts = []
    if time.work:
        parts.append(words("step.work", time=words.duration(time.work)))
    if time.max:
        parts.append(words("step.max", time=words.duration(time.max)))
    return tuple(parts)


def _marks(linker: Linker, step: StepBase) -> tuple[Chip, ...]:
    words = linker.wording
    marks: list[Chip] = []
    if isinstance(step, TaskStep) and step.automatic:
        marks.append(Chip(words("mark.automatic"), "accent"))
    crm = getattr(step, "crm", None)
    if crm:
        label = f"CRM: {crm.stage}" + (f" · {crm.probability}%" if crm.probability is not None else "")
        marks.append(Chip(label, "good" if crm.won else "bad" if crm.lost else "busy"))
    if isinstance(step, EndStep) and step.cancels_all:
        marks.append(Chip(words("mark.cancels_all"), "warn"))
    if isinstance(step, ApprovalStep) and len(step.approvers) > 1:
        marks.append(Chip(words.word("needs", step.needs)))
    return tuple(marks)


def _raci(linker: Linker, micro: Micro) -> Table:
    found = tuple(duties(linker.atlas.graph, linker.atlas.flow(micro)))
    parties = distinct(party for duty in found for party in duty.letters)
    columns = (linker.wording("field.step"), *(linker.name(party) for party in parties))
    rows = tuple(
        Row(
            (
                (linker.part(f"{micro.id}/{duty.step.id}"),),
                *(
                    tuple(_letter(letter) for letter in duty.letters.get(party, "").split("/") if letter)
                    for party in parties
                ),
            )
        )
        for duty in found
    )
    return Table(columns, rows)


def _letter(letter: str) -> Chip:
    return Chip(letter, {"R": "good", "A": "accent", "C": "neutral", "I": "muted"}[letter])  # type: ignore[arg-type]  # tones


def _around(linker: Linker, micro: Micro) -> tuple[Fact, ...]:
    words = linker.wording
    named: dict[Kind, list[str]] = {}
    for reference in references(micro):
        kind = None if reference.is_local else kind_of(reference.element)
        if kind and reference.element not in named.get(kind, ()):
            named.setdefault(kind, []).append(reference.element)
    shown = (Kind.DOCUMENT, Kind.FORM, Kind.SYSTEM, Kind.KPI, Kind.SLA, Kind.POLICY, Kind.CONTROL)
    facts = [Fact(words.word("kinds", kind.name.lower()), linker.refs(named[kind])) for kind in shown if kind in named]
    practices = [
        mention.source for mention in linker.atlas.mentions_of(micro.id) if kind_of(mention.source) is Kind.PRACTICE
    ]
    if practices:
        facts.append(Fact(words.word("kinds", "practice"), linker.refs(distinct(practices))))
    return tuple(facts)


def _issues(linker: Linker, micro: Micro) -> Section:
    words = linker.wording
    gaps = [gap for gap in linker.atlas.all(Gap) if gap.step.partition("/")[0] == micro.id]
    rows = tuple(
        Row(
            (
                (linker.ref(gap.id),),
                (linker.part(gap.step),),
                gap_chips(linker, gap),
                linker.prose(gap.action),
                (linker.ref(gap.owner),),
            )
        )
        for gap in gaps
    )
    columns = tuple(words(f"field.{key}") for key in ("issue", "step", "status", "action", "owner"))
    return Section("issues", words("section.issues"), tables=(Table(columns, rows),))


def _neighbours(linker: Linker, micro: Micro) -> tuple[Ref | None, Ref | None]:
    chain = [item.id for macro in linker.atlas.macros for item in linker.atlas.micros_of(macro.id)]
    if micro.id not in chain:
        return None, None
    index = chain.index(micro.id)
    before = linker.ref(chain[index - 1]) if index else None
    after = linker.ref(chain[index + 1]) if index + 1 < len(chain) else None
    return before, after
