"""The business hours of a day as stretches of minutes."""

from dataclasses import dataclass
from datetime import time

from processmap.config import CalendarSettings

_EIGHT_HOURS = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))


@dataclass(frozen=True, slots=True)
class DayHours:
    """When business is done on a working day."""

    stretches: tuple[tuple[int, int], ...]
    """Beginning and end of each, in minutes after midnight, in order and apart from each other."""

    @property
    def minutes(self) -> int:
        """Business minutes of a whole day, more than none."""
        return sum(end - start for start, end in self.stretches)

    def passed(self, minute: int) -> int:
        """Returns the business minutes of a day that lie before a minute of it."""
        return sum(max(0, min(end, minute) - start) for start, end in self.stretches)

    def reached(self, minutes: int) -> int:
        """Returns the minute of the day at which so many business minutes, one up to all, are over."""
        left = minutes
        for start, end in self.stretches:
            if left <= end - start:
                return start + left
            left -= end - start
        raise ValueError(f"a day has no {minutes} business minutes")


def hours_of(settings: CalendarSettings | None) -> DayHours:
    """Returns the business hours of a calendar; eight hours where there is none, or where its hours leave no time."""
    if settings is None:
        return DayHours(_EIGHT_HOURS)
    hours = settings.hours
    marks = [_minute(mark) for mark in (hours.start, *hours.pause, hours.end)]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    stretches = tuple((start, end) for start, end in pairs if start < end)
    return DayHours(stretches if stretches and marks == sorted(marks) else _EIGHT_HOURS)


def _minute(mark: time) -> int:
    return mark.hour * 60 + mark.minute
