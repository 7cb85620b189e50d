"""The page of the KPIs: a card per indicator, with the question it answers and the way it is computed in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.model.commercial import Incentive
from processmap.model.documents import Form
from processmap.model.indicators import Benefit, Kpi, KpiType, Report, Target, Unit
from processmap.values.formulas import Formula, parse_formula
from processmap.values.ids import Kind
from processmap.values.measures import Measure
from processmap.views.addresses import Address
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.catalogues.entry import Head, Uses, head_of, uses_of
from processmap.views.catalogues.scale import Given, Scale, scale_of
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Fact, Lines, Ref

_SIGNS = {"*": "×", "/": "÷", "-": "-", "+": "+"}


@dataclass(frozen=True, slots=True)
class FormulaPart:
    """A term, a number, a sign or a parenthesis of a formula, as it is read."""

    text: str
    is_term: bool = False


@dataclass(frozen=True, slots=True)
class TermLine:
    """What a term of the formula measures."""

    name: str
    measured: str
    """`contagem de casos em`, `soma de`, `duração média de`."""
    refs: tuple[Ref, ...]
    """The steps or the form field; two for a duration."""


@dataclass(frozen=True, slots=True)
class KpiEntry:
    """One card."""

    head: Head
    question: Cell
    formula: tuple[FormulaPart, ...]
    terms: tuple[TermLine, ...]
    better: Chip
    target: str
    scale: Scale | None
    facts: tuple[Fact, ...]
    uses: Uses


@dataclass(frozen=True, slots=True)
class KpiGroup:
    """The indicators that tell the same sort of thing."""

    anchor: str
    title: str
    entries: tuple[KpiEntry, ...]


@dataclass(frozen=True, slots=True)
class KpisPage(KindPage):
    """All KPIs by their type."""

    groups: tuple[KpiGroup, ...]


def kpis_page(source: CatalogueSource, linker: Linker) -> KpisPage:
    """Makes the page of the KPIs."""
    kpis = linker.atlas.all(Kpi)
    groups = tuple(
        KpiGroup(
            f"kpi-{type_}",
            linker.wording.word("kpi_type", type_),
            tuple(_entry(linker, kpi) for kpi in kpis if kpi.type is type_),
        )
        for type_ in KpiType
    )
    return KpisPage(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not kpis,
        empty=linker.wording("empty.catalogue"),
        groups=tuple(group for group in groups if group.entries),
    )


def _entry(linker: Linker, kpi: Kpi) -> KpiEntry:
    return KpiEntry(
        head=head_of(linker, kpi),
        question=linker.prose(kpi.question),
        formula=formula_parts(kpi.formula or ""),
        terms=tuple(_term(linker, name, measure) for name, measure in kpi.terms.items()),
        better=Chip(linker.wording.word("better", kpi.better)),
        target=linker.wording.measured(kpi.target.value, kpi.unit) if kpi.target else "",
        scale=kpi_scale(linker, kpi),
        facts=tuple(fact for fact in _facts(linker, kpi) if fact.value),
        uses=uses_of(linker, kpi.id, without=(Kind.TARGET, Kind.FORUM, Kind.REPORT, Kind.INCENTIVE, Kind.BENEFIT)),
    )


def formula_parts(text: str) -> tuple[FormulaPart, ...]:
    """Splits a formula into what is read one after another; a text that is no formula stays whole."""
    formula = parse_formula(text)
    if not isinstance(formula, Formula):
        return (FormulaPart(text),) if text else ()
    parts: list[FormulaPart] = []
    place = 0
    for term in (*sorted(formula.names, key=lambda term: term.start), None):
        between = text[place : term.start if term else len(text)].strip()
        if between:
            parts.append(FormulaPart("".join(_SIGNS.get(sign, sign) for sign in between)))
        if term:
            parts.append(FormulaPart(term.text.replace("_", " "), is_term=True))
            place = term.end
    return tuple(parts)


def kpi_scale(linker: Linker, kpi: Kpi) -> Scale | None:
    """Returns target and floor on a scale; None for a KPI without a target."""
    if kpi.target is None:
        return None
    words = linker.wording
    values = [("target", kpi.target.value), *((("floor", kpi.target.floor),) if kpi.target.floor is not None else ())]
    given = [Given(name, words(f"kpis.{name}"), words.measured(value, kpi.unit), value) for name, value in values]
    return scale_of(given, more_is_better=kpi.better == "up", is_percent=kpi.unit is Unit.PERCENT)


def _term(linker: Linker, name: str, measure: Measure) -> TermLine:
    subjects = tuple(text for text in (measure.subject, measure.until) if text)
    return TermLine(
        name.replace("_", " "),
        linker.wording.word("kpis.measured", measure.aggregation),
        tuple(_subject(linker, subject) for subject in subjects),
    )


def _subject(linker: Linker, subject: str) -> Ref:
    """A step by its name; a field by its label and the name of its form."""
    ref = linker.part(subject)
    form_id, _, name = subject.partition(".")
    form = linker.atlas.get(form_id, Form) if name else None
    field = next((field for field in form.fields if field.name == name), None) if form else None
    if form is None or field is None:
        return ref
    return Ref(ref.id, f"{field.label} ({form.name})", ref.href, ref.kind, detail=ref.id)


def _facts(linker: Linker, kpi: Kpi) -> Iterator[Fact]:
    words = linker.wording
    yield Fact(words("field.owner"), linker.optional(kpi.owner))
    yield Fact(words("field.every"), (words.word("period", kpi.every),) if kpi.every else ())
    yield Fact(words("field.source"), linker.optional(kpi.source))
    yield Fact(words("field.freshness"), (words.duration(kpi.freshness),) if kpi.freshness else ())
    reports = tuple(report.id for report in linker.atlas.all(Report) if kpi.id in report.kpis)
    yield Fact(words("field.shown_in"), linker.refs((*kpi.shown_in, *reports)))
    yield Fact(words("field.anchors"), linker.lines(kpi.anchors))
    yield Fact(words("field.targets"), _targets(linker, kpi))
    yield Fact(words("kpis.pays"), linker.refs(each.id for each in linker.atlas.all(Incentive) if each.kpi == kpi.id))
    yield Fact(words("kpis.benefits"), linker.refs(each.id for each in linker.atlas.all(Benefit) if each.kpi == kpi.id))


def _targets(linker: Linker, kpi: Kpi) -> Cell:
    """One line per period: the value for the whole company, and how many regions have one of their own."""
    words = linker.wording
    periods: dict[str, list[Target]] = {}
    for target in linker.atlas.all(Target):
        if target.kpi == kpi.id:
            periods.setdefault(target.period, []).append(target)
    lines: list[Cell] = []
    for period, targets in periods.items():
        address = Address("map/catalogue/targets.md", targets[0].id.lower())
        whole = next((target for target in targets if target.region is None), None)
        regions = sum(target.region is not None for target in targets)
        said = [words.measured(whole.value, kpi.unit)] if whole else []
        said += [words.counted("regions", regions)] if regions else []
        lines.append((linker.to(address, period), ", ".join(said)))
    return (Lines(tuple(lines)),) if lines else ()
