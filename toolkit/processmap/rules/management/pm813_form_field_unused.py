"""PM813: a form asks for something that goes nowhere."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.documents import Form
from processmap.model.indicators import Kpi
from processmap.model.policies import Policy
from processmap.rules.management.entries import all_read, live
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind

RULE = Rule("PM813", "form-field-unused", Severity.WARNING, since="0.1.0", tags=("forms",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields fields that fill no CRM field, decide no policy, measure no KPI and state no purpose.

    A form that is kept as a record is evidence as a whole, and one on paper fills nothing by itself: both are left
    alone.
    """
    forms = [form for form in live(context, Form) if not form.record and form.channel != "paper"]
    if not forms or not all_read(context, Kind.POLICY, Kind.KPI):
        return
    used = set(_used(context))
    for form in forms:
        for index, field in enumerate(form.fields):
            if field.crm_field is None and field.purpose is None and f"{form.id}.{field.name}" not in used:
                message = Message.of(
                    "PM813.message", field=named(field.name, field.label), form=named(form.id, form.name)
                )
                at = Location(form.id, ("fields", index, "name"))
                yield Problem(RULE.code, message, at, Message.of("PM813.hint"))


def _used(context: RuleContext) -> Iterator[str]:
    for policy in live(context, Policy):
        yield from (column.field for column in policy.inputs.values() if column.field)
    for kpi in live(context, Kpi):
        yield from (measure.subject for measure in kpi.terms.values())
