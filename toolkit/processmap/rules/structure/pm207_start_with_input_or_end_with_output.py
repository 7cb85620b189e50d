"""PM207: a way that leads to a start."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Arrow, Flow
from processmap.i18n import Message
from processmap.model.steps import StartStep
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_flows
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM207", "start-with-input-or-end-with-output", Severity.ERROR, since="0.1.0", tags=("flow",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields arrows into a start. An end takes no `to` or paths (PM101), so nothing can come after one."""
    for flow in live_flows(context):
        for arrow in flow.arrows:
            if type(flow.steps[arrow.target]) is StartStep:
                yield _problem(flow, arrow)


def _problem(flow: Flow, arrow: Arrow) -> Problem:
    source, start = (step_named(flow.steps[step]) for step in (arrow.source, arrow.target))
    hint = Message.of("PM207.hint_named", start=start)
    at = Location(flow.micro.id, arrow.path)
    if arrow.is_next_item:
        hint = Message.of("PM207.hint", source=source)
        at = step_location(flow.micro, arrow.source)
    return Problem(
        RULE.code,
        Message.of("PM207.message", source=source, start=start, micro=named(flow.micro.id, flow.micro.name)),
        at,
        hint=hint,
        related=(Remark(step_location(flow.micro, arrow.target), Message.of("PM207.start_here")),),
    )
