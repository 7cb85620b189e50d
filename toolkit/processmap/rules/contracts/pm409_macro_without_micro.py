"""PM409: a macro process with nothing in it."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.macro import Macro
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_models
from processmap.rules.unread import Unread

RULE = Rule("PM409", "macro-without-micro", Severity.ERROR, since="0.1.0", tags=("map",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields macros to which no micro belongs; a planned micro is enough, a retired one is not."""
    unread = Unread(context.map)
    for id_, model in live_models(context):
        if not isinstance(model, Macro) or context.map.elements[id_].status is Status.PLANNED:
            continue
        micros = context.graph.micros_of(model.id)
        if any(context.map.elements[micro.id].status is not Status.RETIRED for micro in micros):
            continue
        if not unread.may_mention(model.id):
            yield Problem(
                RULE.code,
                Message.of("PM409.message", macro=named(model.id, model.name)),
                Location(model.id),
                hint=Message.of("PM409.hint", macro=model.id),
            )
