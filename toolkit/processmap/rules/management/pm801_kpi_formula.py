"""PM801: the formula of a KPI cannot be computed, or does not give what its unit says.

Terms measure steps and form fields, never other KPIs, so that a formula cannot go round in a circle. That the steps
and fields exist is PM106's to say.
"""

from collections.abc import Iterator

from processmap.diagnostics import Location, Part, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.documents import Form, FormField
from processmap.model.indicators import Kpi
from processmap.rules.management.entries import live
from processmap.rules.management.formula_units import Clash, ZeroDivision, quantity_of_formula
from processmap.rules.management.units import fits, is_numeric, quantity_of
from processmap.rules.naming import listed, named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.formulas import Flaw, Formula, parse_formula
from processmap.values.measures import Measure

RULE = Rule("PM801", "kpi-formula", Severity.ERROR, since="0.1.0", tags=("kpis",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields formulas that are none, terms without a meaning or without a use, and values that do not fit the unit."""
    for kpi in live(context, Kpi):
        terms = [*_terms(context, kpi)]
        yield from terms
        if kpi.formula is None:
            yield from _without_formula(kpi)
            continue
        formula = parse_formula(kpi.formula)
        if isinstance(formula, Flaw):
            yield _flaw(kpi, formula)
            continue
        names = [*_names(kpi, formula)]
        yield from names
        if not terms and not names:
            yield from _units(context, kpi, formula)


def _without_formula(kpi: Kpi) -> Iterator[Problem]:
    if kpi.terms:
        message = Message.of("PM801.no_formula", kpi=named(kpi.id, kpi.name), terms=listed(kpi.terms))
        hint = Message.of("PM801.hint_no_formula", term=next(iter(kpi.terms)))
        yield Problem(RULE.code, message, Location(kpi.id, ("terms",), Part.KEY), hint)
    elif not kpi.anchors:
        message = Message.of("PM801.not_anchored", kpi=named(kpi.id, kpi.name))
        yield Problem(RULE.code, message, Location(kpi.id), Message.of("PM801.hint_not_anchored"))


def _flaw(kpi: Kpi, flaw: Flaw) -> Problem:
    key = f"PM801.{flaw.reason}" if flaw.found else "PM801.unfinished"
    message = Message.of(key, kpi=named(kpi.id, kpi.name), place=flaw.start + 1, found=flaw.found)
    return Problem(RULE.code, message, Location(kpi.id, ("formula",)), Message.of("PM801.hint_formula"))


def _names(kpi: Kpi, formula: Formula) -> Iterator[Problem]:
    used = dict.fromkeys(term.text for term in formula.names)
    for name in used:
        if name not in kpi.terms:
            message = Message.of("PM801.undefined", kpi=named(kpi.id, kpi.name), term=name)
            hint = Message.of("PM801.known", known=listed(kpi.terms)) if kpi.terms else None
            yield Problem(RULE.code, message, Location(kpi.id, ("formula",)), hint or _define(name))
    for name in kpi.terms:
        if name not in used:
            message = Message.of("PM801.unused", kpi=named(kpi.id, kpi.name), term=name)
            at = Location(kpi.id, ("terms", name), Part.KEY)
            yield Problem(RULE.code, message, at, Message.of("PM801.hint_unused"))
    if not used and not kpi.terms:
        message = Message.of("PM801.not_anchored", kpi=named(kpi.id, kpi.name))
        yield Problem(RULE.code, message, Location(kpi.id, ("formula",)), Message.of("PM801.hint_not_anchored"))


def _define(name: str) -> Message:
    return Message.of("PM801.define", term=name)


def _terms(context: RuleContext, kpi: Kpi) -> Iterator[Problem]:
    """What no case can give: the sum of texts, the time to a step that never comes."""
    for name, measure in kpi.terms.items():
        at = Location(kpi.id, ("terms", name))
        field = _field(context, measure)
        if field and not is_numeric(field):
            names = {"kpi": named(kpi.id, kpi.name), "term": name, "field": named(measure.subject, field.label)}
            message = Message.of("PM801.not_numeric", **names, type=field.type)
            yield Problem(RULE.code, message, at, Message.of("PM801.hint_not_numeric"))
        elif measure.until and (steps := _never_reached(context, measure)):
            message = Message.of(
                "PM801.never_reached", kpi=named(kpi.id, kpi.name), term=name, start=steps[0], stop=steps[1]
            )
            yield Problem(RULE.code, message, at, Message.of("PM801.hint_never_reached"))


def _never_reached(context: RuleContext, measure: Measure) -> tuple[str, str] | None:
    """The two steps of a duration, where the second never follows the first; only asked within one sound flow."""
    micro_id, _, start = measure.subject.partition("/")
    other_id, _, stop = (measure.until or "").partition("/")
    flow = context.graph.flow(micro_id) if micro_id == other_id else None
    if flow is None or flow.unresolved or len(flow.steps) != len(flow.micro.steps):
        return None
    if start not in flow.steps or stop not in flow.steps:
        return None
    if start != stop and stop in flow.reachable_from(start):
        return None
    return step_named(flow.steps[start]), step_named(flow.steps[stop])


def _units(context: RuleContext, kpi: Kpi, formula: Formula) -> Iterator[Problem]:
    at = Location(kpi.id, ("formula",))
    quantities = {name: quantity_of(measure, _field(context, measure)) for name, measure in kpi.terms.items()}
    found = quantity_of_formula(formula, quantities)
    match found:
        case ZeroDivision():
            message = Message.of("PM801.zero", kpi=named(kpi.id, kpi.name))
            yield Problem(RULE.code, message, at, Message.of("PM801.hint_zero"))
        case Clash():
            names = {"kpi": named(kpi.id, kpi.name), "left": found.left_text, "right": found.right_text}
            message = Message.of("PM801.clash", **names)
            yield Problem(RULE.code, message, at, Message.of("PM801.hint_clash"))
        case None:
            return
        case _ if not fits(kpi.unit, found):
            message = Message.of(f"PM801.gives_{found.word}", kpi=named(kpi.id, kpi.name), unit=kpi.unit)
            unit = Remark(Location(kpi.id, ("unit",)), Message.of("PM801.unit"))
            yield Problem(RULE.code, message, at, Message.of("PM801.hint_unit"), (unit,))


def _field(context: RuleContext, measure: Measure) -> FormField | None:
    form_id, _, name = measure.subject.partition(".")
    form = context.graph.model(form_id, Form) if name else None
    return next((field for field in form.fields if field.name == name), None) if form else None
