"""PM514: a lane is listed and nothing happens in it."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.graph import Flow
from processmap.i18n import Message
from processmap.model.steps import EndStep, ExceptionStep, StartStep, Step, WaitStep, WorkKeys
from processmap.rules.naming import element_name, named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_flows

RULE = Rule("PM514", "lane-not-used", Severity.WARNING, since="0.1.0", tags=("roles", "flow"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields listed lanes without a step; an external takes part as well by sending or getting something."""
    for flow in live_flows(context):
        if not flow.micro.lanes:
            continue
        used = set(flow.lanes.values())
        for index, lane in enumerate(flow.micro.lanes):
            if lane not in used and not any(lane in _outside(step) for step in flow.micro.steps):
                yield _problem(context, flow, index, lane)


def _outside(step: Step) -> tuple[str, ...]:
    """Externals that a step hears from or delivers to."""
    match step:
        case StartStep():
            return tuple(step.senders)
        case WaitStep() | ExceptionStep():
            return (step.source,) if step.source else ()
        case EndStep() | WorkKeys():
            return tuple(step.delivers_to)
        case _:
            return ()


def _problem(context: RuleContext, flow: Flow, index: int, lane: str) -> Problem:
    element = context.graph.element(lane)
    name = named(lane, element_name(element.model) if element else None)
    message = Message.of("PM514.message", lane=name, micro=named(flow.micro.id, flow.micro.name))
    return Problem(RULE.code, message, Location(flow.micro.id, ("lanes", index)), hint=Message.of("PM514.hint"))
