"""Who stands above whom in the organisation."""

from processmap.model.organisation import Role
from processmap.rules.rule import RuleContext


def superiors(context: RuleContext, role_id: str) -> tuple[str, ...]:
    """Returns the roles above a role, nearest first; a ring of roles (PM510) is walked once."""
    known = context.shared(_known)
    if role_id not in known:
        known[role_id] = _climbed(context, role_id)
    return known[role_id]


def _known(_: RuleContext) -> dict[str, tuple[str, ...]]:
    return {}


def _climbed(context: RuleContext, role_id: str) -> tuple[str, ...]:
    found: list[str] = []
    role = context.graph.model(role_id, Role)
    while role and role.reports_to and role.reports_to not in found:
        found.append(role.reports_to)
        role = context.graph.model(role.reports_to, Role)
    return tuple(found)
