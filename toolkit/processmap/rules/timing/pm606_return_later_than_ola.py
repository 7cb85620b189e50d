"""PM606: the process that is asked takes longer than the internal SLA under which it is asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Flow, Handoff
from processmap.graph.handoffs import HandoffKind
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.services import Sla
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros
from processmap.rules.timing.sums import largest_terms, sum_shown, total_shown
from processmap.rules.timing.timed import timed_flows
from processmap.timing import Clock, Taken, stops_of_asked

RULE = Rule("PM606", "return-later-than-ola", Severity.ERROR, since="0.1.0", tags=("time", "sla", "handoffs"))


@dataclass(frozen=True, slots=True)
class _Asked:
    """One hand-over under an internal SLA."""

    sender: Micro
    handoff: Handoff
    target: Flow
    sla: Sla
    clock: Clock


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the first hand-over of each kind whose SLA its target cannot keep.

    An error if it breaks without a single rework, a warning if only with every loop used up.
    """
    judged: set[Clock] = set()
    for asked in _asked(context):
        if asked.clock in judged:
            continue
        judged.add(asked.clock)
        assert asked.sla.target is not None
        if taken := context.times.exceeding(asked.clock, asked.sla.target):
            yield _problem(context, asked, taken)


def _asked(context: RuleContext) -> Iterator[_Asked]:
    flows: dict[str, Flow] = {flow.micro.id: flow for flow in timed_flows(context)}
    senders: dict[str, Micro] = {micro.id: micro for micro in live_micros(context)}
    for handoff in context.graph.handoffs:
        if handoff.ola is None or handoff.kind is HandoffKind.CALL:
            continue
        sender, target = senders.get(handoff.source_micro), flows.get(handoff.target_micro)
        sla = context.graph.model(handoff.ola, Sla)
        if sender and target and handoff.target_start and sla and sla.target:
            stops = stops_of_asked(sender, handoff, target)
            clock = Clock(target.micro.id, handoff.target_start, stops, sla.id, sla.calendar)
            yield _Asked(sender, handoff, target, sla, clock)


def _problem(context: RuleContext, asked: _Asked, taken: Taken) -> Problem:
    calendar = context.times.calendar(asked.sla.calendar)
    target = asked.target.micro
    index = next(index for index, step in enumerate(asked.sender.steps) if step.id == asked.handoff.source_step)
    key = "used_up" if taken.used_up else "once"
    message = Message.of(
        f"PM606.{key}",
        sender=named(asked.sender.id, asked.sender.name),
        step=step_named(asked.sender.steps[index]),
        target=named(target.id, target.name),
        sla=named(asked.sla.id, asked.sla.name),
        limit=taken.limit,
        total=total_shown(taken, calendar),
        sum=sum_shown(taken, calendar),
    )
    promised = Message.of("PM606.promised", sla=named(asked.sla.id, asked.sla.name), limit=taken.limit)
    return Problem(
        RULE.code,
        message,
        Location(asked.sender.id, ("steps", index, "ola")),
        hint=Message.of(f"PM606.hint_{key}", target=target.id),
        related=(
            Remark(Location(asked.sla.id, ("target",)), promised),
            *largest_terms(context.graph, target, taken, calendar),
        ),
        severity=Severity.WARNING if taken.used_up else Severity.ERROR,
        other_side=target.id,
    )
