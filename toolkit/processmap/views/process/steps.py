"""The steps of a process as rows of a table."""

from dataclasses import dataclass

from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep, JoinStep, StepBase
from processmap.values.ids import Kind
from processmap.views.addresses import part_fragment
from processmap.views.atlas import distinct, kind_of
from processmap.views.flow import Arrow, arrows_of, lanes_of
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Fact, Ref
from processmap.views.process.anchors import step_here
from processmap.views.process.step_details import details_of, marks_of, time_of
from processmap.views.step_words import step_kind_of, step_text


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
    host: str
    """Id of the task on whose border it stands; empty for none."""
    roles: tuple[str, ...]
    """Ids of the roles whose business it is."""


def step_lines(linker: Linker, micro: Micro) -> tuple[StepLine, ...]:
    """Returns the steps of a process in authored order."""
    lanes = lanes_of(linker, micro)
    leaving: dict[str, list[Arrow]] = {}
    for arrow in arrows_of(linker, micro):
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
        details=details_of(linker, step),
        time=time_of(linker, step),
        marks=marks_of(linker, step),
        itos=tuple(linker.part(f"{ito.id}/{activity}") for ito, activity, _name in itos),
        following=tuple(_following(linker, micro, arrow) for arrow in leaving),
        host=getattr(step, "attached_to", None) or "",
        roles=roles_of(step, lane),
    )


def _following(linker: Linker, micro: Micro, arrow: Arrow) -> NextStep:
    rework = arrow.rework
    bound = linker.wording("flow.rework", max=rework.max, then=rework.then, why=rework.why) if rework else ""
    return NextStep(step_here(linker, micro, arrow.target), arrow.label, arrow.share, bound)


def roles_of(step: StepBase, lane: str) -> tuple[str, ...]:
    """The roles whose business a step is: that of its lane and those that approve."""
    approvers = step.approvers if isinstance(step, ApprovalStep) else ()
    return distinct(name for name in (lane, *approvers) if kind_of(name) is Kind.ROLE)
