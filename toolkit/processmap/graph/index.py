"""The typed index of a map: elements by kind in declared order, and who mentions whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from processmap.graph.contracts import Contracts, contracts_of
from processmap.graph.document_flow import DocumentFlow
from processmap.graph.documents import DocumentUse, document_uses
from processmap.graph.flow import Flow, flow_of
from processmap.graph.handoffs import Handoff, handoffs
from processmap.graph.sipoc import Sipoc, sipocs
from processmap.graph.value_chain import ValueChain
from processmap.loading import Element, LoadedMap
from processmap.model.ito import Ito
from processmap.model.kinds import AnyElement
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.organisation import Area, Role
from processmap.values.references import Reference, references

Model = TypeVar("Model")


class Mention(NamedTuple):
    """One element names another one. A named tuple: half a million are made on a large map."""

    source: str
    """Id of the element that names; empty for map.yaml."""
    reference: Reference
    target: str
    """Id of the element named."""


@dataclass(frozen=True)
class MapGraph:
    """All elements of a map and what connects them. Everything is in declared order; nothing is changed."""

    loaded: LoadedMap

    def element(self, element_id: str) -> Element | None:
        """Returns an element by id, also one whose model could not be read."""
        return self.loaded.elements.get(element_id)

    def model(self, element_id: str, model: type[Model]) -> Model | None:
        """Returns the model of an element if it is of that kind and could be read."""
        element = self.loaded.elements.get(element_id)
        return element.model if element and isinstance(element.model, model) else None

    def all(self, model: type[Model]) -> tuple[Model, ...]:
        """Returns every element of a kind that could be read, by file and then document order."""
        found: tuple[Model, ...] = self._by_model.get(model, ())  # type: ignore[assignment]  # grouped by type
        return found

    @cached_property
    def macros(self) -> tuple[Macro, ...]:
        """Macros in the order of the value chain."""
        return tuple(sorted(self.all(Macro), key=lambda macro: (macro.order, macro.id)))

    @cached_property
    def micros(self) -> tuple[Micro, ...]:
        """Micros by the order of their macro, then their own."""
        place = {macro.id: index for index, macro in enumerate(self.macros)}
        return tuple(
            sorted(
                self.all(Micro),
                key=lambda micro: (place.get(micro.macro, len(place)), micro.order is None, micro.order or 0, micro.id),
            )
        )

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """Areas in the order that map.yaml gives, the others after them as the files list them."""
        settings = self.loaded.settings
        place = {area: index for index, area in enumerate(settings.areas)} if settings else {}
        return tuple(sorted(self.all(Area), key=lambda area: place.get(area.id, len(place))))

    @cached_property
    def itos(self) -> tuple[Ito, ...]:
        """ITOs by id."""
        return tuple(sorted(self.all(Ito), key=lambda ito: ito.id))

    def micros_of(self, macro_id: str) -> tuple[Micro, ...]:
        """Returns the micros of a macro in order."""
        return self._micros_by_macro.get(macro_id, ())

    def flow(self, micro_id: str) -> Flow | None:
        """Returns the control flow of a micro, made once; None if there is no such micro that could be read."""
        if micro_id not in self._flows:
            micro = self.model(micro_id, Micro)
            if micro is None:
                return None
            self._flows[micro_id] = flow_of(micro)
        return self._flows[micro_id]

    def document_flow(self, flow: Flow) -> DocumentFlow:
        """Returns which documents reach which step of a flow, found out once."""
        return self._document_flows.setdefault(flow.micro.id, DocumentFlow(flow))

    def area_of_lane(self, lane: str | None) -> str | None:
        """Returns the area that a lane belongs to: a role's area, or the area itself; externals have none."""
        if lane is None:
            return None
        if (role := self.model(lane, Role)) is not None:
            return role.area
        return lane if self.model(lane, Area) else None

    def area_of_micro(self, micro_id: str) -> str | None:
        """Returns the area of a micro's macro."""
        micro = self.model(micro_id, Micro)
        macro = self.model(micro.macro, Macro) if micro else None
        return macro.area if macro else None

    def is_commercial(self, area_id: str | None) -> bool:
        """Tells whether an area belongs to the sales side."""
        area = self.model(area_id, Area) if area_id else None
        return bool(area and area.commercial)

    def references_from(self, element_id: str) -> tuple[Reference, ...]:
        """Returns every reference of an element to other elements, as authored; those to own steps are left out."""
        return self._references_of(element_id).outward

    def local_references_from(self, element_id: str) -> tuple[Reference, ...]:
        """Returns every reference of a micro to its own steps, as authored."""
        return self._references_of(element_id).local

    def mentions(self) -> tuple[Mention, ...]:
        """Returns every reference between elements, dangling ones included, those of map.yaml with an empty source."""
        return self._mentions

    def references_to(self, element_id: str) -> tuple[Mention, ...]:
        """Returns every mention of an existing element, by the order of the elements that mention it."""
        return self._mentioned.get(element_id, ())

    @cached_property
    def handoffs(self) -> tuple[Handoff, ...]:
        """Every hand-off, call and end that goes on elsewhere, by micro and then step."""
        return tuple(handoffs(self))

    @cached_property
    def contracts(self) -> Contracts:
        """Both sides of the hand-offs, calls and ends between processes in use."""
        return contracts_of(self)

    @cached_property
    def sipocs(self) -> Mapping[str, Sipoc]:
        """Suppliers, inputs, outputs and customers of every macro, by id."""
        return sipocs(self)

    @property
    def value_chain(self) -> ValueChain:
        """The core processes and what holds them together, found anew: one rule asks once."""
        return ValueChain(self)

    @cached_property
    def document_uses(self) -> Mapping[str, DocumentUse]:
        """Producers and consumers of every document, by id."""
        return document_uses(self.micros)

    def _references_of(self, element_id: str) -> "_References":
        if element_id not in self._references:
            element = self.loaded.elements.get(element_id)
            found = references(element.model) if element and element.model else ()
            local = tuple([reference for reference in found if reference.is_local])
            outward = tuple([reference for reference in found if not reference.is_local]) if local else found
            self._references[element_id] = _References(outward, local)
        return self._references[element_id]

    @cached_property
    def _references(self) -> dict[str, "_References"]:
        return {}

    @cached_property
    def _mentions(self) -> tuple[Mention, ...]:
        return tuple(self._mentioning())

    def _mentioning(self) -> Iterator[Mention]:
        element_of: dict[str, str] = {}  # half a million mentions name far fewer elements
        settings = references(self.loaded.settings) if self.loaded.settings else ()
        for source in ("", *self.loaded.elements):
            for reference in self.references_from(source) if source else settings:
                text = reference.text
                target = element_of.get(text)
                if target is None:
                    target = element_of[text] = reference.element
                yield Mention(source, reference, target)

    @cached_property
    def _flows(self) -> dict[str, Flow]:
        return {}

    @cached_property
    def _document_flows(self) -> dict[str, DocumentFlow]:
        return {}

    @cached_property
    def _by_model(self) -> dict[type, tuple[AnyElement, ...]]:
        grouped: dict[type, list[AnyElement]] = {}
        for element in self.loaded.elements.values():
            if element.model is not None:
                grouped.setdefault(type(element.model), []).append(element.model)
        return {model: tuple(found) for model, found in grouped.items()}

    @cached_property
    def _micros_by_macro(self) -> dict[str, tuple[Micro, ...]]:
        grouped: dict[str, list[Micro]] = {}
        for micro in self.micros:
            grouped.setdefault(micro.macro, []).append(micro)
        return {macro: tuple(found) for macro, found in grouped.items()}

    @cached_property
    def _mentioned(self) -> dict[str, tuple[Mention, ...]]:
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions():
            if mention.target in self.loaded.elements:
                found.setdefault(mention.target, []).append(mention)
        return {target: tuple(mentions) for target, mentions in found.items()}


@dataclass(frozen=True, slots=True)
class _References:
    outward: tuple[Reference, ...]
    local: tuple[Reference, ...]
