"""The worst path of a process: how long a case can take from a start to where its clock stops.

`Times` answers for a whole map and remembers: calls and hand-offs ask for the worst path of other processes. Rules
prove promises with it, pages show it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from processmap.calendar import BusinessCalendar, Stretch, Walked, calendars_of, whole_days, worst_days
from processmap.graph import Flow, MapGraph
from processmap.graph.handoffs import start_reached
from processmap.model.micro import Micro
from processmap.model.services import Sla
from processmap.model.steps import CallStep, EndStep, HandoffStep, WaitStep
from processmap.timing.longest import Longest, Round, Search
from processmap.timing.network import Network, network_of
from processmap.timing.terms import Term, Terms
from processmap.values.durations import Duration, DurationUnit


@dataclass(frozen=True, slots=True)
class Clock:
    """From where to where time is taken in one process."""

    micro: str
    start: str | None = None
    """Local id of a step, whose own time counts; None for the slowest of the starts."""
    stops: tuple[str, ...] | None = None
    """Local ids of steps, whose own time counts; None for every end."""
    sla: str | None = None
    """The SLA whose clock it is; waits that pause it cost nothing."""
    calendar: str | None = None
    """Name of the calendar; None for the default."""
    only: frozenset[str] | None = None
    """Internal SLAs that alone are added up; None for everything that takes time."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the worst path without loops."""

    terms: tuple[Term, ...]
    """What each step adds, in order; steps that take no time included."""
    times: int
    """How often it is gone."""
    goes_back: bool
    """Whether it ends by going back, so that it is one round of a loop."""


@dataclass(frozen=True, slots=True)
class WorstPath:
    """The longest way by which a case can go, as a sum."""

    start: str
    """Local id of the step at which the clock starts."""
    stop: str
    """Local id of the step at which it stops."""
    minutes: int
    """Business minutes, calendar days counted as business days: an upper bound."""
    segments: tuple[Segment, ...]

    @property
    def terms(self) -> Iterator[Term]:
        """Every term in order, those of rounds as often as they are gone."""
        return (term for segment in self.segments for _ in range(segment.times) for term in segment.terms)


@dataclass(frozen=True, slots=True)
class Taken:
    """The time of a worst path beside a limit."""

    path: WorstPath
    limit: Duration
    exceeds: bool
    walked: Walked | None
    """The days and the worst day to begin on, for a limit in calendar days."""


@dataclass(frozen=True, slots=True)
class _Asked:
    clock: Clock
    used_up: bool
    day_minutes: int


@dataclass(frozen=True, slots=True)
class _Answer:
    minutes: int
    start: str
    search: Search
    longest: Longest
    terms: Terms


@dataclass(frozen=True)
class Times:
    """The times of every process of a map."""

    graph: MapGraph

    def calendar(self, name: str | None = None) -> BusinessCalendar:
        """Returns a calendar of the map; the default for a name that nobody has given."""
        return self.calendars.get(name) or self.calendars[None]

    @cached_property
    def calendars(self) -> Mapping[str | None, BusinessCalendar]:
        """The calendars by name; under None stands the default."""
        return calendars_of(self.graph.loaded.settings)

    def network(self, flow: Flow) -> Network:
        """Returns the network of a flow, made once."""
        known = self._networks.get(flow.micro.id)
        if known is None:
            known = self._networks[flow.micro.id] = network_of(flow)
        return known

    def worst_path(self, clock: Clock, *, used_up: bool = False) -> WorstPath | None:
        """Returns the worst path of a clock.

        Args:
            clock: from where to where.
            used_up: whether every loop is gone round as often as it may be; without, each is left at once.

        Returns:
            None where there is no such process, or its clock is never stopped.
        """
        answer = self._answer(self._asked(clock, used_up=used_up))
        return _path(answer) if answer else None

    def minutes(self, clock: Clock, *, used_up: bool = False) -> int | None:
        """Returns the business minutes of the worst path without writing it down."""
        answer = self._answer(self._asked(clock, used_up=used_up))
        return answer.minutes if answer else None

    def exceeding(self, clock: Clock, limit: Duration, *, used_up: bool = False) -> Taken | None:
        """Returns the worst path if it takes longer than a limit; None if the limit holds."""
        if limit.unit is DurationUnit.CALENDAR_DAY:
            taken = self._walked(clock, limit, used_up=used_up)
            return taken if taken and taken.exceeds else None
        minutes = self.minutes(clock, used_up=used_up)
        if minutes is None or minutes <= self.calendar(clock.calendar).minutes(limit):
            return None
        path = self.worst_path(clock, used_up=used_up)
        assert path is not None
        return Taken(path, limit, exceeds=True, walked=None)

    def is_longer(self, duration: Duration, limit: Duration, calendar: str | None = None) -> bool:
        """Tells whether a single duration can take longer than a limit; `3 d` can take `3 bd` at most."""
        counting = self.calendar(calendar)
        if limit.unit is not DurationUnit.CALENDAR_DAY:
            return counting.minutes(duration) > counting.minutes(limit)
        return self.most_days(duration, calendar) > whole_days(limit)

    def most_days(self, duration: Duration, calendar: str | None = None) -> int:
        """Returns the most calendar days that a duration can take, from whatever day of the covered years."""
        counting = self.calendar(calendar)
        if duration.unit is DurationUnit.CALENDAR_DAY:
            return whole_days(duration)
        return worst_days(counting, [Stretch(counting.minutes(duration), 0)]).days

    def _walked(self, clock: Clock, limit: Duration, *, used_up: bool) -> Taken | None:
        """Walks the longest sums, calendar days weighing nothing, their share of the week, or a whole business day.

        Which of two sums takes more days depends on the calendar when one has more business time and the other more
        calendar days.
        """
        calendar = self.calendar(clock.calendar)
        share = calendar.day_minutes * len(calendar.weekdays) // 7
        taken: list[Taken] = []
        for day_minutes in (calendar.day_minutes, share, 0):
            answer = self._answer(replace(self._asked(clock, used_up=used_up), day_minutes=day_minutes))
            if answer:
                path = _path(answer)
                walked = worst_days(calendar, (Stretch(term.minutes, term.days) for term in path.terms))
                taken.append(Taken(path, limit, exceeds=walked.days > whole_days(limit), walked=walked))
        return max(taken, key=lambda one: one.walked.days if one.walked else 0, default=None)

    def _asked(self, clock: Clock, *, used_up: bool) -> _Asked:
        if clock.sla and clock.sla not in self._paused:
            clock = replace(clock, sla=None)
        return _Asked(clock, used_up, self.calendar(clock.calendar).day_minutes)

    def _answer(self, asked: _Asked) -> _Answer | None:
        if asked not in self._answers:
            self._answers[asked] = (
                None  # A process that calls itself through others (PM215) adds nothing inside itself.
            )
            flow = self.graph.flow(asked.clock.micro)
            if flow is not None and not (asked.used_up and not self.network(flow).loops and not self._calls(flow)):
                self._answers[asked] = self._found(flow, asked)
            elif flow is not None:
                self._answers[asked] = self._answer(replace(asked, used_up=False))
        return self._answers[asked]

    def _found(self, flow: Flow, asked: _Asked) -> _Answer | None:
        terms = self._terms(flow, asked)
        search = Search(self.network(flow), terms.weights(), self._stops(flow, asked.clock, terms))
        starts = [asked.clock.start] if asked.clock.start else [start.id for start in flow.starts]
        best: _Answer | None = None
        for start in starts:
            if start in flow.index:
                node = flow.index[flow.host(start)]
                longest = search.used_up(node) if asked.used_up else search.once(node)
                if longest and (best is None or longest.length > best.minutes):
                    best = _Answer(longest.length, start, search, longest, terms)
        return best

    def _stops(self, flow: Flow, clock: Clock, terms: Terms) -> dict[int, int]:
        if clock.stops is None:
            return {flow.index[end.id]: 0 for end in flow.ends}
        known = [flow.steps[stop] for stop in clock.stops if stop in flow.steps]
        return {flow.index[flow.host(step.id)]: terms.weight(terms.leaving(step)) for step in known}

    def _terms(self, flow: Flow, asked: _Asked) -> Terms:
        def inner(step: HandoffStep | CallStep, outcome: str | None) -> tuple[int, int]:
            return self._inside(flow.micro, step, outcome, asked)

        calendar = self.calendar(asked.clock.calendar)
        return Terms(flow, calendar, asked.clock.sla, asked.clock.only, self._sla, inner, asked.day_minutes)

    def _inside(
        self, micro: Micro, step: HandoffStep | CallStep, outcome: str | None, asked: _Asked
    ) -> tuple[int, int]:
        """Business minutes and calendar days of the process that a step runs."""
        target_id, _, named = step.to_process.partition("/")
        target = self.graph.model(target_id, Micro)
        start = start_reached(target, named or None, micro.id, step.id) if target else None
        if target is None or start is None:
            return 0, 0
        stops = (outcome,) if outcome else tuple(path.outcome for path in step.paths) or None
        clock = Clock(target.id, start.id, stops, asked.clock.sla, asked.clock.calendar)
        answer = self._answer(replace(asked, clock=clock))
        if answer is None:
            return 0, 0
        terms = tuple(_path(answer).terms)
        return sum(term.minutes for term in terms), sum(term.days for term in terms)

    def _calls(self, flow: Flow) -> bool:
        return any(isinstance(step, CallStep | HandoffStep) for step in flow.micro.steps)

    def _sla(self, sla_id: str) -> Sla | None:
        return self.graph.model(sla_id, Sla)

    @cached_property
    def _paused(self) -> frozenset[str]:
        return frozenset(
            sla
            for micro in self.graph.micros
            for step in micro.steps
            if isinstance(step, WaitStep)
            for sla in step.pauses
        )

    @cached_property
    def _networks(self) -> dict[str, Network]:
        return {}

    @cached_property
    def _answers(self) -> dict[_Asked, _Answer | None]:
        return {}


def _path(answer: _Answer) -> WorstPath:
    rounds = answer.longest.rounds
    stop = rounds[-1].stop
    assert stop is not None
    return WorstPath(
        start=answer.start,
        stop=answer.terms.flow.micro.steps[stop].id,
        minutes=answer.minutes,
        segments=tuple(_segment(answer, round_) for round_ in rounds),
    )


def _segment(answer: _Answer, round_: Round) -> Segment:
    flow, terms = answer.terms.flow, answer.terms
    found = [terms.leaving(flow.steps[flow.arrows[number].source], flow.arrows[number]) for number in round_.arrows]
    if round_.stop is not None:
        step = flow.micro.steps[round_.stop]
        if not isinstance(step, EndStep):
            found.append(terms.leaving(step))
    return Segment(tuple(found), round_.times, goes_back=round_.stop is None)
