"""PM108: something in use names what is retired."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Severity
from processmap.i18n import Message
from processmap.loading import Element
from processmap.model.document_control import Status
from processmap.model.documents import System
from processmap.model.rollout import Validation
from processmap.rules.mentions import mention_in_place
from processmap.rules.naming import element_name, named
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM108", "retired-element-referenced", Severity.ERROR, since="0.1.0", tags=("references", "documents"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields mentions of retired elements; a validation is a record of its day and may keep them."""
    retired = {element.id: element for element in context.map.elements.values() if element.status is Status.RETIRED}
    for found in context.mentions if retired else ():
        target = retired.get(found.target)
        if target is None:
            continue
        mention = mention_in_place(context, found)
        if isinstance(mention.model, Validation):
            continue
        element = named(target.id, element_name(target.model))
        yield Problem(
            RULE.code,
            Message.of("PM108.message", holder=mention.holder_name, element=element, key=mention.key),
            mention.location,
            hint=_hint(context, target),
        )


def _hint(context: RuleContext, target: Element) -> Message:
    if isinstance(target.model, System) and target.model.replaced_by:
        replacement = context.map.elements.get(target.model.replaced_by)
        if replacement and replacement.status is not Status.RETIRED:
            name = named(replacement.id, element_name(replacement.model))
            return Message.of("PM108.replaced", replacement=name)
    return Message.of("PM108.hint")
