"""A business calendar: which minutes count, and what time it is after so many of them."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from processmap.calendar.holidays_port import holidays_in
from processmap.calendar.hours import DayHours, hours_of
from processmap.config import CalendarSettings, MapSettings
from processmap.values.durations import Duration, DurationUnit
from processmap.values.rates import Weekday

_WEEKDAYS = {weekday: number for number, weekday in enumerate(Weekday)}
_WORKWEEK = frozenset(range(5))


@dataclass(frozen=True)
class BusinessCalendar:
    """Business time by the settings of one calendar.

    Moments are times on the wall of the calendar's zone. Everything is counted in whole minutes; a part of a minute
    counts as a whole one.
    """

    settings: CalendarSettings | None = None
    """None for a map without calendars: eight hours from Monday to Friday, no holidays."""

    @cached_property
    def hours(self) -> DayHours:
        """The business hours of a working day."""
        return hours_of(self.settings)

    @cached_property
    def day_minutes(self) -> int:
        """Business minutes of a working day: what `1 bd` stands for."""
        return self.hours.minutes

    @cached_property
    def weekdays(self) -> frozenset[int]:
        """Working days of the week, Monday being 0; Monday to Friday where the settings name none."""
        named = self.settings.weekdays if self.settings else ()
        return frozenset(_WEEKDAYS[weekday] for weekday in named) or _WORKWEEK

    def minutes(self, duration: Duration) -> int:
        """Returns the business minutes of a duration; a calendar day has at most those of a business day."""
        known = self._minutes.get(duration)
        if known is None:
            known = self._minutes[duration] = _rounded_up(duration, self._unit(duration.unit))
        return known

    def is_working_day(self, day: date) -> bool:
        """Tells whether business is done on a day."""
        days = self.working_days(day.year)
        place = bisect_right(days, day.toordinal())
        return place > 0 and days[place - 1] == day.toordinal()

    def working_days(self, year: int) -> tuple[int, ...]:
        """Returns the working days of a year as ordinals, in order."""
        if year not in self._years:
            self._years[year] = tuple(self._working_in(year))
        return self._years[year]

    def between(self, start: datetime, end: datetime) -> int:
        """Returns the business minutes from one moment to a later one; seconds are left out."""
        if start.date() == end.date():
            return self._passed(end) - self._passed(start)
        first, last = start.date().toordinal(), end.date().toordinal()
        whole = sum(
            bisect_right(days, last - 1) - bisect_right(days, first)
            for days in map(self.working_days, range(start.year, end.year + 1))
        )
        begun = self.day_minutes - self._passed(start) if self.is_working_day(start.date()) else 0
        return begun + whole * self.day_minutes + self._passed(end)

    def add(self, moment: datetime, minutes: int) -> datetime:
        """Returns the first moment at which so many business minutes have passed."""
        if minutes <= 0:
            return moment
        target = self._passed(moment) + minutes
        if self.is_working_day(moment.date()) and target <= self.day_minutes:
            return self._at(moment.date(), target)
        left = minutes - (self.day_minutes - self._passed(moment) if self.is_working_day(moment.date()) else 0)
        days = -(-left // self.day_minutes)
        last = date.fromordinal(self.day_after(moment.date().toordinal(), days))
        return self._at(last, left - (days - 1) * self.day_minutes)

    def day_after(self, day: int, count: int) -> int:
        """Returns the ordinal of the working day that comes so many working days, at least one, after a day."""
        year = date.fromordinal(day).year
        days = self.working_days(year)
        place = bisect_right(days, day) + count - 1
        while place >= len(days):
            place -= len(days)
            year += 1
            days = self.working_days(year)
        return days[place]

    def day_before_or_on(self, day: int) -> int:
        """Returns the ordinal of the last working day up to a day, that day included."""
        year = date.fromordinal(day).year
        while True:
            days = self.working_days(year)
            place = bisect_right(days, day)
            if place:
                return days[place - 1]
            year -= 1

    def _working_in(self, year: int) -> list[int]:
        free = {*holidays_in(year, self._holidays), *self._extra}
        first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        closed = {day.toordinal() for day in free if day.year == year}
        return [day for day in range(first, last + 1) if (day - 1) % 7 in self.weekdays and day not in closed]

    @property
    def _holidays(self) -> str | None:
        return self.settings.holidays if self.settings else None

    @property
    def _extra(self) -> tuple[date, ...]:
        return self.settings.extra_holidays if self.settings else ()

    def _passed(self, moment: datetime) -> int:
        if not self.is_working_day(moment.date()):
            return 0
        return self.hours.passed(moment.hour * 60 + moment.minute)

    def _at(self, day: date, minutes: int) -> datetime:
        return datetime.combine(day, time()) + timedelta(minutes=self.hours.reached(minutes))

    def _unit(self, unit: DurationUnit) -> int:
        match unit:
            case DurationUnit.MINUTE:
                return 1
            case DurationUnit.HOUR:
                return 60
            case DurationUnit.BUSINESS_DAY | DurationUnit.CALENDAR_DAY:
                return self.day_minutes

    @cached_property
    def _minutes(self) -> dict[Duration, int]:
        return {}

    @cached_property
    def _years(self) -> dict[int, tuple[int, ...]]:
        return {}


def calendars_of(settings: MapSettings | None) -> Mapping[str | None, BusinessCalendar]:
    """Returns the calendars of a map by name; under None stands the default, which is the first."""
    named = settings.calendars if settings else {}
    found: dict[str | None, BusinessCalendar] = {name: BusinessCalendar(given) for name, given in named.items()}
    return {None: next(iter(found.values()), BusinessCalendar())} | found


def whole_days(duration: Duration) -> int:
    """Returns the calendar days of a duration in `d`; a part of a day counts as a whole one."""
    return _rounded_up(duration, 1)


def _rounded_up(duration: Duration, unit: int) -> int:
    exact = duration.amount * unit
    return int(exact) + (exact != int(exact))
