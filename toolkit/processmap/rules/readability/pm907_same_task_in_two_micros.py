"""PM907: the same task stands in two processes."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import TaskStep
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros

RULE = Rule("PM907", "same-task-in-two-micros", Severity.INFO, since="0.1.0", tags=("names", "reuse"))

_SHOWN = 3
Occurrence = tuple[Micro, int]


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields each text that is a task of several micros once, at its second place, with the other places."""
    places: dict[str, list[Occurrence]] = {}
    for micro in live_micros(context):
        for index, step in enumerate(micro.steps):
            if type(step) is TaskStep:
                places.setdefault(step.task.casefold(), []).append((micro, index))
    for found in places.values():
        micros = {micro.id: (micro, index) for micro, index in reversed(found)}
        if len(micros) > 1:
            yield _problem(list(micros.values())[::-1])


def _problem(found: list[Occurrence]) -> Problem:
    (first, first_index), (second, second_index) = found[:2]
    task = second.steps[second_index]
    assert isinstance(task, TaskStep)
    names = {"task": task.task, "first": named(first.id, first.name), "second": named(second.id, second.name)}
    message = Message.of("PM907.message", **names)
    if len(found) > 2:
        message = Message.of("PM907.more", **names, others=len(found) - 2)
    others = [(first, first_index), *found[2 : _SHOWN + 1]]
    return Problem(
        RULE.code,
        message,
        Location(second.id, ("steps", second_index, "task")),
        hint=Message.of("PM907.hint"),
        related=tuple(
            Remark(Location(micro.id, ("steps", index, "task")), Message.of("PM907.here", micro=micro.id))
            for micro, index in others
        ),
    )
