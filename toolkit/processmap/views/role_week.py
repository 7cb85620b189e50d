"""The week of a role: the forums it sits in and the processes that the calendar begins in its lane."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from processmap.model.governance import Forum
from processmap.model.steps import StartStep
from processmap.values.rates import Cadence, Weekday
from processmap.views.lane_links import in_lane
from processmap.views.linking import Linker
from processmap.views.pieces import Ref

_WORKING_DAYS = (Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY)


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something that comes again by the calendar."""

    when: str
    """Time of day and length in the week; the whole rhythm where it has no day of the week."""
    ref: Ref
    part: str
    """What the role does there: it chairs, takes part, or begins the process."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week with its appointments by time."""

    name: str
    short: str
    appointments: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """The rhythm of a role."""

    days: tuple[Day, ...]
    """The working days of the map's first calendar, and others on which something is due."""
    others: tuple[Appointment, ...]
    """What comes by the month or rarer, or says no day."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing comes by the calendar."""
        return not self.others and not any(day.appointments for day in self.days)


def week_of(linker: Linker, role: str) -> Week:
    """The forums of a role and the calendar starts in its lane."""
    found = sorted((*_forums(linker, role), *_starts(linker, role)), key=lambda item: item[0].time or time.max)
    weekly = [item for item in found if item[0].weekday]
    others = [item for item in found if not item[0].weekday]
    used = {cadence.weekday for cadence, _, _ in weekly}
    shown = [day for day in Weekday if day in _working_days(linker) or day in used]
    return Week(
        tuple(_day(linker, day, weekly) for day in shown),
        tuple(Appointment(linker.wording.cadence(cadence), ref, part) for cadence, ref, part in others),
    )


def _day(linker: Linker, day: Weekday, weekly: list[tuple[Cadence, Ref, str]]) -> Day:
    words = linker.wording
    return Day(
        words.word("weekday", day),
        words.word("work.weekday_short", day),
        tuple(
            Appointment(_hour(linker, cadence), ref, part) for cadence, ref, part in weekly if cadence.weekday == day
        ),
    )


def _hour(linker: Linker, cadence: Cadence) -> str:
    """`10:00 · 90 min`; a rhythm rarer than weekly says so."""
    words = linker.wording
    rare = words.word("period", cadence.every) if cadence.every != "week" else ""
    at = cadence.time.strftime("%H:%M") if cadence.time else ""
    return " · ".join(text for text in (at, words.duration(cadence.length), rare) if text)


def _working_days(linker: Linker) -> tuple[Weekday, ...]:
    calendar = next(iter(linker.atlas.settings.calendars.values()), None)
    return calendar.weekdays if calendar else _WORKING_DAYS


def _forums(linker: Linker, role: str) -> Iterator[tuple[Cadence, Ref, str]]:
    for forum in linker.atlas.all(Forum):
        if role == forum.chair or role in forum.members:
            part = "work.chairs" if role == forum.chair else "work.takes_part"
            yield forum.cadence, linker.ref(forum.id), linker.wording(part)


def _starts(linker: Linker, role: str) -> Iterator[tuple[Cadence, Ref, str]]:
    for micro in linker.atlas.graph.micros:
        lanes = linker.atlas.flow(micro).lanes
        for step in micro.steps:
            if isinstance(step, StartStep) and step.cadence and lanes[step.id] == role:
                ref = in_lane(linker.part(f"{micro.id}/{step.id}"), role)
                yield step.cadence, Ref(ref.id, micro.name, ref.href, ref.kind, ref.is_broken, ref.label), step.start
