"""KPIs, benefits, reports."""

from processmap.model.indicators import Benefit, Kpi, Report, Unit
from processmap.values.ids import Kind
from processmap.views.catalogues.catalogue import Described, described, fact, said, text_fact
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Code, Row, Table
from processmap.views.usage import used_in


def describe_kpi(linker: Linker, kpi: Kpi) -> Described:
    """A KPI card: question, formula, target, where it is measured and looked at."""
    words = linker.wording
    chip = Chip(words.word("kpi_type", kpi.type), "accent")
    target = words.measured(kpi.target.value, kpi.unit) if kpi.target else ""
    terms = tuple(
        Row(
            (
                (Code(name),),
                (words.word("aggregation", measure.aggregation),),
                linker.refs(text for text in (measure.subject, measure.until) if text),
            )
        )
        for name, measure in kpi.terms.items()
    )
    return described(
        linker,
        kpi,
        chips=(chip, Chip(words.word("better", kpi.better))),
        facts=(
            fact(words, "question", linker.prose(kpi.question)),
            fact(words, "formula", (Code(kpi.formula),) if kpi.formula else ()),
            text_fact(words, "target", target),
            text_fact(words, "floor", words.measured(kpi.target.floor, kpi.unit) if kpi.target else ""),
            text_fact(words, "every", words.word("period", kpi.every) if kpi.every else ""),
            fact(words, "owner", linker.optional(kpi.owner)),
            fact(words, "source", linker.optional(kpi.source)),
            text_fact(words, "freshness", words.duration(kpi.freshness)),
            fact(words, "anchors", linker.lines(kpi.anchors)),
            fact(words, "shown_in", linker.refs(kpi.shown_in)),
            text_fact(words, "adds", words.word("adds", kpi.adds)),
            *used_in(linker, kpi.id, without=(Kind.TARGET, Kind.FORUM)),
        ),
        tables=(
            Table(
                (words("field.term"), words("field.aggregation"), words("field.measured_at")),
                terms,
                words("section.terms"),
            ),
        ),
        summary=((chip,), said(target), linker.optional(kpi.owner), linker.refs(kpi.shown_in)),
    )


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
