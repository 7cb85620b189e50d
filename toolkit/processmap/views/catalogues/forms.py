"""The list of forms: where each is filled in, what it asks, and how much of that is personal data."""

from dataclasses import dataclass

from processmap.model.documents import Form, PersonalData
from processmap.values.ids import Kind
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.catalogues.entry import Head, Uses, head_of, uses_of
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Fact, Ref


@dataclass(frozen=True, slots=True)
class FormEntry:
    """One form; its fields are on its own page."""

    head: Head
    ref: Ref
    fields: str
    personal: str
    """How many of its fields hold personal data; empty for none."""
    facts: tuple[Fact, ...]
    uses: Uses


@dataclass(frozen=True, slots=True)
class FormsPage(KindPage):
    """All forms in declared order."""

    entries: tuple[FormEntry, ...]


def forms_page(source: CatalogueSource, linker: Linker) -> FormsPage:
    """Makes the list of forms."""
    entries = tuple(_entry(linker, form) for form in linker.atlas.all(Form))
    return FormsPage(
        catalogue_header(source.name, linker), source.name, not entries, linker.wording("empty.catalogue"), entries
    )


def _entry(linker: Linker, form: Form) -> FormEntry:
    words = linker.wording
    channel = Chip(words.word("form_channel", form.channel), "warn" if form.channel == "paper" else "neutral")
    state = (words.status(form.doc.status),) if form.doc else ()
    personal = sum(field.personal is not PersonalData.NONE for field in form.fields)
    facts = (
        Fact(words("field.owner"), linker.optional(form.owner)),
        Fact(words("field.retention"), (words.retention(form.retention),) if form.retention else ()),
        Fact(words("field.replaces"), (form.replaces,) if form.replaces else ()),
    )
    return FormEntry(
        head=head_of(linker, form, channel, *state),
        ref=linker.ref(form.id),
        fields=words.counted("fields", len(form.fields)),
        personal=words.counted("personal_fields", personal) if personal else "",
        facts=tuple(fact for fact in facts if fact.value),
        uses=uses_of(linker, form.id, without=(Kind.FORM,)),
    )
