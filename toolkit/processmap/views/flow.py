"""The flow of a micro as a picture and a table need it: lanes, steps, arrows."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.model.micro import Micro
from processmap.model.steps import (
    ApprovalStep,
    CallStep,
    ChoiceStep,
    EndStep,
    ExceptionStep,
    FlowingStep,
    HandoffStep,
    NoteStep,
    OptionsStep,
    ParallelStep,
    Rework,
    StepBase,
    WaitStep,
)
from processmap.views.wording import Wording

_BRANCHING = (ApprovalStep, ChoiceStep, OptionsStep, ParallelStep, HandoffStep, CallStep, WaitStep)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from one step to another of the same micro."""

    source: str
    target: str
    label: str = ""
    share: str = ""
    rework: Rework | None = None
    """Bound of a way back."""
    is_attached: bool = False
    """Whether it leaves a wait or an exception on a task's border."""


def lanes_of(micro: Micro) -> dict[str, str]:
    """The lane of each step; a step that writes none takes that of the item before or of its task."""
    lanes: dict[str, str] = {}
    before = ""
    for step in micro.steps:
        before = _lane(step, lanes, before) or before
        lanes[step.id] = before
    return lanes


def lane_order(micro: Micro) -> tuple[str, ...]:
    """Lanes from top to bottom: as listed, then as they come."""
    used = [lane for lane in lanes_of(micro).values() if lane]
    return tuple(dict.fromkeys((*micro.lanes, *used)))


def arrows_of(micro: Micro, wording: Wording) -> tuple[Arrow, ...]:
    """Every arrow in the order of the steps and their paths."""
    return tuple(arrow for index in range(len(micro.steps)) for arrow in _arrows(micro, index, wording))


def is_attached(step: StepBase) -> bool:
    """Whether a step stands on the border of a task."""
    return isinstance(step, ExceptionStep) or (isinstance(step, WaitStep) and step.attached_to is not None)


def _lane(step: StepBase, lanes: dict[str, str], before: str) -> str:
    if step.lane:
        return step.lane
    if isinstance(step, ApprovalStep) and step.approvers:
        return step.approvers[0]
    attached_to = getattr(step, "attached_to", None) or getattr(step, "about", None)
    return lanes.get(attached_to, before) if attached_to else before


def _arrows(micro: Micro, index: int, wording: Wording) -> Iterator[Arrow]:
    step = micro.steps[index]
    if isinstance(step, NoteStep | EndStep):
        return
    paths = step.paths if isinstance(step, _BRANCHING) else ()
    for path in paths:
        label = _label(path, wording)
        share = wording.percent(getattr(path, "share", None))
        yield Arrow(step.id, path.to, label, share, getattr(path, "rework", None), is_attached(step))
    if paths or not isinstance(step, FlowingStep):
        return
    target = step.to or (None if _only_warns(step) else _next(micro, index))
    if target:
        share = wording.percent(step.share) if isinstance(step, ExceptionStep) else ""
        yield Arrow(step.id, target, "", share, step.rework, is_attached(step))


def _only_warns(step: StepBase) -> bool:
    return isinstance(step, WaitStep) and step.attached_to is not None and not step.interrupts


def _next(micro: Micro, index: int) -> str | None:
    for step in micro.steps[index + 1 :]:
        if not isinstance(step, NoteStep) and not is_attached(step):
            return step.id
    return None


def _label(path: object, wording: Wording) -> str:
    when = getattr(path, "when", None)
    if when:
        return str(when)
    after = getattr(path, "after", None)
    if after:
        return wording("flow.after", time=wording.duration(after))
    outcome = getattr(path, "outcome", None)
    return wording("flow.outcome", end=outcome) if outcome else ""
