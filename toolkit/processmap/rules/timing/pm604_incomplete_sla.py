"""PM604: an SLA that says too little to be measured or kept."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.services import Sla
from processmap.rules.naming import listed, named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_models

RULE = Rule("PM604", "incomplete-sla", Severity.ERROR, since="0.1.0", tags=("sla",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields SLAs without clock, target, owner or escalation, and calendars that map.yaml does not hold."""
    calendars = tuple(context.map.settings.calendars) if context.map.settings else ()
    for _, model in live_models(context):
        if type(model) is not Sla or model.status is Status.PLANNED:
            continue
        if missing := _missing(model, calendars):
            yield _incomplete(model, missing)
        if model.calendar and context.map.settings and model.calendar not in calendars:
            yield _unknown_calendar(model, calendars)


def _missing(sla: Sla, calendars: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that are missing. A map with one calendar needs no word on which one counts."""
    needed = {
        "clock.start": sla.clock and sla.clock.start,
        "clock.stop": sla.clock and sla.clock.stop,
        "target": sla.target,
        "calendar": sla.calendar or len(calendars) < _SEVERAL,
        "owner": sla.owner,
        "escalation": sla.escalation,
    }
    return tuple(key for key, value in needed.items() if not value)


_SEVERAL = 2


def _incomplete(sla: Sla, missing: tuple[str, ...]) -> Problem:
    message = Message.of("PM604.message", sla=named(sla.id, sla.name), missing=", ".join(missing))
    return Problem(RULE.code, message, Location(sla.id), hint=Message.of(f"PM604.hint_{_first(missing)}"))


def _first(missing: tuple[str, ...]) -> str:
    return missing[0].partition(".")[0]


def _unknown_calendar(sla: Sla, calendars: tuple[str, ...]) -> Problem:
    names = {"sla": named(sla.id, sla.name), "calendar": sla.calendar or ""}
    key, hint = ("PM604.hint_known", listed(calendars)) if calendars else ("PM604.hint_no_calendar", "")
    return Problem(
        RULE.code,
        Message.of("PM604.unknown", **names),
        Location(sla.id, ("calendar",)),
        hint=Message.of(key, known=hint),
    )
