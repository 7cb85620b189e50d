"""Business minutes and margins in words."""

from decimal import Decimal

from processmap.timing import Taken
from processmap.values.durations import Duration, DurationUnit
from processmap.views.wording import Wording

_MINUTES_OF_HOUR = 60


def business_time(words: Wording, minutes: int, day_minutes: int | None) -> str:
    """`2 dias úteis e 4 h`; without the length of a business day, in hours and minutes only."""
    days, rest = divmod(minutes, day_minutes) if day_minutes else (0, minutes)
    hours, rest = divmod(rest, _MINUTES_OF_HOUR)
    units = (DurationUnit.BUSINESS_DAY, DurationUnit.HOUR, DurationUnit.MINUTE)
    found = [(count, unit) for count, unit in zip((days, hours, rest), units, strict=True) if count]
    parts = [words.duration(Duration(Decimal(count), unit)) for count, unit in found or [(0, DurationUnit.MINUTE)]]
    return words("time.and").join(parts)


def total_time(words: Wording, taken: Taken, day_minutes: int) -> str:
    """The time of a worst path in the unit of its limit."""
    if taken.walked:
        return calendar_days(words, taken.walked.days)
    return business_time(words, taken.path.minutes, limit_day(taken.limit, day_minutes))


def left_time(words: Wording, taken: Taken, left: int, day_minutes: int) -> str:
    """What is left of a limit, or by how much it is exceeded: `sobram 2 dias úteis`, `faltam 4 h`."""
    if left == 0:
        return words("time.nothing_left")
    amount = abs(left)
    said = (
        calendar_days(words, amount)
        if taken.walked
        else business_time(words, amount, limit_day(taken.limit, day_minutes))
    )
    return words("time.left" if left > 0 else "time.exceeded", time=said)


def calendar_days(words: Wording, days: int) -> str:
    """`3 dias corridos`."""
    return words.duration(Duration(Decimal(days), DurationUnit.CALENDAR_DAY))


def limit_day(limit: Duration, day_minutes: int) -> int | None:
    """The length of a business day where a limit is given in days; None where it is given in hours or minutes."""
    return None if limit.unit in (DurationUnit.HOUR, DurationUnit.MINUTE) else day_minutes
