"""The pages of the benefits and of the reports."""

from dataclasses import dataclass

from processmap.model.indicators import Benefit, Kpi, Report, Unit
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.catalogues.entry import Head, Uses, head_of, uses_of
from processmap.views.catalogues.scale import Given, Scale, scale_of
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Fact


@dataclass(frozen=True, slots=True)
class BenefitEntry:
    """From where to where, by when."""

    head: Head
    before: str
    after: str
    by: str
    is_over: bool
    """Whether its day has passed."""
    scale: Scale | None
    facts: tuple[Fact, ...]
    uses: Uses


@dataclass(frozen=True, slots=True)
class BenefitsPage(KindPage):
    """All benefits."""

    entries: tuple[BenefitEntry, ...]


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """Who reads what, how often."""

    head: Head
    rhythm: str
    """`toda semana, intranet`."""
    kpis: Cell
    facts: tuple[Fact, ...]
    uses: Uses


@dataclass(frozen=True, slots=True)
class ReportsPage(KindPage):
    """All reports."""

    entries: tuple[ReportEntry, ...]


def benefits_page(source: CatalogueSource, linker: Linker) -> BenefitsPage:
    """Makes the page of the benefits."""
    entries = tuple(_benefit(linker, benefit) for benefit in linker.atlas.all(Benefit))
    return BenefitsPage(
        catalogue_header(source.name, linker), source.name, not entries, linker.wording("empty.catalogue"), entries
    )


def reports_page(source: CatalogueSource, linker: Linker) -> ReportsPage:
    """Makes the page of the reports."""
    entries = tuple(_report(linker, report) for report in linker.atlas.all(Report))
    return ReportsPage(
        catalogue_header(source.name, linker), source.name, not entries, linker.wording("empty.catalogue"), entries
    )


def _benefit(linker: Linker, benefit: Benefit) -> BenefitEntry:
    words = linker.wording
    kpi = linker.atlas.get(benefit.kpi, Kpi)
    unit = kpi.unit if kpi else Unit.COUNT
    before, after = words.measured(benefit.baseline, unit), words.measured(benefit.target, unit)
    facts = (
        Fact(words("field.kpi"), linker.optional(benefit.kpi)),
        Fact(words("field.owner"), linker.optional(benefit.owner)),
    )
    return BenefitEntry(
        head=head_of(linker, benefit),
        before=before,
        after=after,
        by=words.date(benefit.by),
        is_over=linker.atlas.is_over(benefit.by),
        scale=scale_of(
            [
                Given("baseline", words("field.baseline"), before, benefit.baseline),
                Given("target", words("kpis.target"), after, benefit.target),
            ],
            more_is_better=kpi.better == "up" if kpi else benefit.target >= benefit.baseline,
            is_percent=unit is Unit.PERCENT,
        ),
        facts=tuple(fact for fact in facts if fact.value),
        uses=uses_of(linker, benefit.id),
    )


def _report(linker: Linker, report: Report) -> ReportEntry:
    words = linker.wording
    facts = (
        Fact(words("field.audience"), linker.refs(report.audience)),
        Fact(words("field.source"), linker.optional(report.source)),
    )
    return ReportEntry(
        head=head_of(linker, report, Chip(words.word("report_type", report.type))),
        rhythm=f"{words.word('period', report.frequency)}, {words.word('report_channel', report.channel)}",
        kpis=linker.lines(report.kpis),
        facts=tuple(fact for fact in facts if fact.value),
        uses=uses_of(linker, report.id),
    )
