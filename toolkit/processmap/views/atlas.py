"""The map as the pages look it up: elements by kind in declared order, and who mentions whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from processmap.config import MapSettings
from processmap.graph import Flow, MapGraph
from processmap.graph.changes import ElementChange
from processmap.model.document_control import DocumentControl, Status
from processmap.model.glossary import GlossaryTerm
from processmap.model.ito import Ito
from processmap.model.kinds import AnyElement
from processmap.model.macro import Macro, ProcessClass
from processmap.model.micro import Micro
from processmap.model.organisation import Area
from processmap.model.steps import StepBase
from processmap.timing import Times
from processmap.values.ids import Kind
from processmap.values.references import Reference

Model = TypeVar("Model")


@dataclass(frozen=True, slots=True)
class Mention:
    """An element names another one."""

    source: str
    """Id of the element that names; `MIC-COM-020/T20` when a step or an activity does."""
    field: str
    """The field in which it is named, such as `owner`."""


@dataclass(frozen=True)
class Atlas:
    """Everything that pages may show, in declared order: the graph in the words of pages."""

    graph: MapGraph
    settings: MapSettings
    today: date | None = None
    """The day that reviews and deadlines are compared with; without it nothing is overdue."""
    unsound: frozenset[str] = frozenset()
    """Micros whose flow has errors of structure: nothing can be proved about their times."""
    changes: tuple[ElementChange, ...] = ()
    """What changed lately, newest first; empty where there is no history."""

    @cached_property
    def elements(self) -> Mapping[str, AnyElement]:
        """Every element that could be read, by id."""
        known = self.graph.loaded.elements.values()
        return {element.id: element.model for element in known if element.model is not None}

    @property
    def glossary(self) -> tuple[GlossaryTerm, ...]:
        """The terms of the glossary, in declared order."""
        return self.graph.loaded.glossary

    @property
    def macros(self) -> tuple[Macro, ...]:
        """Macros in the order of the value chain."""
        return self.graph.macros

    @property
    def areas(self) -> tuple[Area, ...]:
        """Areas in the order that map.yaml gives."""
        return self.graph.areas

    @cached_property
    def times(self) -> Times:
        """The worst paths of its processes."""
        return Times(self.graph)

    def is_over(self, day: date | None) -> bool:
        """Whether a day lies before today."""
        return day is not None and self.today is not None and day < self.today

    def source(self, element: str) -> str:
        """The file of an element, relative to the map's root."""
        found = self.graph.element(element)
        return found.path if found else ""

    def get(self, element: str, model: type[Model]) -> Model | None:
        """Returns the element if it exists and is of that kind."""
        return self.graph.model(element, model)

    def all(self, model: type[Model]) -> tuple[Model, ...]:
        """Every element of a kind, in declared order."""
        return self.graph.all(model)

    def macros_of_class(self, class_: ProcessClass) -> tuple[Macro, ...]:
        """The macros of one band of the landscape."""
        return tuple(macro for macro in self.macros if macro.class_ is class_)

    def micros_of(self, macro: str) -> tuple[Micro, ...]:
        """The micros of a macro in order."""
        return self.graph.micros_of(macro)

    def is_commercial(self, area: str | None) -> bool:
        """Whether an area belongs to the sales side."""
        return self.graph.is_commercial(area)

    def flow(self, micro: Micro) -> Flow:
        """The control flow of a micro."""
        flow = self.graph.flow(micro.id)
        assert flow is not None
        return flow

    def mentions_of(self, element: str) -> tuple[Mention, ...]:
        """Who names an element, in declared order and without repetitions."""
        found = (
            Mention(_source(self.elements[mention.source], mention.reference), _field(mention.reference))
            for mention in self.graph.references_to(element)
            if mention.source in self.elements
        )
        return tuple(dict.fromkeys(found))

    def step(self, reference: str) -> StepBase | None:
        """The step of a global name such as `MIC-COM-020/T20`."""
        return self._steps.get(reference)

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


def kind_of(element: str) -> Kind | None:
    """The kind that an id's prefix names."""
    try:
        return Kind(element.partition("-")[0])
    except ValueError:
        return None


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
