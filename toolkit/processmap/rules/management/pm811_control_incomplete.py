"""PM811: a control that lacks what makes it one: a risk, the policy behind it, a step, evidence, a frequency."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.policies import Control
from processmap.rules.management.entries import all_read, live
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind

RULE = Rule("PM811", "control-incomplete", Severity.ERROR, since="0.1.0", tags=("controls",))

_NEEDED = ("risk", "policy", "evidence", "frequency")


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields one finding per thing that a control lacks; a step that names the control counts as its step."""
    for control in live(context, Control):
        name = named(control.id, control.name)
        for part in _NEEDED:
            if getattr(control, part) is None:
                message = Message.of(f"PM811.{part}", control=name)
                yield Problem(RULE.code, message, Location(control.id), Message.of(f"PM811.hint_{part}"))
        if not control.tasks and not _is_exercised(context, control):
            message = Message.of("PM811.tasks", control=name)
            yield Problem(RULE.code, message, Location(control.id), Message.of("PM811.hint_tasks", id=control.id))


def _is_exercised(context: RuleContext, control: Control) -> bool:
    """Whether a step names it, or might: in a flow that could not be read."""
    sources = (context.map.elements[mention.source] for mention in context.graph.references_to(control.id))
    return any(source.kind is Kind.MICRO for source in sources) or not all_read(context, Kind.MICRO)
