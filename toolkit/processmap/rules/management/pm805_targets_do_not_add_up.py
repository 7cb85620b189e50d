"""PM805: the targets of the regions do not make up the target of the whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.commercial import Region
from processmap.model.indicators import Kpi, Target
from processmap.rules.management.entries import all_read, live
from processmap.rules.naming import listed, named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind
from processmap.values.numbers import decimal_text

RULE = Rule("PM805", "targets-do-not-add-up", Severity.ERROR, since="0.1.0", tags=("kpis", "regions"))

_SHOWN_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class _Period:
    """The targets of one KPI for one period."""

    kpi: str
    name: str
    targets: tuple[Target, ...]

    @property
    def whole(self) -> Target | None:
        return next((target for target in self.targets if target.region is None), None)

    @property
    def parts(self) -> tuple[Target, ...]:
        by_region: dict[str, Target] = {}
        for target in self.targets:
            if target.region:
                by_region.setdefault(target.region, target)
        return tuple(by_region.values())


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields targets that stand twice, and wholes that are not the sum or the average of their regions."""
    is_complete = all_read(context, Kind.TARGET)
    for period in _periods(context):
        yield from _repeated(context, period)
        kpi = context.graph.model(period.kpi, Kpi)
        if kpi and is_complete and period.whole and period.parts:
            yield from _wrong_whole(context, kpi, period.name, period.whole, period.parts)


def _periods(context: RuleContext) -> Iterator[_Period]:
    grouped: dict[tuple[str, str], list[Target]] = {}
    for target in live(context, Target):
        grouped.setdefault((target.kpi, target.period.strip()), []).append(target)
    for (kpi, name), targets in grouped.items():
        yield _Period(kpi, name, tuple(targets))


def _repeated(context: RuleContext, period: _Period) -> Iterator[Problem]:
    first: dict[str | None, Target] = {}
    for target in period.targets:
        known = first.setdefault(target.region, target)
        if known is not target:
            key = "PM805.twice" if target.region else "PM805.whole_twice"
            message = Message.of(
                key, target=target.id, first=known.id, region=_region(context, target), period=period.name
            )
            related = (Remark(Location(known.id), Message.of("PM805.first")),)
            yield Problem(RULE.code, message, Location(target.id), Message.of("PM805.hint_twice"), related)


def _wrong_whole(
    context: RuleContext, kpi: Kpi, period: str, whole: Target, parts: tuple[Target, ...]
) -> Iterator[Problem]:
    if kpi.adds == "none":
        return
    total = sum((Fraction(target.value) for target in parts), Fraction())
    made = total if kpi.adds == "sum" else total / len(parts)
    if abs(made - Fraction(whole.value)) <= (_rounding(whole.value) if kpi.adds == "average" else 0):
        return
    message = Message.of(
        f"PM805.{kpi.adds}",
        target=whole.id,
        kpi=named(kpi.id, kpi.name),
        period=period,
        whole=decimal_text(whole.value),
        made=_shown(made),
        difference=_shown(abs(made - Fraction(whole.value))),
    )
    related = tuple(_part(context, target) for target in parts)
    yield Problem(RULE.code, message, Location(whole.id, ("value",)), _hint(context, kpi, parts), related)


def _rounding(value: Decimal) -> Fraction:
    """Half a unit of the last place written: an average of 35.4 may be written 35."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return Fraction(10) ** exponent / 2


def _shown(value: Fraction) -> str:
    return decimal_text((Decimal(value.numerator) / Decimal(value.denominator)).quantize(_SHOWN_PLACES))


def _part(context: RuleContext, target: Target) -> Remark:
    text = Message.of("PM805.part", region=_region(context, target), value=decimal_text(target.value))
    return Remark(Location(target.id, ("value",)), text)


def _hint(context: RuleContext, kpi: Kpi, parts: tuple[Target, ...]) -> Message:
    given = {target.region for target in parts}
    missing = [named(region.id, region.name) for region in live(context, Region) if region.id not in given]
    if missing:
        return Message.of("PM805.missing", regions=listed(missing))
    return Message.of(f"PM805.hint_{kpi.adds}")


def _region(context: RuleContext, target: Target) -> str:
    region = context.graph.model(target.region, Region) if target.region else None
    return named(region.id, region.name) if region else str(target.region or "")
