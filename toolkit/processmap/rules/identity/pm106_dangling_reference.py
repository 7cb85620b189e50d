"""PM106: something is named that does not exist."""

import re
from collections.abc import Iterator

from processmap.diagnostics import Edit, Problem, Severity
from processmap.graph import Mention as FoundMention
from processmap.i18n import Message
from processmap.loading import Element
from processmap.model.document_control import Status
from processmap.model.documents import Form
from processmap.model.micro import Micro
from processmap.model.policies import Policy
from processmap.rules.identity.pm107_reference_of_wrong_kind import is_of_wrong_kind
from processmap.rules.mentions import Mention, mention_in_place
from processmap.rules.naming import element_name, listed, named
from processmap.rules.nearest import Guess, Guesses
from processmap.rules.outcomes import expected_ends
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.unread import Unread

RULE = Rule("PM106", "dangling-reference", Severity.ERROR, since="0.1.0", tags=("references",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields references to nothing; what a file that is no YAML may define is not reported."""
    unread = Unread(context.map)
    guesses = Guesses(context.map)
    sound: set[str] = set()  # the same few texts are written again and again
    parts: dict[str, frozenset[str]] = {}
    for found in context.mentions:
        if found.reference.text in sound:
            continue
        target = context.map.elements.get(found.target)
        if target is not None and target.status is not Status.PLANNED and _is_whole(context, found, target, parts):
            sound.add(found.reference.text)
            continue
        if is_of_wrong_kind(context, found):
            continue
        mention = mention_in_place(context, found)
        if target is None:
            if not unread.may_define(found.target):
                yield _unknown(context, mention, guesses.of(mention.reference))
        elif target.status is Status.PLANNED:
            yield from _planned(context, mention, target)
        else:
            yield from _unknown_part(mention, target)
    yield from _unknown_ends(context)


def _is_whole(context: RuleContext, found: FoundMention, target: Element, parts: dict[str, frozenset[str]]) -> bool:
    """Whether what is named inside an element, if anything, is there; `parts` grows by what is asked for."""
    part = found.reference.part if found.reference.text != found.target else None
    if part is None:
        return True
    known = parts.get(target.id)
    if known is None:
        twins = context.map.definitions_of(target.id)
        known = parts[target.id] = frozenset(name for twin in twins for name in _parts(twin))
    return part in known


def _unknown(context: RuleContext, mention: Mention, found: Guess) -> Problem:
    written = mention.reference.element
    near = Message.of("PM106.near", nearest=listed(found.candidates))
    return Problem(
        RULE.code,
        Message.of("PM106.message", holder=mention.holder_name, id=written, key=mention.key),
        mention.location,
        hint=near if found.candidates else Message.of("PM106.hint", id=written),
        edit=_edit(context, mention, found.certain) if found.certain else None,
    )


def _edit(context: RuleContext, mention: Mention, replacement: str) -> Edit | None:
    """Replaces the id alone: quotes around it and a step behind it stay."""
    holder = context.map.elements.get(mention.holder)
    if holder is None:
        return None
    file = context.map.file(holder.path)
    start, end = file.offsets(holder.pointer + mention.location.path, mention.location.part)
    written = re.compile(rf"(?<![A-Z0-9-]){re.escape(mention.reference.element)}(?![A-Z0-9-])")
    found = written.search(file.text, start, end)
    return Edit(holder.path, *found.span(), replacement) if found else None


def _planned(context: RuleContext, mention: Mention, target: Element) -> Iterator[Problem]:
    """A plan that names another plan says nothing new."""
    holder = context.map.elements.get(mention.holder)
    if holder is None or holder.status is not Status.PLANNED:
        element = named(target.id, element_name(target.model))
        yield Problem(
            RULE.code,
            Message.of("PM106.planned", holder=mention.holder_name, element=element, key=mention.key),
            mention.location,
            hint=Message.of("PM106.planned_hint", id=target.id),
            severity=Severity.INFO,
        )


def _unknown_part(mention: Mention, target: Element) -> Iterator[Problem]:
    match target.model:
        case Micro():
            key = "PM106.step"
        case Policy():
            key = "PM106.output"
        case Form():
            key = "PM106.field"
        case _:
            return
    names = {"holder": mention.holder_name, "element": named(target.id, element_name(target.model))}
    yield Problem(
        RULE.code,
        Message.of(key, **names, part=mention.reference.part or "", key=mention.key),
        mention.location,
        hint=_known(_parts(target)),
    )


def _unknown_ends(context: RuleContext) -> Iterator[Problem]:
    for expected in expected_ends(context):
        if expected.end is None:
            yield Problem(
                RULE.code,
                Message.of("PM106.step", **expected.names),
                expected.location,
                hint=_known(expected.known_ends),
            )


def _parts(element: Element) -> tuple[str, ...]:
    match element.model:
        case Micro(steps=steps):
            return tuple(step.id for step in steps)
        case Policy(outputs=outputs):
            return tuple(outputs)
        case Form(fields=fields):
            return tuple(field.name for field in fields)
        case _:
            return ()


def _known(parts: tuple[str, ...]) -> Message:
    return Message.of("PM106.known", known=listed(parts)) if parts else Message.of("PM106.nothing")
