"""PM812: a form asks for personal data without saying what for, on which legal basis, or for how long (LGPD).

Lei 13.709/2018: art. 6, I (purpose), art. 7 and 11 (bases), art. 15 and 16 (end of processing).
"""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.documents import FieldType, Form, FormField, PersonalData
from processmap.rules.management.entries import live
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM812", "personal-data-without-basis", Severity.ERROR, since="0.1.0", tags=("forms", "lgpd"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields what personal fields lack; the retention of the form counts for its fields.

    A CPF names a person whatever the form says; an e-mail or a telephone may be the company's.
    """
    for form in live(context, Form):
        for index, field in enumerate(form.fields):
            if field.personal is PersonalData.NONE:
                if field.type is FieldType.CPF:
                    yield _problem("unmarked", form, index, field)
            else:
                yield from _lacks(form, index, field)


def _lacks(form: Form, index: int, field: FormField) -> Iterator[Problem]:
    is_sensitive = field.personal is PersonalData.SENSITIVE
    if field.purpose is None:
        yield _problem("purpose", form, index, field)
    if field.legal_basis is None:
        yield _problem("sensitive_basis" if is_sensitive else "basis", form, index, field)
    elif field.legal_basis.startswith("art11") is not is_sensitive:
        yield _problem("not_art11" if is_sensitive else "not_art7", form, index, field)
    if field.retention is None and form.retention is None:
        yield _problem("retention", form, index, field)


def _problem(key: str, form: Form, index: int, field: FormField) -> Problem:
    message = Message.of(
        f"PM812.{key}",
        field=named(field.name, field.label),
        form=named(form.id, form.name),
        basis=field.legal_basis or "",
    )
    at: tuple[str | int, ...] = ("fields", index, "legal_basis" if key.startswith("not_") else "name")
    return Problem(RULE.code, message, Location(form.id, at), Message.of(f"PM812.hint_{key}"))
