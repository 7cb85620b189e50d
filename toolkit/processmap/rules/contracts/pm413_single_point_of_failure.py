"""PM413: one process, or one person, on whom the value chain hangs."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from processmap.diagnostics import Location, Problem, Severity
from processmap.graph import ValueChain
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.organisation import Role
from processmap.rules.contracts.sides import micro_named
from processmap.rules.naming import listed, named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.percents import Percent

RULE = Rule("PM413", "single-point-of-failure", Severity.INFO, since="0.1.0", tags=("handoffs", "risk"))

_CUT_OFF = Fraction(1, 4)
"""A process is a single point if at least this share of the others is cut off from the rest without it."""
_LOST = Fraction(1, 2)
"""A person is one if at least this share of the connections between processes is lost."""
_HUB = 3
"""Every process in a row connects two others; only one that connects more can be said to hold the chain together."""


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields processes that the core falls apart without, then roles of one person without a stand-in."""
    chain = context.graph.value_chain
    yield from _processes(chain)
    yield from _roles(context, chain)


def _processes(chain: ValueChain) -> Iterator[Problem]:
    for point in chain.cut_points:
        others = sum(point.parts)
        cut_off = others - point.parts[0]
        if Fraction(cut_off, others) >= _CUT_OFF and chain.degrees[point.node] >= _HUB:
            micro = chain.micros[point.node]
            yield Problem(
                RULE.code,
                Message.of(
                    "PM413.process",
                    micro=micro_named(micro),
                    others=others,
                    parts=len(point.parts),
                    share=_percent(point.share),
                ),
                Location(micro.id),
                hint=Message.of("PM413.hint_process"),
            )


def _roles(context: RuleContext, chain: ValueChain) -> Iterator[Problem]:
    stand_in = {ito.role for ito in context.graph.itos if ito.backup}
    for role in context.graph.all(Role):
        if role.headcount != 1 or role.id in stand_in or not chain.workplaces.get(role.id):
            continue
        if context.map.elements[role.id].status is Status.RETIRED:
            continue
        lost = chain.share_lost_without(role.id)
        if lost >= _LOST:
            yield Problem(
                RULE.code,
                Message.of(
                    "PM413.role",
                    role=named(role.id, role.name),
                    micros=listed(chain.micros[number].id for number in chain.workplaces[role.id]),
                    share=_percent(lost),
                ),
                Location(role.id, ("headcount",)),
                hint=Message.of("PM413.hint_role"),
            )


def _percent(share: Fraction) -> Percent:
    return Percent(Decimal(round(share * 100)))
