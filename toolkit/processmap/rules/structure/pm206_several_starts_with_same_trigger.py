"""PM206: two starts of one process that nobody can tell apart."""

from collections.abc import Iterator
from typing import TypeAlias

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import StartStep
from processmap.rules.forks import same_label
from processmap.rules.naming import element_name, named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros
from processmap.values.references import Path

RULE = Rule("PM206", "several-starts-with-same-trigger", Severity.ERROR, since="0.1.0", tags=("flow", "handoffs"))

_Trigger: TypeAlias = tuple[object, ...]


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields every later start that shares a trigger with an earlier one."""
    for micro in live_micros(context):
        known: dict[_Trigger, tuple[int, StartStep]] = {}
        for index, step in enumerate(micro.steps):
            if isinstance(step, StartStep):
                yield from _shared(context, micro, index, step, known)


def _shared(
    context: RuleContext, micro: Micro, index: int, start: StartStep, known: dict[_Trigger, tuple[int, StartStep]]
) -> Iterator[Problem]:
    is_reported = False
    for trigger, key, path in _triggers(start):
        first_index, first = known.setdefault(trigger, (index, start))
        if first is start or is_reported:
            continue
        is_reported = True
        names = {"step": step_named(start), "first": step_named(first), "micro": named(micro.id, micro.name)}
        if key == "PM206.sender":
            names["sender"] = _sender_named(context, str(trigger[0]))
        first_at = Location(micro.id, ("steps", first_index, "id"))
        yield Problem(
            RULE.code,
            Message.of(key, **names),
            Location(micro.id, ("steps", index, *path)),
            hint=Message.of("PM206.hint"),
            related=(Remark(first_at, Message.of("PM206.first_start")),),
        )


def _sender_named(context: RuleContext, sender: str) -> str:
    element = context.map.elements.get(sender)
    return named(sender, element_name(element.model) if element else None)


def _triggers(start: StartStep) -> Iterator[tuple[_Trigger, str, Path]]:
    """Yields what makes a case begin here: one trigger per sender, else the calendar, else the people's own words."""
    comes_with = (start.channel, frozenset(start.receives))
    for position, sender in enumerate(start.senders):
        yield (sender, start.cadence, *comes_with), "PM206.sender", ("from", position)
    if start.senders:
        return
    if start.cadence is not None:
        yield (start.cadence, *comes_with), "PM206.calendar", ("cadence",)
    else:
        yield (same_label(start.start), *comes_with), "PM206.people", ("start",)
