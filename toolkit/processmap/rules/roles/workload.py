"""How much work the processes give to a role in a week: minutes of effort, times how often they are spent."""

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from processmap.config import MapSettings
from processmap.graph import Flow
from processmap.graph.visits import most_rounds, visits
from processmap.model.steps import ApprovalStep, OptionsStep, ParallelStep, TaskStep
from processmap.rules.roles.performed import performed
from processmap.rules.roles.steps import Placed, steps_of_kind
from processmap.rules.rule import RuleContext
from processmap.rules.scope import complete_flows
from processmap.values.durations import Duration, DurationUnit
from processmap.values.rates import Period, Rate

Number = TypeVar("Number", float, Fraction)

_PER_WEEK: Mapping[Period, Fraction] = {
    Period.DAY: Fraction(5),
    Period.WEEK: Fraction(1),
    Period.FORTNIGHT: Fraction(1, 2),
    Period.MONTH: Fraction(12, 52),
    Period.QUARTER: Fraction(4, 52),
    Period.HALF_YEAR: Fraction(2, 52),
    Period.YEAR: Fraction(1, 52),
}
_USUAL_DAY = 480
"""Minutes of a business day where map.yaml has no calendar."""


def workload(
    context: RuleContext, roles: Mapping[str, object], number: Callable[[Decimal | int | Fraction], Number]
) -> dict[str, dict[str, Number]]:
    """Returns minutes per week by role and then by micro, in document order.

    Volumes are those that starts say, else that of the micro; a start without one adds nothing. What systems do, what
    forums decide and steps without `time.work` add nothing either: the sum is what is known, not all there is.

    Args:
        context: the map.
        roles: the roles that are asked about.
        number: `float` for speed, `exactly` for exact results.
    """
    found: dict[str, dict[str, Number]] = {role: {} for role in roles}
    by_flow = _efforts(context, roles)
    for flow in complete_flows(context):
        efforts = by_flow.get(flow.micro.id, ())
        arriving = _arriving(flow, number) if efforts else {}
        if not arriving:
            continue
        times = visits(flow, arriving, number)
        for step, role, work in efforts:
            by_micro = found[role]
            spent = times.get(step, number(0)) * number(work)
            by_micro[flow.micro.id] = by_micro.get(flow.micro.id, number(0)) + spent
    return found


def at_most(context: RuleContext, roles: Container[str]) -> dict[str, float]:
    """Returns minutes per week by role that the workload certainly does not exceed, found without following any case.

    No case does a step more often than there are rounds of rework and, beside that, branches at its splits.
    """
    found: dict[str, float] = {}
    branches = _branches(context)
    by_flow = _efforts(context, roles)
    for flow in complete_flows(context):
        efforts = by_flow.get(flow.micro.id, ())
        cases = sum(_arriving(flow, float).values()) if efforts else 0.0
        if cases:
            cases *= most_rounds(flow) * branches.get(flow.micro.id, 1)
            for _, role, work in efforts:
                found[role] = found.get(role, 0.0) + cases * float(work)
    return found


def _branches(context: RuleContext) -> dict[str, int]:
    """The product of the branches of all splits, by micro."""
    found: dict[str, int] = {}
    parallel = ((split.flow.micro.id, len(split.step.paths)) for split in steps_of_kind(context, ParallelStep))
    options = ((split.flow.micro.id, len(split.step.paths)) for split in steps_of_kind(context, OptionsStep))
    for micro, count in (*parallel, *options):
        found[micro] = found.get(micro, 1) * max(count, 1)
    return found


def exactly(value: Decimal | int | Fraction) -> Fraction:
    """Returns a number without rounding."""
    return Fraction(value)


@lru_cache(maxsize=1024)
def minutes(duration: Duration, day: int) -> Fraction:
    """Returns a length of work in minutes; a day of either kind has the hours of a business day."""
    match duration.unit:
        case DurationUnit.MINUTE:
            return Fraction(duration.amount)
        case DurationUnit.HOUR:
            return Fraction(duration.amount) * 60
        case DurationUnit.BUSINESS_DAY | DurationUnit.CALENDAR_DAY:
            return Fraction(duration.amount) * day


def minutes_of_day(settings: MapSettings | None) -> int:
    """Returns the business minutes of a day of the first calendar."""
    calendar = next(iter(settings.calendars.values()), None) if settings else None
    if calendar is None:
        return _USUAL_DAY
    hours = calendar.hours
    pause = _between(*hours.pause) if len(hours.pause) == 2 else 0
    return _between(hours.start, hours.end) - pause


def _between(start: time, end: time) -> int:
    return (end.hour - start.hour) * 60 + end.minute - start.minute


def _efforts(context: RuleContext, roles: Container[str]) -> dict[str, list[tuple[str, str, Fraction]]]:
    """Returns step, role and minutes for each time that the step is done, by micro."""
    day = minutes_of_day(context.map.settings)
    found: dict[str, list[tuple[str, str, Fraction]]] = {}
    for placed, parties in _working(context):
        work = placed.step.time.work if placed.step.time else None
        if work is not None:
            efforts = [(placed.step.id, party, minutes(work, day)) for party in parties if party in roles]
            found.setdefault(placed.flow.micro.id, []).extend(efforts)
    return found


def _working(context: RuleContext) -> Iterator[tuple[Placed[TaskStep] | Placed[ApprovalStep], tuple[str, ...]]]:
    """Yields the steps of people with those who spend the time: all approvers, or whoever's lane it is in."""
    for role, task in performed(context):
        yield task, (role,)
    for approval in steps_of_kind(context, ApprovalStep):
        lane = approval.lane
        needs_all = approval.step.needs == "all"
        yield approval, tuple(dict.fromkeys(approval.step.approvers)) if needs_all else (lane,) if lane else ()


def _arriving(flow: Flow, number: Callable[[Decimal | int | Fraction], Number]) -> dict[str, Number]:
    starts = flow.starts
    given: list[tuple[str, Rate]] = [(start.id, start.volume) for start in starts if start.volume]
    if not given and flow.micro.volume and starts:
        given = [(starts[0].id, flow.micro.volume)]
    return {start: number(Fraction(rate.cases) * _PER_WEEK[rate.per]) for start, rate in given}
