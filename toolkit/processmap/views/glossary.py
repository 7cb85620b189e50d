"""The glossary: the company's words, what they mean, and which words to avoid."""

from processmap.model.glossary import GlossaryTerm
from processmap.views.catalogues.catalogue import CataloguePage, catalogue_header
from processmap.views.folding import folded
from processmap.views.linking import Linker
from processmap.views.pieces import Row, Table


def glossary_page(linker: Linker) -> CataloguePage:
    """Makes the page of the glossary in alphabetical order."""
    words = linker.wording
    terms = sorted(linker.atlas.glossary, key=lambda term: (folded(term.term), term.term))
    return CataloguePage(
        header=catalogue_header("glossary", linker),
        overview=Table(
            tuple(words(f"field.{key}") for key in ("term", "definition", "synonyms", "avoid")),
            tuple(_row(linker, term) for term in terms),
        ),
        entries=(),
        empty=words("empty.catalogue"),
    )


def _row(linker: Linker, term: GlossaryTerm) -> Row:
    about = linker.optional(term.about)
    return Row(
        (
            (term.term, *about) if about else (term.term,),
            linker.prose(term.definition),
            (", ".join(term.synonyms),) if term.synonyms else (),
            (", ".join(term.avoid),) if term.avoid else (),
        ),
        anchor=term_fragment(term),
    )


def term_fragment(term: GlossaryTerm) -> str:
    """The fragment of a term on the glossary's page."""
    return folded(term.term).replace(" ", "-")
