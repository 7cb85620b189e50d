"""When forums sit, and whether two of them are certain to sit at the same time."""

from dataclasses import dataclass
from decimal import Decimal

from processmap.model.governance import Forum
from processmap.values.durations import Duration, DurationUnit
from processmap.values.rates import Cadence, Period, Weekday

_WORKDAYS = frozenset(tuple(Weekday)[:5])


@dataclass(frozen=True, slots=True)
class Sitting:
    """A forum's time of day, in minutes since midnight."""

    forum: Forum
    begins: int
    ends: Decimal
    """The beginning where the length is not known: then only what lies around it collides."""


def sitting_of(forum: Forum) -> Sitting | None:
    """Returns when a forum sits; None without a time of day."""
    time = forum.cadence.time
    if time is None:
        return None
    begins = time.hour * 60 + time.minute
    return Sitting(forum, begins, begins + (length_minutes(forum.cadence.length) or Decimal(0)))


def length_minutes(length: Duration | None) -> Decimal | None:
    """Returns a meeting's length in minutes; None where it is not given, or in days."""
    if length is None:
        return None
    match length.unit:
        case DurationUnit.MINUTE:
            return length.amount
        case DurationUnit.HOUR:
            return length.amount * 60
        case _:
            return None


def collide(one: Sitting, other: Sitting) -> bool:
    """Whether two forums are certain to sit at the same time on some day.

    Two fortnightly forums may take turns, and two monthly ones on a weekday may lie in different weeks.
    """
    first, second = sorted((one, other), key=lambda sitting: sitting.begins)
    overlaps = second.begins < first.ends or second.begins == first.begins
    return overlaps and _share_a_day(one.forum.cadence, other.forum.cadence)


def _share_a_day(one: Cadence, other: Cadence) -> bool:
    if _days(one) & _days(other):
        return any(cadence.every in (Period.DAY, Period.WEEK) for cadence in (one, other))
    return one.day is not None and (one.every, one.day, one.weekday) == (other.every, other.day, other.weekday)


def _days(cadence: Cadence) -> frozenset[Weekday]:
    if cadence.every is Period.DAY:
        return _WORKDAYS
    return frozenset((cadence.weekday,)) if cadence.weekday else frozenset()
