"""What a reader can look for: one entry for each page, element, step, activity, field and term of the glossary."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from processmap.model.documents import Form
from processmap.model.ito import Ito
from processmap.model.kinds import AnyElement
from processmap.model.micro import Micro
from processmap.values.authored import Authored
from processmap.values.ids import Kind
from processmap.views.addresses import GLOSSARY, Address, address_of, part_fragment
from processmap.views.atlas import Atlas, kind_of
from processmap.views.glossary import term_fragment
from processmap.views.pieces import Header
from processmap.views.prose import plain
from processmap.views.search_texts import texts_of
from processmap.views.step_words import step_kind_of, step_text
from processmap.views.wording import Wording

_BOOSTS = {Kind.MACRO: 1.3, Kind.MICRO: 1.4, Kind.ROLE: 1.5, Kind.AREA: 1.2, Kind.ITO: 1.2, Kind.FORM: 1.1}
_PART = 0.7
_TERM = 0.95
"""A term counts less than the element of the same name: that is what one looks for."""
_WHOLE = {Kind.MICRO: "macro", Kind.ROLE: "area", Kind.ITO: "role"}
"""The field that names what an element is a part of."""
_NO_WORDS = frozenset({"name", "doc", "steps", "activities", "fields"})
"""Fields of elements that are no words of theirs: titles, document control, and what is found by itself."""


@dataclass(frozen=True, slots=True)
class Findable:
    """One thing that the search finds."""

    location: str
    """Address below the site's root, with its fragment."""
    title: str
    kind: str
    """What it is, in words."""
    id: str = ""
    where: str = ""
    """What it is a part of, by name."""
    text: str = ""
    words: tuple[str, ...] = ()
    """Other words for it."""
    boost: float = 1
    """How much it counts beside others; a role more than a step of the same name."""
    is_term: bool = False
    """Whether `words` mean the title wherever somebody asks for them."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Makes the entries of one map."""

    atlas: Atlas
    wording: Wording

    def everything(self, headers: Iterable[Header]) -> tuple[Findable, ...]:
        """Returns every entry: elements with their parts in declared order, terms, then the pages of their own right.

        Args:
            headers: of all pages.
        """
        found = (*self._elements(), *self._terms())
        taken = {each.location for each in found}
        pages = (self._page(header) for header in headers)
        return (*found, *(page for page in pages if page.location not in taken))

    def _elements(self) -> Iterator[Findable]:
        for element in self.atlas.elements.values():
            kind, address = kind_of(element.id), address_of(element.id)
            if kind is None or address is None:
                continue
            yield Findable(
                _location(address),
                self._name(element.id),
                self._kind(kind.name.lower()),
                element.id,
                self._name(str(getattr(element, _WHOLE.get(kind, ""), ""))),
                text=self._texts(element, without=_NO_WORDS),
                words=self._synonyms(element.id),
                boost=_BOOSTS.get(kind, 1),
            )
            yield from self._parts(element, address)

    def _parts(self, element: AnyElement, address: Address) -> Iterator[Findable]:
        match element:
            case Micro():
                lanes = self.atlas.flow(element).lanes
                for step in element.steps:
                    lane = self._name(lanes.get(step.id) or "")
                    text = self._texts(step, without={step_kind_of(step)})
                    yield self._part(address, "step", f"{element.id}/{step.id}", step_text(step), text, lane)
            case Ito():
                for activity in element.activities:
                    text = self._texts(activity, without={"name"})
                    yield self._part(address, "activity", f"{element.id}/{activity.id}", activity.name, text)
            case Form():
                for field in element.fields:
                    text = self._texts(field, without={"label", "name"})
                    yield self._part(address, "field", f"{element.id}.{field.name}", field.label, text)

    def _part(self, address: Address, kind: str, name: str, title: str, text: str, lane: str = "") -> Findable:
        element, _, part = name.replace(".", "/").partition("/")
        location = _location(Address(address.page, part_fragment(part)))
        where = " · ".join(filter(None, (self._name(element), lane)))
        return Findable(location, title or part, self._kind(kind), name, where, text, boost=_PART)

    def _terms(self) -> Iterator[Findable]:
        for term in self.atlas.glossary:
            location = _location(Address(GLOSSARY, term_fragment(term)))
            words = (*term.synonyms, *term.avoid)
            yield Findable(
                location,
                term.term,
                self._kind("term"),
                text=plain(term.definition),
                words=words,
                boost=_TERM,
                is_term=True,
            )

    def _page(self, header: Header) -> Findable:
        return Findable(_location(Address(header.path)), header.title, header.kind_label, header.id, text=header.lead)

    def _synonyms(self, element: str) -> tuple[str, ...]:
        about = (term for term in self.atlas.glossary if term.about == element)
        return tuple(word for term in about for word in (term.term, *term.synonyms, *term.avoid))

    def _texts(self, model: Authored, without: Iterable[str]) -> str:
        return texts_of(model, self._name, without=frozenset(without))

    def _name(self, element: str) -> str:
        found = self.atlas.elements.get(element)
        return str(getattr(found, "name", "") or element)

    def _kind(self, kind: str) -> str:
        return self.wording.word("search.kind", kind)


def _location(address: Address) -> str:
    return address.seen_from("")
