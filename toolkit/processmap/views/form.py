"""The page of a form: how it looks, its field dictionary, what the LGPD asks for, where it is filled in and read."""

from dataclasses import dataclass, replace

from processmap.model.documents import Form, FormField, PersonalData
from processmap.model.micro import Micro
from processmap.values.ids import Kind
from processmap.views.addresses import Address, part_fragment
from processmap.views.document_control import document_control
from processmap.views.flow import lanes_of
from processmap.views.form_preview import Preview, preview_of
from processmap.views.lane_links import in_lane
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Code, Control, Fact, Header, Lines, Ref, Row, Table, Tone
from processmap.views.prose import plain
from processmap.views.usage import used_in

_PERSONAL: dict[PersonalData, Tone] = {
    PersonalData.NONE: "muted",
    PersonalData.PERSONAL: "warn",
    PersonalData.SENSITIVE: "bad",
}
_NOT_LISTED = (Kind.FORM, Kind.MICRO)
"""What names a form but is no further use of it: itself; the steps have tables of their own."""


@dataclass(frozen=True, slots=True)
class FormPage:
    """Everything on the page of a form."""

    header: Header
    preview: Preview
    fields: Table
    personal: Table
    """The record of personal data (LGPD): fields with the same purpose, legal basis and retention together."""
    personal_summary: str
    steps: tuple[Table, ...]
    """Where it is filled in, and where it is read; empty tables are left out."""
    usage: tuple[Fact, ...]
    """Policies, KPIs and others that rest on its fields."""
    control: Control


def form_page(linker: Linker, form: Form) -> FormPage:
    """Makes the page of a form."""
    return FormPage(
        header=_header(linker, form),
        preview=preview_of(linker, form),
        fields=_fields(linker, form),
        personal=_personal(linker, form),
        personal_summary=_summary(linker, form),
        steps=_steps(linker, form),
        usage=used_in(linker, form.id, without=_NOT_LISTED),
        control=document_control(linker, form.doc),
    )


def _header(linker: Linker, form: Form) -> Header:
    words = linker.wording
    required = sum(field.required for field in form.fields)
    counted = words("form.fields_of", fields=words.number(len(form.fields)), required=words.number(required))
    given: tuple[tuple[str, Cell], ...] = (
        ("owner", linker.optional(form.owner)),
        ("fields", (counted,)),
        ("retention", (words.retention(form.retention),) if form.retention else ()),
        ("replaces", (form.replaces,) if form.replaces else ()),
    )
    channel = Chip(words.word("form_channel", form.channel), "warn" if form.channel == "paper" else "good")
    return Header(
        path=linker.page,
        title=form.name,
        kind_label=words("kind.form"),
        kind="form",
        id=form.id,
        lead=plain(form.description),
        text=linker.prose(form.description),
        crumbs=(linker.to(Address("map/catalogue/forms.md"), words("catalogue.forms.title")),),
        chips=(words.status(linker.atlas.status(form)), channel),
        facts=tuple(Fact(words(f"field.{key}"), value) for key, value in given if value),
        source=linker.atlas.source(form.id),
    )


def _fields(linker: Linker, form: Form) -> Table:
    words = linker.wording
    keys = ("field", "name", "type", "required", "options", "personal", "crm_field")
    rows = tuple(
        Row(
            (
                (Lines(((field.label,), *((linker.prose(field.help),) if field.help else ()))),),
                (Code(field.name),),
                (words.word("field_type", field.type),),
                (words.yes_no(value=field.required),),
                (", ".join(field.options),) if field.options else (),
                (Chip(words.word("personal", field.personal), _PERSONAL[field.personal]),),
                (Code(field.crm_field),) if field.crm_field else (),
            ),
            anchor=part_fragment(field.name),
        )
        for field in form.fields
    )
    return Table(tuple(words(f"field.{key}") for key in keys), rows)


def _personal(linker: Linker, form: Form) -> Table:
    words = linker.wording
    groups: dict[tuple[PersonalData, Cell, Cell, Cell], list[FormField]] = {}
    for field in _personal_fields(form):
        groups.setdefault((field.personal, *_treatment(linker, form, field)), []).append(field)
    rows = tuple(
        Row(
            (
                (Lines(tuple((_field_ref(linker, form, field),) for field in fields)),),
                (Chip(words.word("personal", personal), _PERSONAL[personal]),),
                *treatment,
            )
        )
        for (personal, *treatment), fields in groups.items()
    )
    keys = ("form.data", "field.personal", "field.purpose", "field.legal_basis", "field.retention")
    return Table(tuple(words(key) for key in keys), rows)


def _field_ref(linker: Linker, form: Form, field: FormField) -> Ref:
    return replace(linker.part(f"{form.id}.{field.name}"), label=field.label)


def _treatment(linker: Linker, form: Form, field: FormField) -> tuple[Cell, Cell, Cell]:
    """Purpose, legal basis and retention; the LGPD asks for each, so what nobody has said is marked."""
    words = linker.wording
    missing = (Chip(words("form.not_said"), "warn"),)
    kept = words.retention(field.retention or form.retention)
    basis = words.word("legal_basis", field.legal_basis) if field.legal_basis else ""
    return linker.prose(field.purpose) or missing, (basis,) if basis else missing, (kept,) if kept else missing


def _summary(linker: Linker, form: Form) -> str:
    words = linker.wording
    found = _personal_fields(form)
    if not found:
        return words("form.no_personal")
    sensitive = sum(field.personal is PersonalData.SENSITIVE for field in found)
    key = "form.personal_sensitive" if sensitive else "form.personal_some"
    counted = {"personal": len(found), "all": len(form.fields), "sensitive": sensitive}
    return words(key, **{name: words.number(count) for name, count in counted.items()})


def _personal_fields(form: Form) -> tuple[FormField, ...]:
    return tuple(field for field in form.fields if field.personal is not PersonalData.NONE)


def _steps(linker: Linker, form: Form) -> tuple[Table, ...]:
    use = linker.atlas.graph.document_uses.get(form.id)
    if use is None:
        return ()
    tables = (
        _step_table(linker, use.produced_by, linker.wording("form.filled_in")),
        _step_table(linker, tuple(dict.fromkeys((*use.consumed_by, *use.read_by))), linker.wording("form.read")),
    )
    return tuple(table for table in tables if table.rows)


def _step_table(linker: Linker, names: tuple[str, ...], title: str) -> Table:
    """Steps with who does them; the link to the flow highlights that lane, the instruction says how."""
    rows = []
    for name in names:
        micro_id, _, step = name.partition("/")
        micro = linker.atlas.get(micro_id, Micro)
        lane = lanes_of(linker, micro).get(step, "") if micro else ""
        itos = tuple(linker.part(f"{ito.id}/{activity}") for ito, activity, _ in linker.atlas.itos_of_step(name))
        cells = (
            (in_lane(linker.part(name), lane),),
            linker.optional(lane),
            (in_lane(linker.ref(micro_id), lane),),
            itos,
        )
        rows.append(Row(cells))
    keys = ("step", "who", "process", "ito")
    return Table(tuple(linker.wording(f"field.{key}") for key in keys), tuple(rows), title)
