"""PM802: a target lies on the wrong side of its floor, or a benefit aims the wrong way."""

from collections.abc import Iterator
from decimal import Decimal

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.indicators import Benefit, Kpi
from processmap.rules.management.entries import live
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.numbers import decimal_text

RULE = Rule("PM802", "kpi-direction", Severity.ERROR, since="0.1.0", tags=("kpis",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields KPIs whose target is worse than their floor, and benefits whose target is worse than today."""
    for kpi in live(context, Kpi):
        if kpi.target and kpi.target.floor is not None and _is_worse(kpi, kpi.target.value, kpi.target.floor):
            yield _floor(kpi)
    for benefit in live(context, Benefit):
        measured = context.graph.model(benefit.kpi, Kpi)
        if measured and _is_worse(measured, benefit.target, benefit.baseline):
            yield _benefit(measured, benefit)


def _is_worse(kpi: Kpi, value: Decimal, than: Decimal) -> bool:
    return value < than if kpi.better == "up" else value > than


def _floor(kpi: Kpi) -> Problem:
    assert kpi.target
    assert kpi.target.floor is not None
    message = Message.of(
        f"PM802.floor_{kpi.better}",
        kpi=named(kpi.id, kpi.name),
        value=decimal_text(kpi.target.value),
        floor=decimal_text(kpi.target.floor),
    )
    related = (Remark(Location(kpi.id, ("better",)), Message.of(f"PM802.better_{kpi.better}")),)
    return Problem(RULE.code, message, Location(kpi.id, ("target", "floor")), Message.of("PM802.hint"), related)


def _benefit(kpi: Kpi, benefit: Benefit) -> Problem:
    message = Message.of(
        f"PM802.benefit_{kpi.better}",
        benefit=named(benefit.id, benefit.name),
        kpi=named(kpi.id, kpi.name),
        baseline=decimal_text(benefit.baseline),
        target=decimal_text(benefit.target),
    )
    related = (Remark(Location(kpi.id, ("better",)), Message.of(f"PM802.better_{kpi.better}")),)
    return Problem(RULE.code, message, Location(benefit.id, ("target",)), Message.of("PM802.hint_benefit"), related)
