"""The worst path of a process: how long a case can take from a start to where its clock stops.

`Times` answers for a whole map and remembers: calls and hand-offs ask for the worst path of other processes. Rules
prove promises with it, pages show it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from processmap.calendar import BusinessCalendar, Stretch, Walked, calendars_of, whole_days, worst_days
from processmap.graph import Flow, MapGraph
from processmap.graph.handoffs import Sender, start_reached
from processmap.model.micro import Micro
from processmap.model.services import Sla
from processmap.model.steps import CallStep, EndStep, HandoffStep, WaitStep
from processmap.timing.longest import Round, Search
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
    """A worst path, held against a limit."""

    path: WorstPath
    limit: Duration
    used_up: bool
    """Whether it takes every loop; else it leaves each at once."""
    walked: Walked | None
    """The days and the worst day to begin on, for a limit in calendar days."""


@dataclass(frozen=True, slots=True)
class _Question:
    """What the times of a flow's arrows depend on."""

    micro: str
    stops: tuple[str, ...] | None
    sla: str | None
    calendar: str | None
    only: frozenset[str] | None
    used_up: bool
    """Whether loops of other processes, which it waits for, are used up."""
    day_minutes: int
    """What a calendar day weighs."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    flow: Flow
    question: _Question
    search: Search


@dataclass(frozen=True)
class Times:
    """The times of every process of a map."""

    graph: MapGraph

    def calendar(self, name: str | None = None) -> BusinessCalendar:
        """Returns a calendar of the map; the default for a name that nobody has given."""
        return self._calendars.get(name) or self._calendars[None]

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
        return self._worst_path(clock, used_up, self.calendar(clock.calendar).day_minutes)

    def against(self, clock: Clock, limit: Duration, *, used_up: bool) -> Taken | None:
        """Returns the worst path beside a limit, whether it holds or not; None where the clock is never stopped."""
        if limit.unit is DurationUnit.CALENDAR_DAY:
            return self._walked(clock, limit, used_up=used_up)
        path = self.worst_path(clock, used_up=used_up)
        return Taken(path, limit, used_up, walked=None) if path else None

    def left(self, clock: Clock, taken: Taken) -> int:
        """Returns what is left of the limit: business minutes, or calendar days if the limit is in those.

        Negative where the limit is exceeded.
        """
        if taken.walked:
            return whole_days(taken.limit) - taken.walked.days
        return self.calendar(clock.calendar).minutes(taken.limit) - taken.path.minutes

    def limit_weight(self, clock: Clock, limit: Duration) -> int:
        """Returns the business minutes of a limit as paths weigh them: a calendar day as a business day."""
        calendar = self.calendar(clock.calendar)
        by_days = limit.unit is DurationUnit.CALENDAR_DAY
        return whole_days(limit) * calendar.day_minutes if by_days else calendar.minutes(limit)

    def exceeding(self, clock: Clock, limit: Duration) -> Taken | None:
        """Returns the worst path if it takes longer than a limit; None if the limit holds.

        If a case that leaves every loop at once exceeds the limit, the path is the worst of such cases.
        """
        calendar = self.calendar(clock.calendar)
        is_by_days = limit.unit is DurationUnit.CALENDAR_DAY
        if not is_by_days and self._at_most(clock, calendar.day_minutes) <= calendar.minutes(limit):
            return None
        for used_up in (False, True):
            taken = self.against(clock, limit, used_up=used_up)
            if taken and self.left(clock, taken) < 0:
                return taken
        return None

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
        paths = [self._worst_path(clock, used_up, weight) for weight in (calendar.day_minutes, share, 0)]
        walked = [
            (worst_days(calendar, (Stretch(term.minutes, term.days) for term in path.terms)), path)
            for path in dict.fromkeys(paths)
            if path
        ]
        worst, path = max(walked, key=lambda pair: pair[0].days, default=(None, None))
        return None if worst is None or path is None else Taken(path, limit, used_up, worst)

    def _at_most(self, clock: Clock, day_minutes: int) -> int:
        """An upper bound of the business minutes; negative where the clock is never stopped."""
        prepared = self._prepared(clock, used_up=True, day_minutes=day_minutes)
        if prepared is None:
            return -1
        return max((prepared.search.at_most(node) for _, node in _starts(prepared.flow, clock)), default=-1)

    def _worst_path(self, clock: Clock, used_up: bool, day_minutes: int) -> WorstPath | None:  # noqa: FBT001
        prepared = self._prepared(clock, used_up=used_up, day_minutes=day_minutes)
        if prepared is None:
            return None
        search = prepared.search
        length = search.used_up if used_up else search.once
        lengths = [(length(node), start, node) for start, node in _starts(prepared.flow, clock)]
        minutes, start, node = max(lengths, key=lambda found: found[0], default=(-1, "", -1))
        if minutes < 0:
            return None
        terms = self._terms(prepared.flow, prepared.question)
        return _path(terms, start, minutes, search.used_up_way(node) if used_up else search.once_way(node))

    def _prepared(self, clock: Clock, *, used_up: bool, day_minutes: int) -> _Prepared | None:
        flow = self.graph.flow(clock.micro)
        if flow is None:
            return None
        waits = self._waits_for_others(flow)
        sla = clock.sla if clock.sla and clock.sla in (self._paused if waits else _paused(flow.micro)) else None
        question = _Question(clock.micro, clock.stops, sla, clock.calendar, clock.only, used_up and waits, day_minutes)
        known = self._questions.get(question)
        if known is None:
            if len(self._questions) >= _MOST_REMEMBERED:
                self._questions.clear()
            terms = self._terms(flow, question)
            search = Search(self.network(flow), terms.weights(), _stops(flow, clock, terms))
            known = self._questions[question] = _Prepared(flow, question, search)
        return known

    def _terms(self, flow: Flow, question: _Question) -> Terms:
        def inner(step: HandoffStep | CallStep, outcome: str | None) -> tuple[int, int]:
            return self._inside(flow.micro, step, outcome, question)

        return Terms(
            flow=flow,
            calendar=self.calendar(question.calendar),
            sla=question.sla,
            only=question.only,
            target_of=self._sla,
            inner=inner,
            day_minutes=question.day_minutes,
        )

    def _inside(
        self, micro: Micro, step: HandoffStep | CallStep, outcome: str | None, question: _Question
    ) -> tuple[int, int]:
        """Business minutes and calendar days of the process that a step runs.

        A process that calls itself through others (PM215) adds nothing inside itself.
        """
        target_id, _, named = step.to_process.partition("/")
        target = self.graph.model(target_id, Micro)
        source = Sender(micro.id, step.id, tuple(step.sends))
        start = start_reached(target, named or None, source) if target else None
        if target is None or start is None or target_id in self._open or len(self._open) > _DEEPEST:
            return 0, 0
        stops = (outcome,) if outcome else tuple(path.outcome for path in step.paths) or None
        clock = Clock(target.id, start.id, stops, question.sla, question.calendar, question.only)
        self._open.append(target_id)
        path = self._worst_path(clock, question.used_up, question.day_minutes)
        self._open.pop()
        terms = tuple(path.terms) if path else ()
        return sum(term.minutes for term in terms), sum(term.days for term in terms)

    def _waits_for_others(self, flow: Flow) -> bool:
        return any(type(step) in _OTHERS for step in flow.micro.steps)

    def _sla(self, sla_id: str) -> Sla | None:
        return self.graph.model(sla_id, Sla)

    @cached_property
    def _calendars(self) -> Mapping[str | None, BusinessCalendar]:
        return calendars_of(self.graph.loaded.settings)

    @cached_property
    def _paused(self) -> frozenset[str]:
        """The SLAs that some wait of the map pauses."""
        return frozenset(sla for micro in self.graph.micros for sla in _paused(micro))

    @cached_property
    def _networks(self) -> dict[str, Network]:
        return {}

    @cached_property
    def _questions(self) -> dict[_Question, _Prepared]:
        return {}

    @cached_property
    def _open(self) -> list[str]:
        """The processes whose time is being added up, each inside the one before."""
        return []


_OTHERS = frozenset({HandoffStep, CallStep})
_MOST_REMEMBERED = 2_000
"""Questions that are kept ready to be asked again: on a large map they would take more memory than its text."""
_DEEPEST = 40
"""How deep processes are followed into each other."""


def _starts(flow: Flow, clock: Clock) -> list[tuple[str, int]]:
    starts = [clock.start] if clock.start else [start.id for start in flow.starts]
    return [(start, flow.index[flow.host(start)]) for start in starts if start in flow.index]


def _stops(flow: Flow, clock: Clock, terms: Terms) -> dict[int, int]:
    if clock.stops is None:
        return {flow.index[end.id]: 0 for end in flow.ends}
    known = [flow.steps[stop] for stop in clock.stops if stop in flow.steps]
    return {flow.index[flow.host(step.id)]: terms.weight(terms.leaving(step)) for step in known}


def _paused(micro: Micro) -> set[str]:
    return {sla for step in micro.steps if type(step) is WaitStep for sla in step.pauses}


def _path(terms: Terms, start: str, minutes: int, rounds: tuple[Round, ...]) -> WorstPath:
    stop = rounds[-1].stop
    assert stop is not None
    return WorstPath(
        start=start,
        stop=terms.flow.micro.steps[stop].id,
        minutes=minutes,
        segments=tuple(_segment(terms, round_) for round_ in rounds),
    )


def _segment(terms: Terms, round_: Round) -> Segment:
    flow = terms.flow
    found = [terms.leaving(flow.steps[flow.arrows[number].source], flow.arrows[number]) for number in round_.arrows]
    if round_.stop is not None:
        step = flow.micro.steps[round_.stop]
        if not isinstance(step, EndStep):
            found.append(terms.leaving(step))
    return Segment(tuple(found), round_.times, goes_back=round_.stop is None)
