"""PM502: a task of a published process that no ITO instructs."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Severity
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.organisation import Role
from processmap.model.steps import TaskStep
from processmap.rules.naming import element_name, named
from processmap.rules.roles.instructed import instructions
from processmap.rules.roles.performed import performed
from processmap.rules.roles.steps import Placed
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.unread import Unread

RULE = Rule("PM502", "task-without-ito", Severity.ERROR, since="0.1.0", tags=("roles", "ito"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the tasks of people in published micros that no activity does; what systems do needs none."""
    by_task = instructions(context).by_task
    unread = Unread(context.map)
    for role, task in performed(context):
        if task.id in by_task or context.map.elements[task.flow.micro.id].status is not Status.PUBLISHED:
            continue
        if not unread.may_mention(task.id):
            yield _problem(context, role, task)


def _problem(context: RuleContext, role: str, task: Placed[TaskStep]) -> Problem:
    name = named(role, element_name(context.graph.model(role, Role)))
    own = next((ito for ito in instructions(context).itos if ito.role == role), None)
    hint = Message.of("PM502.hint_new", role=role, step=task.id)
    if own:
        hint = Message.of("PM502.hint", ito=named(own.id, own.name), step=task.id)
    return Problem(RULE.code, Message.of("PM502.message", **task.names, role=name), task.at, hint=hint)
