"""Where what is approved comes from: who asks for an approval."""

from collections.abc import Iterator

from processmap.graph import Flow
from processmap.model.steps import ApprovalStep, CallStep, HandoffStep, StartStep, Step, TaskStep, WaitStep

OUTSIDE = ""
"""Stands for whoever asks from outside the flow: another process, an external, a system."""


def alone_asking(flow: Flow, approval: ApprovalStep) -> str:
    """Returns the lane from which alone everything comes that is approved; `OUTSIDE` if there are more.

    It is that of the steps before it that make the documents under its `in`; an approval without documents is
    asked for by the nearest steps before it.
    """
    if not approval.inputs:
        return _only({_lane(flow, step) for step in _nearest(flow, approval)})
    makers = [[step for step in flow.micro.steps if document in _made(step)] for document in approval.inputs]
    lanes = {_lane(flow, step) for steps in makers for step in steps}
    if not lanes & set(approval.approvers):  # The walk below is only worth while if an approver made anything.
        return OUTSIDE
    before = flow.reaching(approval.id)
    found: set[str] = set()
    for steps in makers:
        found.update([_lane(flow, step) for step in steps if step.id in before] or [OUTSIDE])
    return _only(found)


def _only(lanes: set[str]) -> str:
    return next(iter(lanes)) if len(lanes) == 1 else OUTSIDE


def _made(step: Step) -> tuple[str, ...]:
    match step:
        case TaskStep() | WaitStep():
            return tuple(step.outputs)
        case StartStep():
            return tuple(step.receives)
        case HandoffStep() | CallStep():
            return (*step.returns, *(document for path in step.paths for document in path.returns))
        case _:
            return ()


def _lane(flow: Flow, step: Step) -> str:
    is_by_people = isinstance(step, TaskStep) and not step.automatic
    return (flow.lanes[step.id] or OUTSIDE) if is_by_people else OUTSIDE


def _nearest(flow: Flow, approval: ApprovalStep) -> Iterator[Step]:
    """Yields the nearest steps before an approval at which something is made or comes in."""
    seen: set[str] = {approval.id}
    queue: list[str] = [approval.id]
    for step_id in queue:
        for arrow in flow.incoming[step_id]:
            source = flow.host(arrow.source)
            if source in seen or arrow in flow.back:
                continue
            seen.add(source)
            step = flow.steps[source]
            if isinstance(step, TaskStep | StartStep | HandoffStep | CallStep | WaitStep):
                yield step
            else:
                queue.append(source)
