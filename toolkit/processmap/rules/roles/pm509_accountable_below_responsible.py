"""PM509: who answers for a task reports to the one who does it."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph.raci import accountable
from processmap.i18n import Message
from processmap.model.organisation import Role
from processmap.model.steps import TaskStep
from processmap.rules.naming import element_name, listed, named, step_named
from processmap.rules.roles.performed import performed
from processmap.rules.roles.reporting import superiors
from processmap.rules.roles.steps import Placed
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM509", "accountable-below-responsible", Severity.WARNING, since="0.1.0", tags=("roles", "raci"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields tasks whose A reports to their R; one finding per micro and role where it is the owner who answers."""
    under_owner: dict[tuple[str, str], list[Placed[TaskStep]]] = {}
    for doing, task in performed(context):
        answering = accountable(context.graph, task.flow, task.step)[0]
        if doing == answering or doing not in superiors(context, answering):
            continue
        if task.step.accountable:
            yield _written(context, doing, task)
        else:
            under_owner.setdefault((task.flow.micro.id, doing), []).append(task)
    for (_, role), tasks in under_owner.items():
        yield _by_owner(context, role, tasks)


def _written(context: RuleContext, doing: str, task: Placed[TaskStep]) -> Problem:
    assert task.step.accountable
    names = {"accountable": _role(context, task.step.accountable), "responsible": _role(context, doing)}
    return Problem(
        RULE.code,
        Message.of("PM509.message", **task.names, **names),
        Location(task.flow.micro.id, ("steps", task.index, "accountable")),
        hint=Message.of("PM509.hint", role=doing),
        related=(Remark(task.at, Message.of("PM509.task")),),
    )


def _by_owner(context: RuleContext, doing: str, tasks: list[Placed[TaskStep]]) -> Problem:
    micro = tasks[0].flow.micro
    names = {"accountable": _role(context, micro.owner), "responsible": _role(context, doing)}
    steps = listed(step_named(task.step) for task in tasks)
    return Problem(
        RULE.code,
        Message.of("PM509.owner", steps=steps, micro=named(micro.id, micro.name), **names),
        Location(micro.id, ("owner",)),
        hint=Message.of("PM509.hint_owner", role=doing),
        related=tuple(Remark(task.at, Message.of("PM509.task")) for task in tasks),
    )


def _role(context: RuleContext, role: str) -> str:
    return named(role, element_name(context.graph.model(role, Role)))
