"""PM505: a role has tasks and no ITO."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.organisation import Role
from processmap.model.steps import TaskStep
from processmap.rules.naming import listed, named
from processmap.rules.roles import pm502_task_without_ito
from processmap.rules.roles.instructed import instructions
from processmap.rules.roles.performed import performed
from processmap.rules.roles.steps import Placed
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.unread import Unread

RULE = Rule("PM505", "role-without-ito", Severity.WARNING, since="0.1.0", tags=("roles", "ito"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields roles that do tasks and have no ITO.

    Where PM502 accuses their tasks one by one, or PM504 the ITO of another role that instructs them, it is said there.
    """
    known = instructions(context)
    with_ito = known.roles
    accused = {problem.at for problem in context.problems(pm502_task_without_ito)}
    by_role: dict[str, list[Placed[TaskStep]]] = {}
    for role_id, task in performed(context):
        if role_id not in with_ito and task.id not in known.by_task:
            by_role.setdefault(role_id, []).append(task)
    unread = Unread(context.map)
    for role_id, tasks in by_role.items():
        role = context.graph.model(role_id, Role)
        if role and not any(task.at in accused for task in tasks) and not unread.may_mention(role_id):
            yield _problem(role, tasks)


def _problem(role: Role, tasks: list[Placed[TaskStep]]) -> Problem:
    key = "PM505.message" if len(tasks) == 1 else "PM505.many"
    return Problem(
        RULE.code,
        Message.of(key, role=named(role.id, role.name), count=len(tasks), tasks=listed(task.id for task in tasks)),
        Location(role.id),
        hint=Message.of("PM505.hint", role=role.id),
        related=(Remark(tasks[0].at, Message.of("PM505.task")),),
    )
