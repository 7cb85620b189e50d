"""The map as the pages look it up: elements by kind in declared order, and who mentions whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from processmap.config import MapSettings
from processmap.model.document_control import DocumentControl, Status
from processmap.model.glossary import GlossaryTerm
from processmap.model.ito import Ito
from processmap.model.kinds import AnyElement
from processmap.model.macro import Macro, ProcessClass
from processmap.model.micro import Micro
from processmap.model.organisation import Area
from processmap.model.steps import StepBase
from processmap.values.ids import Kind
from processmap.values.references import Reference, references

Model = TypeVar("Model")


@dataclass(frozen=True, slots=True)
class Mention:
    """An element names another one."""

    source: str
    """Id of the element that names; `MIC-COM-020/T20` when a step or an activity does."""
    field: str
    """The field in which it is named, such as `owner`."""
    part: str | None
    """What is named inside the other element: a step, an output, a field."""


@dataclass(frozen=True)
class Atlas:
    """Everything that pages may show. Elements stand in declared order."""

    settings: MapSettings
    elements: Mapping[str, AnyElement]
    glossary: tuple[GlossaryTerm, ...]
    paths: Mapping[str, str]
    """File of each element, relative to the map's root."""

    def get(self, element: str, model: type[Model]) -> Model | None:
        """Returns the element if it exists and is of that kind."""
        found = self.elements.get(element)
        return found if isinstance(found, model) else None

    def all(self, model: type[Model]) -> tuple[Model, ...]:
        """Every element of a kind, in declared order."""
        found: tuple[Model, ...] = self._by_model.get(model, ())  # type: ignore[assignment]  # grouped by type
        return found

    @cached_property
    def macros(self) -> tuple[Macro, ...]:
        """Macros in the order of the value chain."""
        return tuple(sorted(self.all(Macro), key=lambda macro: (macro.order, macro.id)))

    def macros_of_class(self, class_: ProcessClass) -> tuple[Macro, ...]:
        """The macros of one band of the landscape."""
        return tuple(macro for macro in self.macros if macro.class_ is class_)

    def micros_of(self, macro: str) -> tuple[Micro, ...]:
        """The micros of a macro in order."""
        return self._micros_by_macro.get(macro, ())

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """Areas in the order that map.yaml gives, the others after them."""
        order = {area: index for index, area in enumerate(self.settings.areas)}
        return tuple(sorted(self.all(Area), key=lambda area: (order.get(area.id, len(order)), area.id)))

    def is_commercial(self, area: str | None) -> bool:
        """Whether an area belongs to the sales side."""
        found = self.get(area, Area) if area else None
        return bool(found and found.commercial)

    def mentions_of(self, element: str) -> tuple[Mention, ...]:
        """Who names an element, in declared order."""
        return self._mentions.get(element, ())

    def step(self, reference: str) -> StepBase | None:
        """The step of a global name such as `MIC-COM-020/T20`."""
        return self._steps.get(reference)

    def steps_named(self) -> Mapping[str, StepBase]:
        """Every step by its global name."""
        return self._steps

    def itos_of_step(self, reference: str) -> tuple[tuple[Ito, str, str], ...]:
        """The ITOs that instruct a step, each with the id and the name of the activity."""
        return self._instructed.get(reference, ())

    def status(self, element: AnyElement) -> Status:
        """The state of an element; what has none counts as published."""
        control = getattr(element, "doc", None)
        if isinstance(control, DocumentControl):
            return control.status
        status = getattr(element, "status", None)
        return status if isinstance(status, Status) else Status.PUBLISHED

    @cached_property
    def _by_model(self) -> dict[type, tuple[AnyElement, ...]]:
        grouped: dict[type, list[AnyElement]] = {}
        for element in self.elements.values():
            grouped.setdefault(type(element), []).append(element)
        return {model: tuple(found) for model, found in grouped.items()}

    @cached_property
    def _micros_by_macro(self) -> dict[str, tuple[Micro, ...]]:
        grouped: dict[str, list[Micro]] = {}
        for micro in self.all(Micro):
            grouped.setdefault(micro.macro, []).append(micro)
        return {macro: tuple(sorted(micros, key=_micro_order)) for macro, micros in grouped.items()}

    @cached_property
    def _steps(self) -> dict[str, StepBase]:
        return {f"{micro.id}/{step.id}": step for micro in self.all(Micro) for step in micro.steps}

    @cached_property
    def _instructed(self) -> dict[str, tuple[tuple[Ito, str, str], ...]]:
        found: dict[str, list[tuple[Ito, str, str]]] = {}
        for ito in self.all(Ito):
            for activity in ito.activities:
                for step in activity.does:
                    found.setdefault(step, []).append((ito, activity.id, activity.name))
        return {step: tuple(itos) for step, itos in found.items()}

    @cached_property
    def _mentions(self) -> dict[str, tuple[Mention, ...]]:
        found: dict[str, dict[Mention, None]] = {}
        for element in self.elements.values():
            for reference in references(element):
                if not reference.is_local:
                    mention = Mention(_source(element, reference), _field(reference), reference.part)
                    found.setdefault(reference.element, {})[mention] = None
        return {element: tuple(mentions) for element, mentions in found.items()}


def kind_of(element: str) -> Kind | None:
    """The kind that an id's prefix names."""
    try:
        return Kind(element.partition("-")[0])
    except ValueError:
        return None


def _micro_order(micro: Micro) -> tuple[bool, int, str]:
    return (micro.order is None, micro.order or 0, micro.id)


def _source(element: AnyElement, reference: Reference) -> str:
    match reference.path:
        case ("steps" | "activities" as group, int(index), *_):
            return f"{element.id}/{getattr(element, group)[index].id}"
        case _:
            return element.id


def _field(reference: Reference) -> str:
    return next((part for part in reversed(reference.path) if isinstance(part, str)), "")


def distinct(items: Iterable[str]) -> tuple[str, ...]:
    """The items without repetitions, in the order in which they first come."""
    return tuple(dict.fromkeys(items))
