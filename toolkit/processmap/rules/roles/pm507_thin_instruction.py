"""PM507: an activity that does not say how it is done, or when it is done."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Part, Path, Problem, Severity
from processmap.i18n import Message
from processmap.model.ito import Activity, Ito
from processmap.rules.naming import named
from processmap.rules.roles.instructed import instructions
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM507", "thin-instruction", Severity.WARNING, since="0.1.0", tags=("ito",))

_FEWEST_STEPS = 2


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields activities with fewer than two steps or without `done_when`; one finding where both are missing."""
    for ito in instructions(context).itos:
        for index, activity in enumerate(ito.activities):
            if len(activity.steps) < _FEWEST_STEPS:
                key = "PM507.few" if activity.done_when else "PM507.both"
                yield _problem(ito, activity, key, ("activities", index, "steps"), Part.KEY)
            elif not activity.done_when:
                yield _problem(ito, activity, "PM507.endless", ("activities", index, "id"), Part.VALUE)


def _problem(ito: Ito, activity: Activity, key: str, path: Path, part: Part) -> Problem:
    names = {"activity": named(activity.id, activity.name), "ito": named(ito.id, ito.name)}
    hint = Message.of("PM507.hint_endless" if key == "PM507.endless" else "PM507.hint")
    return Problem(RULE.code, Message.of(key, **names), Location(ito.id, path, part), hint=hint)
