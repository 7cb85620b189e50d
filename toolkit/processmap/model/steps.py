"""The steps of a flow, one model per step kind (BPMN 2.0 in the words of a consultant).

The key that carries a step's text says its kind: `task: Montar proposta`. The kind is chosen before
validation, by `step_kind`, because a plain union reports the errors of every kind at once.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from processmap.values.authored import Authored
from processmap.values.durations import DurationField
from processmap.values.ids import (
    ApproverRef,
    ControlRef,
    DocumentRef,
    ExternalRef,
    LaneRef,
    LocalStepRef,
    PolicyOutputRef,
    ProcessRef,
    RoleRef,
    SlaRef,
    SystemRef,
    TriggerRef,
)
from processmap.values.numbers import Boolean, Count
from processmap.values.percents import PercentField
from processmap.values.rates import Cadence, RateField
from processmap.values.texts import LongText, Text

STEP_ID = LocalStepRef


class Channel(StrEnum):
    """The way by which a request comes in."""

    PHONE = "phone"
    MAIL = "mail"
    PORTAL = "portal"
    MOBILE = "mobile"
    CHAT = "chat"
    VISIT = "visit"
    SYSTEM = "system"
    PAPER = "paper"


class Rework(Authored):
    """The bound of a path that goes back."""

    max: Count = Field(description="How often one case may take this path.")
    then: LocalStepRef = Field(description="Where the case goes once the bound is used up.")
    why: Text = Field(description="Why work is done again.")


class StepTime(Authored):
    """Effort and promised elapsed time of one step."""

    work: DurationField | None = Field(default=None, description="Effort, such as 20 min.")
    max: DurationField | None = Field(default=None, description="Longest elapsed time promised, such as 1 bd.")


class CrmStage(Authored):
    """The stage of the CRM object once this step is reached."""

    object: Text | None = Field(default=None, description="CRM object; without it the opportunity.")
    record_type: Text | None = Field(default=None, description="Record type of the object.")
    stage: Text = Field(description="Name of the stage.")
    probability: Count | None = Field(default=None, description="Probability of winning, 0 to 100.")
    won: Boolean = Field(default=False, description="The stage that counts as won.")
    lost: Boolean = Field(default=False, description="A stage that counts as lost.")


class ConditionalPath(Authored):
    """A labelled exit of a choice, of options or of an approval."""

    when: Text = Field(description="Label of the path.")
    to: LocalStepRef = Field(description="Step that follows.")
    share: PercentField | None = Field(default=None, description="Share of the cases that take it.")
    rework: Rework | None = Field(default=None, description="Bound, for a path that goes back.")


class ParallelPath(Authored):
    """One branch of a parallel block."""

    to: LocalStepRef = Field(description="First step of the branch.")


class OutcomePath(Authored):
    """What happens after the other process has ended in one of its ways."""

    outcome: LocalStepRef = Field(description="End of the other process, such as E90.")
    returns: tuple[DocumentRef, ...] = Field(default=(), description="Documents that come back with it.")
    to: LocalStepRef = Field(description="Step that follows.")
    share: PercentField | None = Field(default=None, description="Share of the cases that end so.")
    rework: Rework | None = Field(default=None, description="Bound, for a path that goes back.")


class WaitPath(Authored):
    """A way out of a wait: an answer (`when`) or the end of patience (`after`)."""

    when: Text | None = Field(default=None, description="The answer that arrives.")
    after: DurationField | None = Field(default=None, description="The time after which nobody waits any longer.")
    to: LocalStepRef = Field(description="Step that follows.")
    share: PercentField | None = Field(default=None, description="Share of the cases that go this way.")
    rework: Rework | None = Field(default=None, description="Bound, for a path that goes back.")


class StepBase(Authored):
    """What every step has."""

    id: STEP_ID = Field(description="Local id, by tens and never reused: T20.")
    lane: LaneRef | None = Field(
        default=None, description="Who does it; control steps take the lane of the step before."
    )
    description: LongText | None = Field(default=None, description="More about the step, for the reader.")


class FlowingStep(StepBase):
    """A step that is followed by another one."""

    to: LocalStepRef | None = Field(default=None, description="Step that follows; without it the next in the list.")
    rework: Rework | None = Field(default=None, description="Bound, when `to` goes back.")


class WorkKeys(StepBase):
    """What work has: documents, system, time, control, RACI."""

    inputs: tuple[DocumentRef, ...] = Field(
        default=(), alias="in", description="Documents handed over by earlier steps."
    )
    outputs: tuple[DocumentRef, ...] = Field(default=(), alias="out", description="Documents made here.")
    reads: tuple[DocumentRef, ...] = Field(default=(), description="Standing documents consulted here.")
    delivers_to: tuple[ExternalRef, ...] = Field(default=(), description="Externals that get what is made here.")
    system: SystemRef | None = Field(default=None, description="System in which it is done.")
    time: StepTime | None = Field(default=None, description="Effort and longest elapsed time.")
    control: ControlRef | None = Field(default=None, description="Control exercised here.")
    crm: CrmStage | None = Field(default=None, description="CRM stage reached with this step.")
    accountable: RoleRef | None = Field(default=None, description="RACI A, where it is not the owner of the micro.")
    consulted: tuple[RoleRef, ...] = Field(default=(), description="RACI C.")
    informed: tuple[RoleRef, ...] = Field(default=(), description="RACI I.")


class StartStep(FlowingStep):
    """A way in."""

    start: Text = Field(description="What has happened when the process begins.")
    senders: tuple[TriggerRef, ...] = Field(
        default=(), alias="from", description="Micros, steps or externals that may trigger it."
    )
    receives: tuple[DocumentRef, ...] = Field(default=(), description="Documents that come with the trigger.")
    channel: Channel | None = Field(default=None, description="Tells several starts of one external apart.")
    cadence: Cadence | None = Field(default=None, description="Rhythm of a start by the calendar.")
    volume: RateField | None = Field(default=None, description="Cases that come this way, such as 420/month.")


class TaskStep(WorkKeys, FlowingStep):
    """Work of one role, or of a system."""

    task: Text = Field(description="What is done: verb in the infinitive and object.")
    automatic: Boolean = Field(default=False, description="A system does it alone; it needs no ITO.")


class ApprovalStep(WorkKeys):
    """A yes or no by one or several roles."""

    approval: Text = Field(description="The question that is decided.")
    approvers: tuple[ApproverRef, ...] = Field(description="Roles or forums that decide.")
    needs: Literal["all", "any"] = Field(default="all", description="Whether all approvers or any one must agree.")
    paths: tuple[ConditionalPath, ...] = Field(description="Approved, rejected, and what follows.")


class ChoiceStep(StepBase):
    """Exactly one path (BPMN exclusive gateway)."""

    choice: Text = Field(description="The question that decides.")
    decision: PolicyOutputRef | None = Field(
        default=None, description="Output of the policy that decides: POL-COM-001/alcada."
    )
    paths: tuple[ConditionalPath, ...] = Field(description="The labelled ways out.")


class OptionsStep(StepBase):
    """One or more paths (BPMN inclusive gateway)."""

    options: Text = Field(description="What is decided; several paths may be taken.")
    paths: tuple[ConditionalPath, ...] = Field(description="The labelled ways out; shares need not sum to 100 %.")


class ParallelStep(StepBase):
    """All paths (BPMN parallel gateway)."""

    parallel: Text = Field(description="What is done side by side.")
    paths: tuple[ParallelPath, ...] = Field(description="The branches.")


class JoinStep(FlowingStep):
    """Branches come together."""

    join: Literal["all", "any"] = Field(description="all waits for every opened branch; any is an exclusive merge.")
    name: Text | None = Field(default=None, description="Name, where the picture needs one.")


class HandoffStep(FlowingStep):
    """Asks another process, of another owner, under an internal SLA (OLA)."""

    handoff: Text = Field(description="What is asked for.")
    to_process: ProcessRef = Field(description="The micro that is asked, or one of its starts.")
    sends: tuple[DocumentRef, ...] = Field(
        default=(), description="Documents handed over; equal to what the start receives."
    )
    returns: tuple[DocumentRef, ...] = Field(
        default=(), description="Documents that come back; with them the flow waits."
    )
    ola: SlaRef | None = Field(default=None, description="Internal SLA under which it is done.")
    paths: tuple[OutcomePath, ...] = Field(default=(), description="One per end of the other process.")
    crm: CrmStage | None = Field(default=None, description="CRM stage reached with this step.")


class CallStep(FlowingStep):
    """Runs another micro of the same owner as part of this one."""

    call: Text = Field(description="What is run.")
    to_process: ProcessRef = Field(description="The micro that is run, or one of its starts.")
    sends: tuple[DocumentRef, ...] = Field(default=(), description="Documents handed in.")
    returns: tuple[DocumentRef, ...] = Field(default=(), description="Documents that come back.")
    paths: tuple[OutcomePath, ...] = Field(default=(), description="One per end of the other process.")


class WaitStep(FlowingStep):
    """Waits for a time, a document or an answer; alone, or on the border of a task."""

    wait: Text = Field(description="What is waited for.")
    after: DurationField | None = Field(default=None, description="How long.")
    documents: tuple[DocumentRef, ...] = Field(default=(), alias="for", description="Documents that are waited for.")
    source: TriggerRef | None = Field(default=None, alias="from", description="Who answers: an external or a micro.")
    outputs: tuple[DocumentRef, ...] = Field(default=(), alias="out", description="Documents that the answer brings.")
    max: DurationField | None = Field(default=None, description="Longest time it can take, where no path says so.")
    pauses: tuple[SlaRef, ...] = Field(default=(), description="SLAs whose clock stands still meanwhile.")
    paths: tuple[WaitPath, ...] = Field(default=(), description="Answers and the end of patience.")
    attached_to: LocalStepRef | None = Field(default=None, description="The task on whose border it stands.")
    interrupts: Boolean = Field(default=True, description="Attached: whether the task is broken off when it fires.")
    informs: tuple[RoleRef, ...] = Field(default=(), description="Attached: roles that are told.")


class ExceptionStep(FlowingStep):
    """What can go wrong in a task."""

    exception: Text = Field(description="What has gone wrong.")
    attached_to: LocalStepRef = Field(description="The task in which it happens.")
    source: TriggerRef | None = Field(default=None, alias="from", description="Who reports it.")
    share: PercentField | None = Field(default=None, description="Share of the cases in which it happens.")


class NoteStep(StepBase):
    """A remark about a step."""

    note: LongText = Field(description="The remark.")
    about: LocalStepRef = Field(description="The step it is about.")


class EndStep(StepBase):
    """A way out."""

    end: Text = Field(description="What has been reached.")
    to_process: ProcessRef | None = Field(
        default=None, description="The process that begins here, or one of its starts."
    )
    sends: tuple[DocumentRef, ...] = Field(default=(), description="Documents handed over to it.")
    returns: tuple[DocumentRef, ...] = Field(default=(), description="Documents given back to whoever asked.")
    ola: SlaRef | None = Field(default=None, description="Internal SLA under which it goes on.")
    delivers_to: tuple[ExternalRef, ...] = Field(default=(), description="Externals that get the result.")
    crm: CrmStage | None = Field(default=None, description="CRM stage reached with this end.")
    cancels_all: Boolean = Field(default=False, description="Stops the branches that still run.")


STEP_MODELS: Mapping[str, type[StepBase]] = {
    "start": StartStep,
    "task": TaskStep,
    "approval": ApprovalStep,
    "choice": ChoiceStep,
    "options": OptionsStep,
    "parallel": ParallelStep,
    "join": JoinStep,
    "handoff": HandoffStep,
    "call": CallStep,
    "wait": WaitStep,
    "exception": ExceptionStep,
    "note": NoteStep,
    "end": EndStep,
}
"""The model of each step kind, by the key that carries its text."""
_KINDS: Mapping[type, str] = {model: kind for kind, model in STEP_MODELS.items()}


def step_kind(step: Any) -> str:
    """Returns the key that says a step's kind.

    Raises:
        PydanticCustomError: of type `step_not_mapping`, `step_without_kind` or `step_with_several_kinds`
            (context: `found`, the keys).
    """
    known = _KINDS.get(type(step))
    if known is not None:
        return known
    if not isinstance(step, dict):
        raise PydanticCustomError("step_not_mapping", "a step is a mapping")
    found = [key for key in step if key in STEP_MODELS]
    if not found:
        raise PydanticCustomError("step_without_kind", "no key says the kind of this step")
    if len(found) > 1:
        raise PydanticCustomError("step_with_several_kinds", "several kinds: {found}", {"found": ", ".join(found)})
    return str(found[0])


Step: TypeAlias = Annotated[
    Annotated[StartStep, Tag("start")]
    | Annotated[TaskStep, Tag("task")]
    | Annotated[ApprovalStep, Tag("approval")]
    | Annotated[ChoiceStep, Tag("choice")]
    | Annotated[OptionsStep, Tag("options")]
    | Annotated[ParallelStep, Tag("parallel")]
    | Annotated[JoinStep, Tag("join")]
    | Annotated[HandoffStep, Tag("handoff")]
    | Annotated[CallStep, Tag("call")]
    | Annotated[WaitStep, Tag("wait")]
    | Annotated[ExceptionStep, Tag("exception")]
    | Annotated[NoteStep, Tag("note")]
    | Annotated[EndStep, Tag("end")],
    Discriminator(step_kind),
]
"""Any step; match on the class."""
