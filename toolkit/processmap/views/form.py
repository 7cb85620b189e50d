"""The page of a form: its field dictionary with what the LGPD asks for."""

from dataclasses import dataclass

from processmap.model.documents import Form, PersonalData
from processmap.values.ids import Kind
from processmap.views.addresses import Address, part_fragment
from processmap.views.catalogues.papers import made_at
from processmap.views.document_control import document_control
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Code, Control, Fact, Header, Lines, Row, Section, Table, Tone
from processmap.views.prose import plain
from processmap.views.usage import used_in

_PERSONAL: dict[PersonalData, Tone] = {
    PersonalData.NONE: "muted",
    PersonalData.PERSONAL: "warn",
    PersonalData.SENSITIVE: "bad",
}


@dataclass(frozen=True, slots=True)
class PreviewField:
    """A field as it looks when it is filled in."""

    label: str
    type: str
    help: Cell
    is_required: bool
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormPage:
    """Everything on the page of a form."""

    header: Header
    fields: Table
    personal: Table
    """The record of personal data (LGPD): only fields that hold some."""
    preview: tuple[PreviewField, ...]
    usage: Section
    control: Control


def form_page(linker: Linker, form: Form) -> FormPage:
    """Makes the page of a form."""
    words = linker.wording
    channel = Chip(words.word("form_channel", form.channel), "warn" if form.channel == "paper" else "good")
    given = (
        ("owner", linker.optional(form.owner)),
        ("retention", (words.retention(form.retention),) if form.retention else ()),
        ("replaces", (form.replaces,) if form.replaces else ()),
    )
    usage = (
        Fact(words("field.produced_by"), made_at(linker, form.id)),
        *used_in(linker, form.id, without=(Kind.FORM,)),
    )
    return FormPage(
        header=Header(
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
        ),
        fields=_fields(linker, form),
        personal=_personal(linker, form),
        preview=tuple(
            PreviewField(
                field.label,
                words.word("field_type", field.type),
                linker.prose(field.help),
                field.required,
                field.options,
            )
            for field in form.fields
        ),
        usage=Section("usage", words("section.usage"), facts=tuple(fact for fact in usage if fact.value)),
        control=document_control(linker, form.doc),
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
    rows = tuple(
        Row(
            (
                (field.label,),
                (Chip(words.word("personal", field.personal), _PERSONAL[field.personal]),),
                linker.prose(field.purpose),
                (words.word("legal_basis", field.legal_basis),) if field.legal_basis else (),
                (words.retention(field.retention or form.retention),) if field.retention or form.retention else (),
            )
        )
        for field in form.fields
        if field.personal is not PersonalData.NONE
    )
    keys = ("field", "personal", "purpose", "legal_basis", "retention")
    return Table(tuple(words(f"field.{key}") for key in keys), rows)
