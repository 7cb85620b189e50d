"""PM504: an ITO instructs work of another role."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Remark, Severity
from processmap.graph import Flow
from processmap.i18n import Message
from processmap.model.organisation import Role
from processmap.model.steps import ApprovalStep, Step, TaskStep
from processmap.rules.naming import element_name, listed, named, step_named
from processmap.rules.roles.instructed import Instruction, instructions
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM504", "ito-role-differs-from-lane", Severity.ERROR, since="0.1.0", tags=("roles", "ito"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields activities that do a task in the lane of another role, or an approval that another role decides."""
    for task, found in instructions(context).by_task.items():
        micro_id, _, step_id = task.partition("/")
        flow = context.graph.flow(micro_id)
        step = flow.steps.get(step_id) if flow else None
        if flow is None or not isinstance(step, TaskStep | ApprovalStep):
            continue
        others = [instruction for instruction in found if instruction.ito.role != flow.lanes[step_id]]
        if not others:
            continue
        doing = _doing(context, flow, step)
        if not doing or not all(context.graph.element(party) for party in doing):
            continue
        for instruction in others:
            if instruction.ito.role not in doing and context.graph.element(instruction.ito.role):
                yield _problem(context, flow, step, doing, instruction)


def _members(context: RuleContext) -> dict[str, tuple[str, ...]]:
    """Roles by area."""
    found: dict[str, tuple[str, ...]] = {}
    for role in context.graph.all(Role):
        found[role.area] = (*found.get(role.area, ()), role.id)
    return found


def _doing(context: RuleContext, flow: Flow, step: TaskStep | ApprovalStep) -> tuple[str, ...]:
    """Roles that may be instructed; in the lane of an area, any role of the area (PM516 asks for the role)."""
    lane = flow.lanes[step.id]
    approvers = tuple(str(role) for role in step.approvers) if isinstance(step, ApprovalStep) else ()
    parties = tuple(dict.fromkeys((*((lane,) if lane else ()), *approvers)))
    members = context.shared(_members)
    return (*parties, *(role for party in parties for role in members.get(party, ())))


def _problem(context: RuleContext, flow: Flow, step: Step, doing: tuple[str, ...], instruction: Instruction) -> Problem:
    micro, ito = flow.micro, instruction.ito
    return Problem(
        RULE.code,
        Message.of(
            "PM504.message",
            activity=instruction.activity_name,
            role=_name(context, ito.role),
            step=step_named(step),
            micro=named(micro.id, micro.name),
            doing=listed(_name(context, party) for party in doing),
        ),
        instruction.at,
        hint=Message.of("PM504.hint", role=ito.role, ito=ito.id),
        related=(Remark(step_location(micro, step.id), Message.of("PM504.step")),),
    )


def _name(context: RuleContext, party: str) -> str:
    element = context.graph.element(party)
    return named(party, element_name(element.model) if element else None)
