"""Benefits, reports."""

from processmap.model.indicators import Benefit, Kpi, Report, Unit
from processmap.views.catalogues.catalogue import Described, described, fact, said, text_fact
from processmap.views.linking import Linker
from processmap.views.pieces import Chip
from processmap.views.usage import used_in


def describe_benefit(linker: Linker, benefit: Benefit) -> Described:
    """A benefit: from where to where, by when."""
    words = linker.wording
    kpi = linker.atlas.get(benefit.kpi, Kpi)
    unit = kpi.unit if kpi else Unit.COUNT
    before, after = words.measured(benefit.baseline, unit), words.measured(benefit.target, unit)
    return described(
        linker,
        benefit,
        facts=(
            fact(words, "kpi", linker.optional(benefit.kpi)),
            text_fact(words, "baseline", before),
            text_fact(words, "target", after),
            text_fact(words, "by_date", words.date(benefit.by)),
            fact(words, "owner", linker.optional(benefit.owner)),
            *used_in(linker, benefit.id),
        ),
        summary=(linker.optional(benefit.kpi), said(before), said(after), said(words.date(benefit.by))),
    )


def describe_report(linker: Linker, report: Report) -> Described:
    """A report: for whom, how often, with which KPIs."""
    words = linker.wording
    chip = Chip(words.word("report_type", report.type))
    frequency = words.word("period", report.frequency)
    channel = words.word("report_channel", report.channel)
    return described(
        linker,
        report,
        chips=(chip,),
        facts=(
            fact(words, "audience", linker.refs(report.audience)),
            fact(words, "kpis", linker.refs(report.kpis)),
            text_fact(words, "frequency", frequency),
            text_fact(words, "channel", channel),
            fact(words, "source", linker.optional(report.source)),
            *used_in(linker, report.id),
        ),
        summary=((chip,), linker.refs(report.audience), (frequency,), (channel,)),
    )
