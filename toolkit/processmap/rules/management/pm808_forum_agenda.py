"""PM808: a forum that cannot be held as it is written."""

from collections.abc import Iterator
from itertools import combinations

from processmap.diagnostics import Location, Part, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.governance import Forum
from processmap.model.organisation import Level, Role
from processmap.rules.management.entries import live
from processmap.rules.management.sittings import Sitting, collide, length_minutes, sitting_of
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.numbers import decimal_text

RULE = Rule("PM808", "forum-agenda", Severity.WARNING, since="0.1.0", tags=("forums",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields forums whose agenda is too long, without a chair or executive, and people in two forums at once."""
    forums = tuple(live(context, Forum))
    for forum in forums:
        yield from _length(forum)
        if forum.chair is None:
            message = Message.of("PM808.no_chair", forum=named(forum.id, forum.name))
            yield Problem(RULE.code, message, Location(forum.id), Message.of("PM808.hint_no_chair"))
        if forum.requires_executive and _lacks_executive(context, forum):
            message = Message.of("PM808.no_executive", forum=named(forum.id, forum.name))
            at = Location(forum.id, ("requires_executive",))
            yield Problem(RULE.code, message, at, Message.of("PM808.hint_no_executive"))
    sittings = [sitting for forum in forums if (sitting := sitting_of(forum))]
    for one, other in combinations(sittings, 2):
        if collide(one, other):
            yield from _at_once(context, one, other)


def _length(forum: Forum) -> Iterator[Problem]:
    length = length_minutes(forum.cadence.length)
    minutes = sum(item.minutes for item in forum.agenda)
    if length is not None and minutes > length:
        message = Message.of(
            "PM808.too_long",
            forum=named(forum.id, forum.name),
            minutes=minutes,
            length=decimal_text(length),
            excess=decimal_text(minutes - length),
        )
        related = (Remark(Location(forum.id, ("cadence",)), Message.of("PM808.length")),)
        at = Location(forum.id, ("agenda",), Part.KEY)
        yield Problem(RULE.code, message, at, Message.of("PM808.hint_too_long"), related)


def _people(forum: Forum) -> tuple[str, ...]:
    """The roles that take part, without repetition."""
    chair = (forum.chair,) if forum.chair else ()
    return tuple(dict.fromkeys((*chair, *forum.members)))


def _lacks_executive(context: RuleContext, forum: Forum) -> bool:
    """Whether nobody in it is an executive; not certain while a role is unknown."""
    roles = [context.graph.model(role, Role) for role in _people(forum)]
    return all(role is not None and role.level is not Level.EXECUTIVE for role in roles)


def _at_once(context: RuleContext, one: Sitting, other: Sitting) -> Iterator[Problem]:
    """A role of several people can be in two places; one of a single person, or of nobody knows how many, cannot."""
    for role_id in _people(other.forum):
        role = context.graph.model(role_id, Role)
        if role is None or role_id not in _people(one.forum) or (role.headcount or 1) > 1:
            continue
        message = Message.of(
            "PM808.at_once",
            role=named(role.id, role.name),
            forum=named(other.forum.id, other.forum.name),
            other=named(one.forum.id, one.forum.name),
        )
        related = (Remark(Location(one.forum.id, ("cadence",)), Message.of("PM808.other")),)
        at = Location(other.forum.id, ("cadence",))
        yield Problem(RULE.code, message, at, Message.of("PM808.hint_at_once"), related)
