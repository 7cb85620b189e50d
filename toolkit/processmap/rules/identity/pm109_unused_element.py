"""PM109: something is defined and nobody refers to it."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.rules.naming import element_name, named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.unread import Unread
from processmap.values.ids import Kind

RULE = Rule("PM109", "unused-element", Severity.WARNING, since="0.1.0", tags=("references",))

_EXPECTED_TO_BE_USED = frozenset({Kind.ROLE, Kind.DOCUMENT, Kind.SYSTEM, Kind.KPI, Kind.FORM, Kind.SLA, Kind.POLICY})


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields elements in use that nothing in use mentions, themselves apart."""
    used = {mention.target for mention in context.mentions if mention.target != mention.source}
    unread = Unread(context.map)
    for element in context.map.elements.values():
        if element.kind not in _EXPECTED_TO_BE_USED or element.id in used or element.model is None:
            continue
        if element.status in (Status.PLANNED, Status.RETIRED) or unread.may_mention(element.id):
            continue
        name = named(element.id, element_name(element.model))
        at = Location(element.id)
        yield Problem(RULE.code, Message.of("PM109.message", element=name), at, hint=Message.of("PM109.hint"))
