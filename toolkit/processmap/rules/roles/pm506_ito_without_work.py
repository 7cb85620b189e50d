"""PM506: an ITO, or an activity of it, that does no task of any flow."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Part, Problem, Severity
from processmap.i18n import Message
from processmap.model.ito import Ito
from processmap.rules.naming import named
from processmap.rules.roles.instructed import instructions
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM506", "ito-without-work", Severity.WARNING, since="0.1.0", tags=("ito",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields ITOs without any task, and single activities without one in the others."""
    for ito in instructions(context).itos:
        if not any(activity.does for activity in ito.activities):
            message = Message.of("PM506.message", ito=named(ito.id, ito.name), role=ito.role)
            yield Problem(RULE.code, message, Location(ito.id), hint=Message.of("PM506.hint", role=ito.role))
        else:
            yield from _idle_activities(ito)


def _idle_activities(ito: Ito) -> Iterator[Problem]:
    for index, activity in enumerate(ito.activities):
        if not activity.does:
            name = named(activity.id, activity.name)
            yield Problem(
                RULE.code,
                Message.of("PM506.activity", activity=name, ito=named(ito.id, ito.name)),
                Location(ito.id, ("activities", index, "does"), Part.KEY),
                hint=Message.of("PM506.hint_activity"),
            )
