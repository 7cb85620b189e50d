"""PM501: work that says nobody who does it."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Severity
from processmap.i18n import Message
from processmap.model.steps import ApprovalStep, HandoffStep, TaskStep
from processmap.rules.roles.steps import Placed, steps_of_kind
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind

RULE = Rule("PM501", "task-without-lane", Severity.ERROR, since="0.1.0", tags=("roles",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields tasks, hand-offs and approvals without a lane; an approval stands in that of its first approver."""
    for task in steps_of_kind(context, TaskStep):
        if task.step.lane is None:
            yield _problem(task, "PM501.message")
    for handoff in steps_of_kind(context, HandoffStep):
        if handoff.step.lane is None:
            yield _problem(handoff, "PM501.message")
    for approval in steps_of_kind(context, ApprovalStep):
        if approval.step.lane is None and not _has_role(approval.step):
            yield _problem(approval, "PM501.approval")


def _has_role(approval: ApprovalStep) -> bool:
    return any(approver.startswith(f"{Kind.ROLE}-") for approver in approval.approvers)


def _problem(placed: Placed[TaskStep] | Placed[HandoffStep] | Placed[ApprovalStep], key: str) -> Problem:
    drawn = placed.lane
    return Problem(
        RULE.code,
        Message.of(key, **placed.names),
        placed.at,
        hint=Message.of("PM501.hint_lane", lane=drawn) if drawn else Message.of("PM501.hint"),
    )
