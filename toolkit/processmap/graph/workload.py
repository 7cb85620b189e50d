"""How much work a flow gives to roles in a week: minutes of effort, times how often they are spent.

Volumes are those that starts say, else that of the micro; a start without one adds nothing. What systems do, what
forums decide and steps without `time.work` add nothing either: the sum is what is known, not all there is.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, TypeVar

from processmap.config import MapSettings
from processmap.graph.flow import Flow
from processmap.graph.visits import visits
from processmap.model.steps import ApprovalStep, TaskStep
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


class Effort(NamedTuple):
    """What a step costs a role each time that it is done."""

    step: str
    """Local id."""
    role: str
    minutes: Fraction


def workers(flow: Flow, step: TaskStep | ApprovalStep) -> tuple[str, ...]:
    """Returns who spends the time on a step: whoever's lane it is in; all approvers where all must agree."""
    lane = flow.lanes[step.id]
    if isinstance(step, ApprovalStep) and step.needs == "all":
        return tuple(dict.fromkeys(step.approvers))
    is_automatic = isinstance(step, TaskStep) and step.automatic
    return (lane,) if lane and not is_automatic else ()


def efforts_of(flow: Flow, role: str, day: int) -> tuple[Effort, ...]:
    """Returns what the steps of a flow cost one role, in authored order.

    Args:
        flow: the flow.
        role: id of the role.
        day: minutes of a business day, see `minutes_of_day`.
    """
    return tuple(
        Effort(step.id, role, minutes(step.time.work, day))
        for step in flow.micro.steps
        if isinstance(step, TaskStep | ApprovalStep) and step.time and step.time.work and role in workers(flow, step)
    )


def spent_per_week(
    flow: Flow, efforts: Iterable[Effort], number: Callable[[Decimal | int | Fraction], Number]
) -> dict[str, Number]:
    """Returns minutes per week by role; empty for a flow of which nobody says how often it starts.

    Args:
        flow: a flow in which every arrow leads to a step.
        efforts: what its steps cost.
        number: `float` for speed, `exactly` for exact results.
    """
    arriving = arriving_per_week(flow, number)
    if not arriving:
        return {}
    times = visits(flow, arriving, number)
    found: dict[str, Number] = {}
    for step, role, work in efforts:
        found[role] = found.get(role, number(0)) + times.get(step, number(0)) * number(work)
    return found


def arriving_per_week(flow: Flow, number: Callable[[Decimal | int | Fraction], Number]) -> dict[str, Number]:
    """Returns how many cases come to each start in a week; starts of unknown volume are left out."""
    starts = flow.starts
    given: list[tuple[str, Rate]] = [(start.id, start.volume) for start in starts if start.volume]
    if not given and flow.micro.volume and starts:
        given = [(starts[0].id, flow.micro.volume)]
    return {start: number(Fraction(rate.cases) * _PER_WEEK[rate.per]) for start, rate in given}


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
