"""PM601: a longest time that is shorter than the work, or than the wait on the border of its task."""

from collections.abc import Iterator

from processmap.calendar import BusinessCalendar
from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep, StepBase, TaskStep, WaitStep
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros
from processmap.timing import Times
from processmap.values.durations import Duration, DurationUnit
from processmap.values.references import Path

RULE = Rule("PM601", "max-below-work", Severity.ERROR, since="0.1.0", tags=("time",))

_WORKING = frozenset({TaskStep, ApprovalStep})


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields tasks and approvals promised in less time than they take, and attached waits that can never fire."""
    calendar = context.times.calendar()
    for micro in live_micros(context):
        for index, step in enumerate(micro.steps):
            if type(step) in _WORKING:
                assert isinstance(step, TaskStep | ApprovalStep)
                yield from _work(calendar, micro, index, step)
            elif type(step) is WaitStep and step.attached_to:
                yield from _never_fires(context.times, micro, index, step)


def _work(calendar: BusinessCalendar, micro: Micro, index: int, step: TaskStep | ApprovalStep) -> Iterator[Problem]:
    time = step.time
    if time and time.work and time.max and calendar.minutes(time.work) > calendar.minutes(time.max):
        yield Problem(
            RULE.code,
            Message.of("PM601.message", **_names(micro, step), work=time.work, max=time.max),
            Location(micro.id, ("steps", index, "time", "max")),
            hint=Message.of("PM601.hint"),
            related=(Remark(Location(micro.id, ("steps", index, "time", "work")), Message.of("PM601.work")),),
        )


def _never_fires(times: Times, micro: Micro, index: int, wait: WaitStep) -> Iterator[Problem]:
    place = next((place for place, step in enumerate(micro.steps) if step.id == wait.attached_to), None)
    host = None if place is None else micro.steps[place]
    if not isinstance(host, TaskStep | ApprovalStep) or not host.time or not host.time.max:
        return
    for after, path in _times(wait):
        if _is_certainly_longer(times, after, host.time.max):
            names = {"host": step_named(host), "after": after, "max": host.time.max}
            yield Problem(
                RULE.code,
                Message.of("PM601.never", **_names(micro, wait), **names),
                Location(micro.id, ("steps", index, *path)),
                hint=Message.of("PM601.hint_never"),
                related=(Remark(Location(micro.id, ("steps", place or 0, "time", "max")), Message.of("PM601.max")),),
            )


def _times(wait: WaitStep) -> Iterator[tuple[Duration, Path]]:
    if wait.after:
        yield wait.after, ("after",)
    for number, path in enumerate(wait.paths):
        if path.after:
            yield path.after, ("paths", number, "after")


def _is_certainly_longer(times: Times, after: Duration, longest: Duration) -> bool:
    """Whether a time is never over before a longest time, on whatever day the task begins."""
    if after.unit is DurationUnit.CALENDAR_DAY:
        return times.most_days(after) > times.most_days(longest)
    return times.calendar().minutes(after) > times.calendar().minutes(longest)


def _names(micro: Micro, step: StepBase) -> dict[str, str]:
    return {"step": step_named(step), "micro": named(micro.id, micro.name)}
