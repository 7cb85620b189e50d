"""PM905: a start or an end that does not say what has come about."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.steps import EndStep, StartStep, Step, step_kind
from processmap.rules.naming import named, step_named
from processmap.rules.readability.words import says_a_state
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros

RULE = Rule("PM905", "event-name", Severity.INFO, since="0.1.0", tags=("names",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields starts and ends without a participle or state; a start by the calendar is a moment and needs none."""
    for micro in live_micros(context):
        for index, step in enumerate(micro.steps):
            if not _is_event(step):
                continue
            kind = step_kind(step)
            if not says_a_state(getattr(step, kind), context.map.language):
                yield Problem(
                    RULE.code,
                    Message.of("PM905.message", step=step_named(step), micro=named(micro.id, micro.name)),
                    Location(micro.id, ("steps", index, kind)),
                    hint=Message.of(f"PM905.hint_{kind}"),
                )


def _is_event(step: Step) -> bool:
    return type(step) is EndStep or (type(step) is StartStep and step.cadence is None)
