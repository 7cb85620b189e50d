"""PM201: a process without a start or without an end."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Part, Problem, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import EndStep, StartStep
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros

RULE = Rule("PM201", "no-start-or-no-end", Severity.ERROR, since="0.1.0", tags=("flow",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields one problem per process that lacks a start, an end, or both."""
    for micro in live_micros(context):
        lacking = _lacking(micro)
        if lacking:
            key, hint = lacking
            at = Location(micro.id, ("steps",), Part.KEY) if micro.steps else Location(micro.id)
            yield Problem(RULE.code, Message.of(key, micro=named(micro.id, micro.name)), at, hint=Message.of(hint))


def _lacking(micro: Micro) -> tuple[str, str] | None:
    has_start = any(isinstance(step, StartStep) for step in micro.steps)
    has_end = any(isinstance(step, EndStep) for step in micro.steps)
    match bool(micro.steps), has_start, has_end:
        case False, _, _:
            return "PM201.empty", "PM201.hint_empty"
        case _, False, False:
            return "PM201.neither", "PM201.hint"
        case _, False, True:
            return "PM201.start", "PM201.hint_start"
        case _, True, False:
            return "PM201.end", "PM201.hint_end"
    return None
