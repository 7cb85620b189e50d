"""PM205: a step points to a step of its process that is not there."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import ExceptionStep, NoteStep, StepBase, WaitStep
from processmap.rules.naming import key_of, listed, named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros
from processmap.values.references import Reference

RULE = Rule("PM205", "unknown-step-target", Severity.ERROR, since="0.1.0", tags=("flow", "references"))

_ARROWS = frozenset({"to", "then"})
_OF_ANOTHER_PROCESS = "outcome"


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields `to`, `then`, `attached_to` and `about` that name no step, and arrows into what no arrow can enter."""
    for micro in live_micros(context):
        steps: dict[str, StepBase] = {step.id: step for step in reversed(micro.steps)}
        for reference in context.graph.local_references_from(micro.id):
            if key_of(reference.path) != _OF_ANOTHER_PROCESS:
                yield from _checked(micro, reference, steps.get(reference.text))


def _checked(micro: Micro, reference: Reference, target: StepBase | None) -> Iterator[Problem]:
    key = key_of(reference.path)
    if target is not None and not (key in _ARROWS and _is_closed(target)):
        return
    holder = micro.steps[int(reference.path[1])]
    names = {"step": step_named(holder), "micro": named(micro.id, micro.name), "key": key}
    at = Location(micro.id, reference.path)
    if target is None:
        message = Message.of("PM205.message", **names, target=reference.text)
        yield Problem(RULE.code, message, at, hint=Message.of("PM205.known", known=listed(_enterable(micro))))
    else:
        message = Message.of("PM205.closed", **names, target=step_named(target))
        yield Problem(RULE.code, message, at, hint=Message.of("PM205.hint_closed"))


def _is_closed(step: StepBase) -> bool:
    """Whether no arrow can enter a step: nobody goes on to a note, and what is attached begins with its host."""
    kind = type(step)  # `isinstance` on pydantic models is slow where it says no
    return kind is NoteStep or kind is ExceptionStep or (type(step) is WaitStep and step.attached_to is not None)


def _enterable(micro: Micro) -> list[str]:
    return [step.id for step in micro.steps if not _is_closed(step)]
