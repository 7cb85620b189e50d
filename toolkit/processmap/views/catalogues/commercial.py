"""Regions with their targets, incentives, offers, segments, externals."""

from processmap.model.commercial import Offer, Region
from processmap.model.indicators import Kpi, Target
from processmap.model.organisation import External, Segment
from processmap.values.ids import Kind
from processmap.views.catalogues.catalogue import Described, described, fact, said, text_fact
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Row, Table
from processmap.views.usage import used_in


def describe_region(linker: Linker, region: Region) -> Described:
    """A region: where it is, who works there, what is aimed at."""
    words = linker.wording
    covers: Cell = (*(Chip(uf) for uf in region.ufs), *((", ".join(region.cities),) if region.cities else ()))
    team = tuple(Row(((linker.ref(role),), (words.number(count),))) for role, count in region.team.items())
    targets = tuple(
        Row((linker.optional(target.kpi), (target.period,), said(target_value(linker, target))))
        for target in linker.atlas.all(Target)
        if target.region == region.id
    )
    return described(
        linker,
        region,
        facts=(
            fact(words, "covers", covers),
            *used_in(linker, region.id, without=(Kind.TARGET,)),
        ),
        tables=(
            Table((words("field.role"), words("field.people")), team, words("section.team")),
            Table((words("field.kpi"), words("field.period"), words("field.value")), targets, words("section.targets")),
        ),
        summary=(covers, (words.number(sum(region.team.values())),), (words.number(len(targets)),)),
    )


def describe_target(linker: Linker, target: Target) -> Described:
    """One value aimed at."""
    words = linker.wording
    value = target_value(linker, target)
    return described(
        linker,
        target,
        title=f"{linker.name(target.kpi)} · {target.period}",
        facts=(
            fact(words, "kpi", linker.optional(target.kpi)),
            fact(words, "region", linker.optional(target.region)),
            text_fact(words, "period", target.period),
            text_fact(words, "value", value),
        ),
        summary=(linker.optional(target.kpi), linker.optional(target.region), (target.period,), (value,)),
    )


def describe_offer(linker: Linker, offer: Offer) -> Described:
    """A standard offer with its conditions."""
    words = linker.wording
    return described(
        linker,
        offer,
        facts=(
            fact(words, "segment", linker.optional(offer.segment)),
            fact(words, "conditions", linker.prose_lines(offer.conditions)),
            fact(words, "policy", linker.optional(offer.policy)),
            text_fact(words, "valid_until", words.date(offer.valid_until)),
            *used_in(linker, offer.id),
        ),
        summary=(linker.optional(offer.segment), linker.optional(offer.policy), said(words.date(offer.valid_until))),
    )


def describe_segment(linker: Linker, segment: Segment) -> Described:
    """A market segment."""
    words = linker.wording
    return described(
        linker,
        segment,
        facts=(fact(words, "criteria", linker.prose(segment.criteria)), *used_in(linker, segment.id)),
        summary=(linker.prose(segment.criteria),),
    )


def describe_external(linker: Linker, external: External) -> Described:
    """A party outside the company."""
    return described(
        linker, external, facts=used_in(linker, external.id), summary=(linker.prose(external.description),)
    )


def target_value(linker: Linker, target: Target) -> str:
    """The value of a target with the unit of its indicator."""
    kpi = linker.atlas.get(target.kpi, Kpi)
    return linker.wording.measured(target.value, kpi.unit) if kpi else linker.wording.number(target.value)
