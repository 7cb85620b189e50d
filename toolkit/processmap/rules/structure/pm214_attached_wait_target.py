"""PM214: a wait or an exception attached to something that cannot be interrupted."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.steps import CallStep, ExceptionStep, TaskStep, WaitStep
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros
from processmap.rules.steps_of_micro import step_by_id, step_location

RULE = Rule("PM214", "attached-wait-target", Severity.ERROR, since="0.1.0", tags=("flow",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields attached steps whose host is neither a task nor a call; a host that does not exist is a PM205."""
    for micro in live_micros(context):
        for index, step in enumerate(micro.steps):
            if not isinstance(step, WaitStep | ExceptionStep) or step.attached_to is None:
                continue
            host = step_by_id(micro, step.attached_to)
            if host is None or isinstance(host, TaskStep | CallStep):
                continue
            names = {"step": step_named(step), "host": step_named(host), "micro": named(micro.id, micro.name)}
            yield Problem(
                RULE.code,
                Message.of("PM214.message", **names),
                Location(micro.id, ("steps", index, "attached_to")),
                hint=Message.of("PM214.hint"),
                related=(Remark(step_location(micro, host.id), Message.of("PM214.host")),),
            )
