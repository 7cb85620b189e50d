"""Makes links for one page: labels and relative addresses of elements, steps and catalogue entries."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from processmap.model.documents import Form
from processmap.model.ito import Ito
from processmap.model.micro import Micro
from processmap.values.ids import Kind
from processmap.views.addresses import Address, address_of, part_fragment
from processmap.views.atlas import Atlas, kind_of
from processmap.views.pieces import Cell, Lines, Ref
from processmap.views.prose import prose
from processmap.views.step_words import step_text
from processmap.views.wording import Wording


@dataclass(frozen=True, slots=True)
class Linker:
    """Links as they are written on one page."""

    atlas: Atlas
    wording: Wording
    page: str
    """Path of the page below docs/."""

    def ref(self, element: str | None) -> Ref:
        """A link to an element, by its name."""
        return self._ref(element or "", "")

    def part(self, reference: str) -> Ref:
        """A link to a step, an activity or another part: `MIC-COM-020/T20`, `FRM-COM-001.desconto`."""
        element, _, part = reference.replace(".", "/").partition("/")
        return self._ref(element, part)

    def refs(self, elements: Iterable[str]) -> Cell:
        """Links to several elements."""
        return tuple(self.part(element) for element in elements)

    def optional(self, element: str | None) -> Cell:
        """A link, or nothing."""
        return (self.part(element),) if element else ()

    def lines(self, elements: Iterable[str]) -> Cell:
        """Links to several elements, one a line."""
        items = tuple((self.part(element),) for element in elements)
        return (Lines(items),) if items else ()

    def to(self, address: Address, label: str) -> Ref:
        """A link to a page of its own right."""
        return Ref("", label, address.seen_from(self.page))

    def prose(self, text: str | None) -> Cell:
        """A long text with the small Markdown that authors may use; nothing for none. Names are never prose."""
        return prose(text, self._called)

    def prose_lines(self, texts: Iterable[str], *, is_numbered: bool = False) -> Cell:
        """Long texts, one a line; nothing for none."""
        items = tuple(self.prose(text) for text in texts)
        return (Lines(items, is_numbered),) if items else ()

    def _called(self, reference: str, label: str) -> Ref:
        ref = self.part(reference)
        return replace(ref, label=label) if label else ref

    def role_or_words(self, author: str | None) -> Cell:
        """A role when the text is the id of one, else the words themselves."""
        if not author:
            return ()
        is_role = kind_of(author) is Kind.ROLE and author in self.atlas.elements
        return (self.ref(author),) if is_role else (author,)

    def _ref(self, element: str, part: str) -> Ref:
        kind = kind_of(element)
        found = self.atlas.elements.get(element)
        written = f"{element}/{part}" if part else element
        address = address_of(element)
        if found is None or address is None or not self._has_part(element, part):
            return Ref(written, written, None, kind.name.lower() if kind else "", is_broken=True)
        assert kind is not None
        label = self._label(element, part)
        if part:
            fragment = part_fragment(part) if kind in _WITH_PARTS else address.fragment
            address = Address(address.page, fragment)
        return Ref(written, label, address.seen_from(self.page), kind.name.lower(), detail=written)

    def _has_part(self, element: str, part: str) -> bool:
        if not part:
            return True
        match self.atlas.elements.get(element):
            case Micro():
                return self.atlas.step(f"{element}/{part}") is not None
            case Ito() as ito:
                return any(activity.id == part for activity in ito.activities)
            case Form() as form:
                return any(field.name == part for field in form.fields)
            case _:
                return True

    def _label(self, element: str, part: str) -> str:
        name = self.name(element)
        if not part:
            return name
        step = self.atlas.step(f"{element}/{part}")
        return f"{part} {step_text(step)}" if step else f"{name} · {part}"

    def name(self, element: str) -> str:
        """The name of an element, or its id when it has none."""
        found = self.atlas.elements.get(element)
        return str(getattr(found, "name", "") or element)


_WITH_PARTS = frozenset({Kind.MICRO, Kind.ITO, Kind.FORM})
