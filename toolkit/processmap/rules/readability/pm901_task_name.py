"""PM901: an activity whose name does not say what is done, as verb and object."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Language, Message
from processmap.model.micro import Micro
from processmap.model.steps import CallStep, HandoffStep, Step, TaskStep, step_kind
from processmap.rules.naming import named, step_named
from processmap.rules.readability.words import is_verb, verb_for, words
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros

RULE = Rule("PM901", "task-name", Severity.WARNING, since="0.1.0", tags=("names",))

_ACTIVITIES = (TaskStep, HandoffStep, CallStep)


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields tasks, hand-offs and calls that do not begin with a verb, and those of one word."""
    language = context.map.language
    for micro in live_micros(context):
        for index, step in enumerate(micro.steps):
            if type(step) in _ACTIVITIES:
                yield from _checked(micro, index, step, language)


def _checked(micro: Micro, index: int, step: Step, language: Language) -> Iterator[Problem]:
    kind = step_kind(step)
    text: str = getattr(step, kind)
    found = words(text)
    is_no_verb = not found or is_verb(found[0], language) is False
    if not is_no_verb and len(found) > 1:
        return
    names = {"step": step_named(step), "micro": named(micro.id, micro.name)}
    at = Location(micro.id, ("steps", index, kind))
    if is_no_verb:
        yield Problem(RULE.code, Message.of("PM901.message", **names), at, hint=_hint(text, found, language))
    else:
        yield Problem(RULE.code, Message.of("PM901.no_object", **names), at, hint=Message.of("PM901.hint_object"))


def _hint(text: str, found: list[str], language: Language) -> Message:
    verb = verb_for(found[0], language) if found else None
    if verb is None:
        return Message.of("PM901.hint")
    return Message.of("PM901.hint_verb", noun=text.split(maxsplit=1)[0], verb=verb.capitalize())
