"""What each step adds to the time of a case, and why (design, model.md: "time")."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from processmap.calendar import BusinessCalendar, whole_days
from processmap.graph import Arrow, Flow, attached_to
from processmap.model.services import Sla
from processmap.model.steps import (
    ApprovalStep,
    CallStep,
    ExceptionStep,
    HandoffStep,
    Step,
    TaskStep,
    WaitPath,
    WaitStep,
)
from processmap.values.durations import Duration, DurationUnit


class Why(StrEnum):
    """Where the time of a step comes from."""

    NOTHING = "nothing"
    """It takes no time, or nobody has said how much."""
    MAX = "max"
    """The longest time promised for it."""
    WORK = "work"
    """Its effort, since no longest time is promised."""
    OLA = "ola"
    """The target of the internal SLA under which another process does it."""
    OTHER_PROCESS = "other_process"
    """The worst path of the process that it calls, or waits for without an SLA."""
    HANDED_ON = "handed_on"
    """The flow goes on at once; nothing comes back."""
    WAIT = "wait"
    """The longest time that it waits."""
    PAUSED = "paused"
    """The clock in question stands still meanwhile."""


@dataclass(frozen=True, slots=True)
class Term:
    """What one step adds."""

    step: str
    """Local id; for the time after which an attached wait fires, that of the wait."""
    why: Why
    minutes: int = 0
    """Business minutes."""
    days: int = 0
    """Calendar days, on top of the minutes."""
    duration: Duration | None = None
    """As authored, where one duration makes the whole term."""
    source: str | None = None
    """The SLA or the process that it comes from."""


Inner = Callable[[HandoffStep | CallStep, str | None], tuple[int, int]]
"""Business minutes and calendar days of the process that a step runs, to one of its ends or to the slowest."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one flow, for one clock."""

    flow: Flow
    calendar: BusinessCalendar
    sla: str | None
    """The SLA whose clock runs; what pauses it costs nothing."""
    only: frozenset[str] | None
    """Internal SLAs that alone are added up; None for everything."""
    target_of: Callable[[str], Sla | None]
    inner: Inner
    day_minutes: int
    """Minutes that a calendar day weighs where ways are compared."""

    def weights(self) -> list[int]:
        """Returns the minutes of each arrow of the flow: those of the step that it leaves."""
        own: dict[str, int | None] = {
            step.id: self._own_weight(step) for step in self.flow.micro.steps if type(step) in _TIMED
        }
        found: list[int] = []
        for arrow in self.flow.arrows:
            weight = own.get(arrow.source, 0)
            if weight is None:  # Which way it is left makes a difference.
                weight = self.weight(self.leaving(self.flow.steps[arrow.source], arrow))
            found.append(weight)
        return found

    def _own_weight(self, step: Step) -> int | None:
        """The minutes of a task or approval; None for what depends on the way it is left."""
        if not isinstance(step, TaskStep | ApprovalStep):
            return None
        if self.only is not None or step.time is None:
            return 0
        duration = step.time.max or step.time.work
        if duration is None:
            return 0
        if duration.unit is DurationUnit.CALENDAR_DAY:
            return whole_days(duration) * self.day_minutes
        return self.calendar.minutes(duration)

    def weight(self, term: Term) -> int:
        """Returns the minutes by which a term is compared with others."""
        return term.minutes + term.days * self.day_minutes

    def leaving(self, step: Step, arrow: Arrow | None = None) -> Term:
        """Returns what a step adds when it is left by an arrow; without one, when it is left the slowest way."""
        if self.only is not None and not (isinstance(step, HandoffStep) and step.ola in self.only):
            return Term(step.id, Why.NOTHING)
        match step:
            case TaskStep() | ApprovalStep():
                return self._work(step)
            case HandoffStep():
                return self._handoff(step, _outcome(step, arrow))
            case CallStep():
                return self._inner(step, _outcome(step, arrow))
            case ExceptionStep():
                return self._host(step)
            case WaitStep():
                return self._attached_wait(step, arrow) if attached_to(step) else self._wait(step, arrow)
            case _:
                return Term(step.id, Why.NOTHING)

    def _work(self, step: TaskStep | ApprovalStep) -> Term:
        if step.time and step.time.max:
            return self._term(step.id, Why.MAX, step.time.max)
        if step.time and step.time.work:
            return self._term(step.id, Why.WORK, step.time.work)
        return Term(step.id, Why.NOTHING)

    def _handoff(self, step: HandoffStep, outcome: str | None) -> Term:
        if not (step.returns or step.paths):
            return Term(step.id, Why.HANDED_ON)
        sla = self.target_of(step.ola) if step.ola else None
        if sla and sla.target:
            return replace(self._term(step.id, Why.OLA, sla.target), source=sla.id)
        return self._inner(step, outcome)

    def _inner(self, step: HandoffStep | CallStep, outcome: str | None) -> Term:
        minutes, days = self.inner(step, outcome)
        return Term(step.id, Why.OTHER_PROCESS, minutes, days, source=step.to_process.partition("/")[0])

    def _wait(self, step: WaitStep, arrow: Arrow | None) -> Term:
        if self.sla and self.sla in step.pauses:
            return Term(step.id, Why.PAUSED, source=self.sla)
        path = _path(step, arrow)
        longest = path.after if path and path.after else self._longest(step)
        return self._term(step.id, Why.WAIT, longest) if longest else Term(step.id, Why.NOTHING)

    def _attached_wait(self, step: WaitStep, arrow: Arrow | None) -> Term:
        """The time after which it fires, and never more than its task's: a document may come at any moment of it."""
        host, own = self._host(step), self._wait(step, arrow)
        fires = own.why is Why.WAIT and (host.why is Why.NOTHING or self.weight(own) < self.weight(host))
        return own if fires else host

    def _host(self, step: WaitStep | ExceptionStep) -> Term:
        host = self.flow.steps.get(step.attached_to or "")
        return Term(step.id, Why.NOTHING) if host is None or attached_to(host) else self.leaving(host)

    def _longest(self, step: WaitStep) -> Duration | None:
        given = [step.after, *(path.after for path in step.paths)]
        return max((after for after in given if after), key=self._weight_of, default=step.max)

    def _weight_of(self, duration: Duration) -> int:
        return self.weight(self._term("", Why.WAIT, duration))

    def _term(self, step: str, why: Why, duration: Duration) -> Term:
        if duration.unit is DurationUnit.CALENDAR_DAY:
            return Term(step, why, days=whole_days(duration), duration=duration)
        return Term(step, why, self.calendar.minutes(duration), duration=duration)


_TIMED = frozenset({TaskStep, ApprovalStep, HandoffStep, CallStep, ExceptionStep, WaitStep})


def _path(step: WaitStep, arrow: Arrow | None) -> WaitPath | None:
    place = _place(arrow)
    return None if place is None else step.paths[place]


def _outcome(step: HandoffStep | CallStep, arrow: Arrow | None) -> str | None:
    place = _place(arrow)
    return None if place is None else step.paths[place].outcome


def _place(arrow: Arrow | None) -> int | None:
    """The number of the path by which an arrow leaves its step."""
    match arrow.path if arrow else ():
        case (_, _, "paths", int(place), *_):
            return place
        case _:
            return None
