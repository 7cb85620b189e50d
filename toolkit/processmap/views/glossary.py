"""The glossary: the company's words by letter, what they mean, which words to avoid, and where they are used."""

import re
from dataclasses import dataclass
from itertools import groupby

from processmap.model.glossary import GlossaryTerm
from processmap.model.ito import Ito
from processmap.model.micro import Micro
from processmap.views.catalogues.catalogue import KindPage, catalogue_header
from processmap.views.folding import folded
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Ref
from processmap.views.step_words import step_text

GLOSSARY_TEMPLATE = "glossary"


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One word."""

    anchor: str
    term: str
    definition: Cell
    synonyms: tuple[str, ...]
    avoid: tuple[str, ...]
    about: Cell
    """The element that the word names."""
    used: tuple[Ref, ...]
    """Processes and ITOs whose texts use it."""
    used_in_words: str
    """How many they are; empty for none."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms that begin with one letter."""

    letter: str
    anchor: str
    entries: tuple[TermEntry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage(KindPage):
    """All terms in alphabetical order."""

    letters: tuple[Letter, ...]


def glossary_page(linker: Linker) -> GlossaryPage:
    """Makes the page of the glossary in alphabetical order."""
    terms = sorted(linker.atlas.glossary, key=lambda term: (folded(term.term), term.term))
    texts = _texts(linker)
    letters = tuple(
        Letter(letter, f"letter-{letter.lower()}", tuple(_entry(linker, term, texts) for term in found))
        for letter, found in groupby(terms, key=_letter)
    )
    return GlossaryPage(
        header=catalogue_header("glossary", linker),
        name=GLOSSARY_TEMPLATE,
        is_empty=not letters,
        empty=linker.wording("empty.catalogue"),
        letters=letters,
    )


def term_fragment(term: GlossaryTerm) -> str:
    """The fragment of a term on the glossary's page."""
    return folded(term.term).replace(" ", "-")


def _letter(term: GlossaryTerm) -> str:
    first = folded(term.term)[:1].upper()
    return first if first.isalpha() else "#"


def _entry(linker: Linker, term: GlossaryTerm, texts: dict[str, str]) -> TermEntry:
    used = tuple(element for element, text in texts.items() if _pattern(term).search(text))
    return TermEntry(
        anchor=term_fragment(term),
        term=term.term,
        definition=linker.prose(term.definition),
        synonyms=term.synonyms,
        avoid=term.avoid,
        about=linker.optional(term.about),
        used=tuple(linker.ref(element) for element in used),
        used_in_words=linker.wording.counted("pages", len(used)) if used else "",
    )


def _pattern(term: GlossaryTerm) -> re.Pattern[str]:
    """The word and its synonyms as whole words, in the singular and in the plural that ends in s."""
    words = "|".join(re.escape(folded(word)) for word in (term.term, *term.synonyms))
    return re.compile(rf"\b(?:{words})s?\b")


def _texts(linker: Linker) -> dict[str, str]:
    """What people read in each process and each ITO, without accents."""
    found: dict[str, tuple[str | None, ...]] = {
        micro.id: (micro.name, micro.purpose, micro.result, *(step_text(step) for step in micro.steps))
        for micro in linker.atlas.all(Micro)
    }
    found |= {
        ito.id: (ito.name, ito.mission, *(text for each in ito.activities for text in (each.name, *each.steps)))
        for ito in linker.atlas.all(Ito)
    }
    return {element: folded("\n".join(text for text in texts if text)) for element, texts in found.items()}
