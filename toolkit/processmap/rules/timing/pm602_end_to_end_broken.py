"""PM602: the slowest way through a process takes longer than the process promises."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.micro import EndToEnd, Micro
from processmap.model.services import Sla
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.timing.sums import largest_terms, sum_shown, total_shown
from processmap.rules.timing.timed import timed_flows
from processmap.timing import Clock, Taken

RULE = Rule("PM602", "end-to-end-broken", Severity.ERROR, since="0.1.0", tags=("time", "sla"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields promises that do not hold: errors without a single rework, warnings with every loop used up."""
    for flow in timed_flows(context):
        promise = flow.micro.end_to_end
        if promise is None:
            continue
        clock = _clock(context, flow.micro, promise)
        if taken := context.times.exceeding(clock, promise.max):
            yield _problem(context, flow.micro, clock, taken)


def _clock(context: RuleContext, micro: Micro, promise: EndToEnd) -> Clock:
    sla = context.graph.model(promise.sla, Sla) if promise.sla else None
    return Clock(micro.id, sla=promise.sla, calendar=sla.calendar if sla else None)


def _problem(context: RuleContext, micro: Micro, clock: Clock, taken: Taken) -> Problem:
    calendar = context.times.calendar(clock.calendar)
    key = "used_up" if taken.used_up else "once"
    begins = taken.walked.begins.isoformat() if taken.walked else ""
    message = Message.of(
        f"PM602.{key}_days" if taken.walked else f"PM602.{key}",
        micro=named(micro.id, micro.name),
        limit=taken.limit,
        total=total_shown(taken, calendar),
        sum=sum_shown(taken, calendar),
        begins=begins,
    )
    return Problem(
        RULE.code,
        message,
        Location(micro.id, ("end_to_end", "max")),
        hint=Message.of(f"PM602.hint_{key}"),
        related=largest_terms(context.graph, micro, taken, calendar),
        severity=Severity.WARNING if taken.used_up else Severity.ERROR,
    )
