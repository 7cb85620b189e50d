"""PM804: a macro of which nobody measures what comes out or how long it takes."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.indicators import Kpi, KpiType
from processmap.model.macro import Macro
from processmap.rules.management.entries import all_read, live
from processmap.rules.naming import listed, named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind

RULE = Rule("PM804", "macro-without-outcome-or-time-kpi", Severity.WARNING, since="0.1.0", tags=("kpis", "macros"))

_TELLING = (KpiType.OUTCOME, KpiType.TIME)


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields macros without a KPI of type outcome or time, their own or of one of their micros.

    As long as every micro of a macro is only planned, there is nothing to measure yet.
    """
    if not all_read(context, Kind.KPI, Kind.MICRO):
        return
    for macro in live(context, Macro):
        micros = context.graph.micros_of(macro.id)
        if all(micro.is_planned for micro in micros):
            continue
        ids = dict.fromkeys((*macro.kpis, *(kpi for micro in micros for kpi in micro.kpis)))
        kpis = [context.graph.model(kpi, Kpi) for kpi in ids]
        if all(kpi is not None and kpi.type not in _TELLING for kpi in kpis):
            yield _problem(macro, tuple(ids))


def _problem(macro: Macro, kpis: tuple[str, ...]) -> Problem:
    name = named(macro.id, macro.name)
    if not kpis:
        return Problem(RULE.code, Message.of("PM804.none", macro=name), Location(macro.id), Message.of("PM804.hint"))
    message = Message.of("PM804.message", macro=name, kpis=listed(kpis))
    at = Location(macro.id, ("kpis",)) if macro.kpis else Location(macro.id)
    return Problem(RULE.code, message, at, Message.of("PM804.hint"))
