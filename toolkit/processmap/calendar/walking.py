"""How many days a sum of business time and calendar days takes, walked from every day it may begin on.

What `10 bd` are in days depends on where weekends and holidays fall. So a sum is proved against a limit in days by
walking it from each day of a fixed window of years, never from today: the same map gives the same answer tomorrow.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from processmap.calendar.business import BusinessCalendar

COVERED_YEARS = range(2025, 2035)
"""The years in which a case may begin: ten, so that every feast falls on every day of the week at least once."""

_LONGEST = 3_650
"""Days beyond which nothing is walked: whoever promises more than ten years is told an estimate."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sum: business minutes, then calendar days."""

    minutes: int
    days: int


@dataclass(frozen=True, slots=True)
class Walked:
    """The worst that a sum can take."""

    days: int
    """Days after the day of the beginning, which itself does not count."""
    begins: date
    """The first day from which it takes so long."""


def worst_days(calendar: BusinessCalendar, sum_of: Iterable[Stretch]) -> Walked:
    """Returns the most days that a sum takes from any day of the covered years, and the first such day.

    A case comes in at the end of its day: nothing of that day is left to work with. It is done on the day on which the
    last minute is used.
    """
    stretches = _merged(sum_of)
    first, last = date(COVERED_YEARS[0], 1, 1).toordinal(), date(COVERED_YEARS[-1], 12, 31).toordinal()
    if (estimate := _estimate(calendar, stretches)) > _LONGEST:
        return Walked(estimate, date.fromordinal(first))
    taken = (_end(calendar, day, stretches) - day for day in range(first, last + 1))
    days, begins = max((days, -day) for day, days in enumerate(taken, first))
    return Walked(days, date.fromordinal(-begins))


def _end(calendar: BusinessCalendar, day: int, stretches: Sequence[Stretch]) -> int:
    """The day on which a sum is done that begins at the end of a day."""
    spare = 0
    for stretch in stretches:
        if stretch.minutes > spare:
            count = -(-(stretch.minutes - spare) // calendar.day_minutes)
            spare += count * calendar.day_minutes - stretch.minutes
            day = calendar.day_after(day, count)
        else:
            spare -= stretch.minutes
        if stretch.days:
            day, spare = day + stretch.days, 0
    return day


def _estimate(calendar: BusinessCalendar, stretches: Sequence[Stretch]) -> int:
    """The days of a sum with weekends and without holidays."""
    minutes = sum(stretch.minutes for stretch in stretches)
    return sum(stretch.days for stretch in stretches) + minutes * 7 // (calendar.day_minutes * len(calendar.weekdays))


def _merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Joins business time that follows business time, and days that follow days."""
    found = [Stretch(0, 0)]
    for stretch in stretches:
        last = found[-1]
        if stretch.minutes and last.days:
            found.append(stretch)
        else:
            found[-1] = Stretch(last.minutes + stretch.minutes, last.days + stretch.days)
    return tuple(found)
