"""PM605: an SLA's clock that stops before it starts, or is never stopped."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Flow
from processmap.i18n import Message
from processmap.model.services import Sla
from processmap.model.steps import StartStep
from processmap.rules.naming import named, step_named
from processmap.rules.provable import provable_flows
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_models
from processmap.timing import SlaClock, clock_of

RULE = Rule("PM605", "sla-clock-out-of-order", Severity.ERROR, since="0.1.0", tags=("sla", "flow"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields each stop that no start leads to, and each start that leads to no stop, on the way forward.

    A clock over several processes is not tested, nor one that the calendar starts.
    """
    slas = [model for _, model in live_models(context) if type(model) is Sla and model.clock]
    flows: dict[str, Flow] = {flow.micro.id: flow for flow in provable_flows(context)} if slas else {}
    for sla in slas:
        clock = clock_of(sla, flows)
        if clock and not any(_is_by_calendar(clock, start) for start in clock.starts):
            yield from _out_of_order(context, sla, clock)


def _is_by_calendar(clock: SlaClock, start: str) -> bool:
    step = clock.flow.steps[start]
    return isinstance(step, StartStep) and step.cadence is not None


def _out_of_order(context: RuleContext, sla: Sla, clock: SlaClock) -> Iterator[Problem]:
    after = {start: context.times.network(clock.flow).after(start) for start in clock.starts}
    for place, stop in enumerate(clock.stops):
        if not any(stop in following for following in after.values()):
            yield _problem(sla, clock, "stop", place, before=stop, behind=clock.starts[0])
    for place, start in enumerate(clock.starts):
        if after[start].isdisjoint(clock.stops) and any(
            stop in following for following in after.values() for stop in clock.stops
        ):
            yield _problem(sla, clock, "start", place, before=clock.stops[0], behind=start)


def _problem(sla: Sla, clock: SlaClock, key: str, place: int, *, before: str, behind: str) -> Problem:
    flow = clock.flow
    names = {
        "sla": named(sla.id, sla.name),
        "micro": named(flow.micro.id, flow.micro.name),
        "start": step_named(flow.steps[behind]),
        "stop": step_named(flow.steps[before]),
    }
    message = "same" if before == behind else key
    return Problem(
        RULE.code,
        Message.of(f"PM605.{message}", **names),
        Location(sla.id, ("clock", key, place)),
        hint=Message.of("PM605.hint"),
        related=tuple(
            Remark(Location(flow.micro.id, ("steps", flow.index[step], "id")), Message.of(f"PM605.{role}_here"))
            for role, step in (("start", behind), ("stop", before))
        ),
    )
