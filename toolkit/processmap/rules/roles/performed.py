"""The tasks that people do, and in which role."""

from processmap.model.organisation import Role
from processmap.model.steps import TaskStep
from processmap.rules.roles.steps import Placed, steps_of_kind
from processmap.rules.rule import RuleContext


def performed(context: RuleContext) -> tuple[tuple[str, Placed[TaskStep]], ...]:
    """Returns the tasks in lanes of roles, those of systems left out, each after its role; in document order."""
    return context.shared(_collected)


def _collected(context: RuleContext) -> tuple[tuple[str, Placed[TaskStep]], ...]:
    roles = {role.id for role in context.graph.all(Role)}
    placed = ((task.lane, task) for task in steps_of_kind(context, TaskStep) if not task.step.automatic)
    return tuple((lane, task) for lane, task in placed if lane in roles)
