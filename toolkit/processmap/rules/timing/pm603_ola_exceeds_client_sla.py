"""PM603: the internal SLAs behind a promise to a client allow more time than the promise."""

from collections.abc import Iterator, Sequence

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Flow
from processmap.i18n import Message
from processmap.model.services import Sla
from processmap.rules.naming import named
from processmap.rules.provable import provable_flows
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_models
from processmap.rules.timing.sums import sum_shown, total_shown
from processmap.timing import Clock, SlaClock, Taken, clock_of

RULE = Rule("PM603", "ola-exceeds-client-sla", Severity.ERROR, since="0.1.0", tags=("time", "sla", "handoffs"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the promises that the internal SLAs behind them cannot keep: one alone, or all on the slowest way."""
    supporters = _supporters(context)
    flows: dict[str, Flow] = {flow.micro.id: flow for flow in provable_flows(context)} if supporters else {}
    for sla_id, behind in supporters.items():
        sla = context.graph.model(sla_id, Sla)
        if sla is None or sla.target is None:
            continue
        if alone := next((ola for ola in behind if _exceeds_alone(context, ola, sla)), None):
            yield _alone(sla, alone)
        elif clock := clock_of(sla, flows):
            yield from _together(context, sla, behind, clock)


def _supporters(context: RuleContext) -> dict[str, list[Sla]]:
    """The internal SLAs behind each client SLA, in document order."""
    found: dict[str, list[Sla]] = {}
    for _, model in live_models(context):
        if type(model) is Sla and model.supports and model.target and model.supports != model.id:
            found.setdefault(model.supports, []).append(model)
    return found


def _exceeds_alone(context: RuleContext, ola: Sla, sla: Sla) -> bool:
    return bool(ola.target and sla.target and context.times.is_longer(ola.target, sla.target, sla.calendar))


def _alone(sla: Sla, ola: Sla) -> Problem:
    message = Message.of(
        "PM603.alone", sla=named(sla.id, sla.name), ola=named(ola.id, ola.name), limit=sla.target, target=ola.target
    )
    return _problem(sla, message, [ola])


def _together(context: RuleContext, sla: Sla, behind: Sequence[Sla], clock: SlaClock) -> Iterator[Problem]:
    taken = _slowest(context, sla, frozenset(ola.id for ola in behind), clock)
    if taken is None:
        return
    calendar = context.times.calendar(sla.calendar)
    message = Message.of(
        "PM603.together",
        sla=named(sla.id, sla.name),
        limit=sla.target,
        total=total_shown(taken, calendar),
        sum=sum_shown(taken, calendar),
    )
    on_the_way = {term.source for term in taken.path.terms}
    yield _problem(sla, message, [ola for ola in behind if ola.id in on_the_way])


def _slowest(context: RuleContext, sla: Sla, only: frozenset[str], clock: SlaClock) -> Taken | None:
    assert sla.target is not None
    clocks = [Clock(clock.flow.micro.id, start, clock.stops, sla.id, sla.calendar, only) for start in clock.starts]
    found = [taken for each in clocks if (taken := context.times.exceeding(each, sla.target)) and not taken.used_up]
    return max(found, key=lambda taken: taken.path.minutes, default=None)


def _problem(sla: Sla, message: Message, behind: Sequence[Sla]) -> Problem:
    return Problem(
        RULE.code,
        message,
        Location(sla.id, ("target",)),
        hint=Message.of("PM603.hint"),
        related=tuple(
            Remark(
                Location(ola.id, ("target",)),
                Message.of("PM603.ola", ola=named(ola.id, ola.name), target=ola.target),
            )
            for ola in behind
        ),
    )
