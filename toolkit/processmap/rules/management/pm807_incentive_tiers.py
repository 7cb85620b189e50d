"""PM807: an incentive that does not say what it pays, or that is computed by those who earn it."""

from collections.abc import Iterator
from itertools import pairwise

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.commercial import Incentive
from processmap.model.indicators import Kpi, Target
from processmap.model.organisation import Role
from processmap.rules.management.entries import all_read, live
from processmap.rules.naming import element_name, named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind

RULE = Rule("PM807", "incentive-tiers", Severity.ERROR, since="0.1.0", tags=("incentives",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields tiers that are out of order, apart or overlapping, incentives without a target, and payers that earn."""
    with_target: set[tuple[str, str | None]] = {(target.kpi, target.region) for target in live(context, Target)}
    for incentive in live(context, Incentive):
        yield from _tiers(incentive)
        yield from _cap(incentive)
        yield from _target(context, incentive, with_target)
        yield from _payer(context, incentive)


def _tiers(incentive: Incentive) -> Iterator[Problem]:
    tiers = incentive.tiers
    if not tiers:
        yield _problem(incentive, "PM807.no_tiers", ("tiers",))
    for index, tier in enumerate(tiers):
        if tier.to is not None and tier.to <= tier.from_:
            yield _problem(incentive, "PM807.empty", ("tiers", index), start=tier.from_, end=tier.to)
    for index, (before, tier) in enumerate(pairwise(tiers), start=1):
        related = (Remark(Location(incentive.id, ("tiers", index - 1)), Message.of("PM807.before")),)
        at = ("tiers", index)
        if tier.from_ <= before.from_:
            yield _problem(incentive, "PM807.order", at, related, start=tier.from_, before=before.from_)
        elif before.to is None:
            yield _problem(incentive, "PM807.open", at, related, start=tier.from_, before=before.from_)
        elif before.to < tier.from_:
            yield _problem(incentive, "PM807.gap", at, related, start=tier.from_, before=before.to)
        elif before.to > tier.from_:
            yield _problem(incentive, "PM807.overlap", at, related, start=tier.from_, before=before.to)
        elif tier.pays < before.pays:
            yield _problem(incentive, "PM807.pays", at, related, pays=tier.pays, before=before.pays)


def _cap(incentive: Incentive) -> Iterator[Problem]:
    for index, tier in enumerate(incentive.tiers):
        if incentive.cap is not None and tier.pays > incentive.cap:
            related = (Remark(Location(incentive.id, ("cap",)), Message.of("PM807.the_cap")),)
            at = ("tiers", index, "pays")
            yield _problem(incentive, "PM807.cap", at, related, pays=tier.pays, cap=incentive.cap)
            return


def _target(context: RuleContext, incentive: Incentive, with_target: set[tuple[str, str | None]]) -> Iterator[Problem]:
    kpi = context.graph.model(incentive.kpi, Kpi)
    if kpi is None or kpi.target is not None or not all_read(context, Kind.TARGET):
        return
    if incentive.region is None:
        is_set = any(measured == kpi.id for measured, _ in with_target)
    else:
        is_set = (kpi.id, incentive.region) in with_target or (kpi.id, None) in with_target
    if not is_set:
        yield _problem(incentive, "PM807.no_target", ("kpi",), kpi=named(kpi.id, kpi.name))


def _payer(context: RuleContext, incentive: Incentive) -> Iterator[Problem]:
    if incentive.payer is not None and incentive.payer in incentive.eligible:
        index = incentive.eligible.index(incentive.payer)
        role = named(incentive.payer, element_name(context.graph.model(incentive.payer, Role)))
        related = (Remark(Location(incentive.id, ("eligible", index)), Message.of("PM807.earns")),)
        yield _problem(incentive, "PM807.payer", ("payer",), related, role=role)


def _problem(
    incentive: Incentive, key: str, path: tuple[str | int, ...], related: tuple[Remark, ...] = (), **values: object
) -> Problem:
    message = Message.of(key, incentive=named(incentive.id, incentive.name), **values)
    hint = Message.of(f"PM807.hint_{key.removeprefix('PM807.')}")
    return Problem(RULE.code, message, Location(incentive.id, path), hint, related)
