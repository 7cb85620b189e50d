"""PM107: something is named that exists but does not fit there."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Severity
from processmap.graph import Mention as FoundMention
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import EndStep, StartStep
from processmap.rules.mentions import Mention, mention_in_place
from processmap.rules.naming import element_name, listed, named, step_named
from processmap.rules.outcomes import expected_ends
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.steps_of_micro import step_by_id
from processmap.values.ids import Kind

RULE = Rule("PM107", "reference-of-wrong-kind", Severity.ERROR, since="0.1.0", tags=("references",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields elements of a wrong kind, ways into a process that are no start, and outcomes that are no end."""
    for found in context.mentions:
        if _fits_plainly(context, found):
            continue
        if is_of_wrong_kind(context, found):
            yield _wrong_kind(context, mention_in_place(context, found))
        elif found.reference.text != found.target:
            mention = mention_in_place(context, found)
            if mention.key == "to_process":
                yield from _no_start(context, mention)
    yield from _no_end(context)


def _fits_plainly(context: RuleContext, found: FoundMention) -> bool:
    """Whether an element of a right kind is named and no part of it, as nearly always."""
    target = context.map.elements.get(found.target)
    reference = found.reference
    return target is not None and target.kind in (reference.kinds or (target.kind,)) and reference.text == found.target


def is_of_wrong_kind(context: RuleContext, mention: FoundMention) -> bool:
    """Whether the kind of what is named does not fit; what does not exist is judged by its prefix."""
    kinds = mention.reference.kinds
    if not kinds:
        return False
    target = context.map.elements.get(mention.target)
    if target is not None:
        return target.kind not in kinds
    prefix = mention.target.partition("-")[0]
    return prefix in _PREFIXES and prefix not in kinds


_PREFIXES = frozenset(kind.value for kind in Kind)


def _wrong_kind(context: RuleContext, mention: Mention) -> Problem:
    target = context.map.elements.get(mention.reference.element)
    element = named(mention.reference.element, element_name(target.model) if target else None)
    prefixes = ", ".join(f"{kind}-" for kind in mention.reference.kinds)
    return Problem(
        RULE.code,
        Message.of("PM107.message", holder=mention.holder_name, element=element, key=mention.key, prefixes=prefixes),
        mention.location,
        hint=Message.of("PM107.hint", prefixes=prefixes),
    )


def _no_start(context: RuleContext, mention: Mention) -> Iterator[Problem]:
    target = context.map.elements.get(mention.reference.element)
    if target is None or not isinstance(target.model, Micro) or mention.reference.part is None:
        return
    step = step_by_id(target.model, mention.reference.part)
    if step is None or isinstance(step, StartStep):
        return
    names = {"holder": mention.holder_name, "element": named(target.id, target.model.name), "key": mention.key}
    starts = listed(f"{target.id}/{start.id}" for start in target.model.steps if isinstance(start, StartStep))
    yield Problem(
        RULE.code,
        Message.of("PM107.start", **names, step=step_named(step)),
        mention.location,
        hint=Message.of("PM107.known_starts", known=starts) if starts else None,
    )


def _no_end(context: RuleContext) -> Iterator[Problem]:
    for expected in expected_ends(context):
        if expected.end is not None and not isinstance(expected.end, EndStep):
            ends = listed(expected.known_ends)
            yield Problem(
                RULE.code,
                Message.of("PM107.end", **expected.names),
                expected.location,
                hint=Message.of("PM107.known_ends", known=ends) if ends else None,
            )
