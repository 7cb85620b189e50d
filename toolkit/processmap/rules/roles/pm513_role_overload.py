"""PM513: a role has more work than its people have hours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from processmap.diagnostics import Location, Part, Problem, Severity
from processmap.graph.workload import exactly, minutes, minutes_of_day
from processmap.i18n import Message
from processmap.model.organisation import Role
from processmap.rules.naming import named
from processmap.rules.roles.workload import at_most, workload
from processmap.rules.rule import Rule, RuleContext
from processmap.values.numbers import decimal_text

RULE = Rule("PM513", "role-overload", Severity.WARNING, since="0.1.0", tags=("roles", "figures"))

_NEAR = 0.999
"""Where the quick sum with floating point gets so close to the limit, the exact one decides."""
_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Limit:
    role: Role
    minutes: Fraction
    """That all people of the role have in a week."""


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields roles whose expected work per week exceeds capacity times headcount; both must be given."""
    limits = _limits(context)
    most = at_most(context, limits)
    limits = {role: limit for role, limit in limits.items() if most.get(role, 0.0) > float(limit.minutes) * _NEAR}
    if not limits:
        return
    rough = workload(context, limits, float)
    near = {role: limits[role] for role in limits if sum(rough[role].values()) > float(limits[role].minutes) * _NEAR}
    exact = workload(context, near, exactly) if near else {}
    for role_id, by_micro in exact.items():
        if sum(by_micro.values(), Fraction()) > near[role_id].minutes:
            yield _problem(near[role_id], by_micro)


def _limits(context: RuleContext) -> dict[str, _Limit]:
    day = minutes_of_day(context.map.settings)
    return {
        role.id: _Limit(role, minutes(role.capacity, day) * role.headcount)
        for role in context.graph.all(Role)
        if role.capacity is not None and role.headcount is not None
    }


def _problem(limit: _Limit, by_micro: Mapping[str, Fraction]) -> Problem:
    role = limit.role
    most = sorted(by_micro.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"{micro_id} {_hours(spent)} h" for micro_id, spent in most[:_MOST_SHOWN] if spent]
    total = sum(by_micro.values(), Fraction())
    return Problem(
        RULE.code,
        Message.of(
            "PM513.message",
            role=named(role.id, role.name),
            needed=_hours(total),
            available=_hours(limit.minutes),
            headcount=role.headcount,
            capacity=role.capacity,
            micros=" + ".join([*shown, "…"] if len(most) > _MOST_SHOWN else shown),
        ),
        Location(role.id, ("headcount",), Part.KEY),
        hint=Message.of("PM513.hint", missing=_hours(total - limit.minutes)),
    )


def _hours(spent: Fraction) -> str:
    """Hours with one decimal."""
    return decimal_text(Decimal(round(spent / 6)) / 10)
