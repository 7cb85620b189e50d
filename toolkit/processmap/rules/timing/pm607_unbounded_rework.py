"""PM607: a loop without a bound in a process whose time is promised."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Arrow, Flow
from processmap.i18n import Message
from processmap.model.services import Sla
from processmap.rules.naming import named, step_named
from processmap.rules.provable import provable_flows
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_models
from processmap.values.durations import Duration

RULE = Rule("PM607", "unbounded-rework", Severity.WARNING, since="0.1.0", tags=("time", "sla", "rework"))


@dataclass(frozen=True, slots=True)
class _Promise:
    """A time that is promised for a process, and where."""

    at: Location
    name: str
    limit: Duration


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields each loop without a bound, at the first promise that it makes void."""
    looping = [flow for flow in provable_flows(context) if flow.back and context.times.network(flow).unbounded]
    promises = _promised_by_slas(context) if looping else {}
    for flow in looping:
        promise = _own(flow) or promises.get(flow.micro.id)
        if promise:
            for arrow in context.times.network(flow).unbounded:
                yield _problem(flow, arrow, promise)


def _own(flow: Flow) -> _Promise | None:
    micro = flow.micro
    if micro.end_to_end is None:
        return None
    return _Promise(Location(micro.id, ("end_to_end", "max")), named(micro.id, micro.name), micro.end_to_end.max)


def _promised_by_slas(context: RuleContext) -> Mapping[str, _Promise]:
    """The first SLA whose clock runs in each micro, or under which it is asked."""
    found: dict[str, _Promise] = {}
    slas: dict[str, Sla] = {model.id: model for _, model in live_models(context) if type(model) is Sla}
    for sla in slas.values():
        for ref in (*sla.clock.start, *sla.clock.stop) if sla.clock else ():
            _promise(found, ref.partition("/")[0], sla)
    for handoff in context.graph.handoffs:
        ola = slas.get(handoff.ola) if handoff.ola else None
        if ola:
            _promise(found, handoff.target_micro, ola)
    return found


def _promise(found: dict[str, _Promise], micro: str, sla: Sla) -> None:
    if sla.target:
        found.setdefault(micro, _Promise(Location(sla.id, ("target",)), named(sla.id, sla.name), sla.target))


def _problem(flow: Flow, arrow: Arrow, promise: _Promise) -> Problem:
    names = {
        "promise": promise.name,
        "limit": promise.limit,
        "micro": named(flow.micro.id, flow.micro.name),
        "source": step_named(flow.steps[arrow.source]),
        "target": step_named(flow.steps[arrow.target]),
    }
    at = arrow.path if not arrow.is_next_item else (*arrow.path, "id")
    return Problem(
        RULE.code,
        Message.of("PM607.own" if promise.at.element == flow.micro.id else "PM607.message", **names),
        promise.at,
        hint=Message.of("PM607.hint"),
        related=(Remark(Location(flow.micro.id, at), Message.of("PM607.goes_back")),),
        other_side=flow.micro.id,
    )
