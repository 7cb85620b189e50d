"""PM515: two ITOs instruct the same task."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.steps import ApprovalStep
from processmap.rules.naming import named, step_named
from processmap.rules.roles.instructed import Instruction, instructions
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM515", "two-itos-for-one-task", Severity.ERROR, since="0.1.0", tags=("ito",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the second ITO of a task; the roles that decide one approval may each have theirs."""
    for task, found in instructions(context).by_task.items():
        if len(found) == 1:
            continue
        first = found[0]
        for other in found[1:]:
            if other.ito.id == first.ito.id or (_is_approval(context, task) and other.ito.role != first.ito.role):
                continue
            yield _problem(context, first, other)


def _is_approval(context: RuleContext, task: str) -> bool:
    micro_id, _, step_id = task.partition("/")
    flow = context.graph.flow(micro_id)
    return flow is not None and isinstance(flow.steps.get(step_id), ApprovalStep)


def _problem(context: RuleContext, first: Instruction, other: Instruction) -> Problem:
    micro_id, _, step_id = other.task.partition("/")
    flow = context.graph.flow(micro_id)
    step = flow.steps.get(step_id) if flow else None
    return Problem(
        RULE.code,
        Message.of(
            "PM515.message",
            task=f"{micro_id}/{step_named(step)}" if step else other.task,
            other=other.activity_name,
            first=first.activity_name,
            first_ito=named(first.ito.id, first.ito.name),
        ),
        other.at,
        hint=Message.of("PM515.hint"),
        related=(Remark(first.at, Message.of("PM515.first")),),
    )
