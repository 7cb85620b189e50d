"""PM803: a KPI that no forum looks at."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.governance import Forum
from processmap.model.indicators import Kpi
from processmap.rules.management.entries import all_read, live
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind

RULE = Rule("PM803", "kpi-without-forum", Severity.WARNING, since="0.1.0", tags=("kpis", "forums"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields KPIs that name no forum and stand on no agenda."""
    if not all_read(context, Kind.FORUM):
        return
    on_agenda = {item.kpi for forum in live(context, Forum) for item in forum.agenda}
    for kpi in live(context, Kpi):
        if not kpi.shown_in and kpi.id not in on_agenda:
            message = Message.of("PM803.message", kpi=named(kpi.id, kpi.name))
            yield Problem(RULE.code, message, Location(kpi.id), Message.of("PM803.hint"))
