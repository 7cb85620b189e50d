"""Incentives as stairs: what each degree of attainment pays."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from processmap.model.commercial import Incentive, IncentiveTier
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.catalogues.entry import Head, Uses, head_of, uses_of
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Fact


@dataclass(frozen=True, slots=True)
class Stair:
    """One tier."""

    attainment: str
    """Such as `80% a 100%`."""
    pays: str
    percent: int
    """Of what the highest tier pays: the length of its bar."""


@dataclass(frozen=True, slots=True)
class IncentiveEntry:
    """One incentive."""

    head: Head
    stairs: tuple[Stair, ...]
    facts: tuple[Fact, ...]
    uses: Uses


@dataclass(frozen=True, slots=True)
class IncentivesPage(KindPage):
    """All incentives, in declared order."""

    entries: tuple[IncentiveEntry, ...]


def incentives_page(source: CatalogueSource, linker: Linker) -> IncentivesPage:
    """Makes the page of the incentives."""
    entries = tuple(_entry(linker, incentive) for incentive in linker.atlas.all(Incentive))
    return IncentivesPage(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not entries,
        empty=linker.wording("empty.catalogue"),
        entries=entries,
    )


def _entry(linker: Linker, incentive: Incentive) -> IncentiveEntry:
    words = linker.wording
    given: tuple[tuple[str, Cell], ...] = (
        ("kpi", linker.optional(incentive.kpi)),
        ("eligible", linker.refs(incentive.eligible)),
        ("region", linker.optional(incentive.region)),
        ("base", linker.prose(incentive.base)),
        ("every", (words.word("period", incentive.every),) if incentive.every else ()),
        ("cap", (words.percent(incentive.cap),) if incentive.cap else ()),
        ("payer", linker.optional(incentive.payer)),
    )
    return IncentiveEntry(
        head=head_of(linker, incentive),
        stairs=_stairs(linker, incentive.tiers),
        facts=tuple(Fact(words(f"field.{key}"), value) for key, value in given if value),
        uses=uses_of(linker, incentive.id),
    )


def _stairs(linker: Linker, tiers: Sequence[IncentiveTier]) -> tuple[Stair, ...]:
    words = linker.wording
    highest = max((tier.pays.points for tier in tiers), default=Decimal(0)) or Decimal(1)
    return tuple(
        Stair(
            words("incentive.between", low=words.percent(tier.from_), high=words.percent(tier.to))
            if tier.to
            else words("incentive.from", low=words.percent(tier.from_)),
            words.percent(tier.pays),
            int(tier.pays.points * 100 / highest),
        )
        for tier in tiers
    )
