"""PM510: roles that report to each other in a ring."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.organisation import Role
from processmap.rules.naming import named
from processmap.rules.roles.reporting import superiors
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM510", "reporting-cycle", Severity.ERROR, since="0.1.0", tags=("roles",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields each ring once, at the role of it that comes first."""
    told: set[str] = set()
    for role in context.graph.all(Role):
        above = superiors(context, role.id)
        if role.id in above and role.id not in told:
            ring = (role.id, *above[: above.index(role.id)])
            told.update(ring)
            yield _problem(context, ring)


def _problem(context: RuleContext, ring: tuple[str, ...]) -> Problem:
    roles = [role for role_id in ring if (role := context.graph.model(role_id, Role))]
    names = [named(role.id, role.name) for role in roles]
    key = "PM510.message" if len(roles) > 1 else "PM510.itself"
    return Problem(
        RULE.code,
        Message.of(key, role=names[0], ring=" → ".join([*names, names[0]])),
        Location(roles[0].id, ("reports_to",)),
        hint=Message.of("PM510.hint"),
        related=tuple(Remark(Location(role.id, ("reports_to",)), Message.of("PM510.link")) for role in roles[1:]),
    )
