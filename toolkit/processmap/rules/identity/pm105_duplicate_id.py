"""PM105: one id for two elements, or for two parts of one element."""

from collections.abc import Iterator, Sequence

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.documents import Form
from processmap.model.ito import Ito
from processmap.model.kinds import AnyElement
from processmap.model.micro import Micro
from processmap.rules.naming import element_name, named, step_text
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_models

RULE = Rule("PM105", "duplicate-id", Severity.ERROR, since="0.1.0", tags=("identity",), can_be_suppressed=False)


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields every definition of an id but the first, then every repeated part inside an element."""
    yield from _elements(context)
    for element_id, model in live_models(context):
        yield from _parts(element_id, model)


def _elements(context: RuleContext) -> Iterator[Problem]:
    for element in context.map.definitions:
        first = context.map.elements[element.id]
        if first is element:
            continue
        names = {"name": element_name(element.model) or "?", "first_name": element_name(first.model) or "?"}
        yield Problem(
            RULE.code,
            Message.of("PM105.message", id=element.id, **names, first_path=first.path),
            context.map.place_of(element),
            hint=Message.of("PM105.hint"),
            related=(Remark(context.map.place_of(first), Message.of("PM105.first", id=element.id)),),
            element=element.id,
        )


def _parts(element_id: str, model: AnyElement) -> Iterator[Problem]:
    group, key, parts = _local_ids(model)
    first_of: dict[str, int] = {}
    for index, (part_id, name) in enumerate(parts):
        first = first_of.setdefault(part_id, index)
        if first == index:
            continue
        names = {"name": name or "?", "first_name": parts[first][1] or "?"}
        first_at = Location(element_id, (group, first, key))
        yield Problem(
            RULE.code,
            Message.of("PM105.part", id=part_id, element=named(element_id, element_name(model)), **names),
            Location(element_id, (group, index, key)),
            hint=Message.of("PM105.hint"),
            related=(Remark(first_at, Message.of("PM105.first", id=part_id)),),
        )


def _local_ids(model: AnyElement) -> tuple[str, str, Sequence[tuple[str, str | None]]]:
    """Returns the list that holds parts, the key of their ids, and id and name of each part."""
    match model:
        case Micro(steps=steps):
            return "steps", "id", [(step.id, step_text(step)) for step in steps]
        case Ito(activities=activities):
            return "activities", "id", [(activity.id, activity.name) for activity in activities]
        case Form(fields=fields):
            return "fields", "name", [(field.name, field.label) for field in fields]
        case _:
            return "", "", ()
