"""Forms, systems."""

from processmap.model.documents import Form, System
from processmap.values.ids import Kind
from processmap.views.catalogues.catalogue import Described, described, fact, said, text_fact
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Tone
from processmap.views.usage import used_in

_OLD_WAYS = ("legacy", "spreadsheet", "paper")


def describe_system(linker: Linker, system: System) -> Described:
    """A system with its end of life and the steps that run in it."""
    words = linker.wording
    tone: Tone = "warn" if system.type in _OLD_WAYS else "neutral"
    chip = Chip(words.word("system_type", system.type), tone)
    return described(
        linker,
        system,
        chips=(chip,),
        facts=(
            fact(words, "owner", linker.optional(system.owner)),
            text_fact(words, "sunset", words.date(system.sunset)),
            fact(words, "replaced_by", linker.optional(system.replaced_by)),
            text_fact(words, "availability", words.duration(system.availability)),
            *used_in(linker, system.id),
        ),
        summary=(
            (chip,),
            linker.optional(system.owner),
            said(words.date(system.sunset)),
            linker.optional(system.replaced_by),
        ),
    )


def describe_form(linker: Linker, form: Form) -> Described:
    """A form in the list of forms; its fields are on its own page."""
    words = linker.wording
    channel = Chip(words.word("form_channel", form.channel), "warn" if form.channel == "paper" else "good")
    status = words.status(linker.atlas.status(form))
    return described(
        linker,
        form,
        chips=(channel, status),
        facts=(
            fact(words, "owner", linker.optional(form.owner)),
            text_fact(words, "retention", words.retention(form.retention)),
            text_fact(words, "replaces", form.replaces),
            *used_in(linker, form.id, without=(Kind.FORM,)),
        ),
        summary=((channel,), (status,), (words.number(len(form.fields)),), linker.optional(form.owner)),
    )


def made_at(linker: Linker, document: str) -> Cell:
    """The steps that make a document."""
    use = linker.atlas.graph.document_uses.get(document)
    return linker.lines(use.produced_by) if use else ()
