"""Which elements rules look at: those that could be read, are in use, and have a flow where one is needed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from processmap.graph import Flow, MapGraph
from processmap.loading import LoadedMap
from processmap.model.document_control import Status
from processmap.model.kinds import AnyElement
from processmap.model.micro import Micro

if TYPE_CHECKING:
    from processmap.rules.rule import RuleContext


@dataclass(frozen=True)
class Scope:
    """The elements of one map that rules look at. Every rule asks for them, so they are picked out once."""

    map: LoadedMap
    graph: MapGraph

    @cached_property
    def models(self) -> tuple[tuple[str, AnyElement], ...]:
        """Id and model of every element that was read without errors and is not retired."""
        elements = self.map.elements.values()
        return tuple((e.id, e.model) for e in elements if e.model is not None and e.status is not Status.RETIRED)

    @cached_property
    def micros(self) -> tuple[Micro, ...]:
        """The micros that are neither retired nor planned."""
        return tuple(model for _, model in self.models if type(model) is Micro and not model.is_planned)

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The flows of these micros; where two steps share an id (PM105), nobody knows how the flow goes."""
        flows = (self.graph.flow(micro.id) for micro in self.micros)
        return tuple(flow for flow in flows if flow is not None and len(flow.steps) == len(flow.micro.steps))

    @cached_property
    def complete_flows(self) -> tuple[Flow, ...]:
        """The flows in which every step that is pointed to exists."""
        return tuple(flow for flow in self.flows if not flow.unresolved and flow.attached.keys() <= flow.steps.keys())


def live_models(context: RuleContext) -> tuple[tuple[str, AnyElement], ...]:
    """Returns id and model of every element that was read without errors and is not retired, in document order."""
    return context.scope.models


def live_micros(context: RuleContext) -> tuple[Micro, ...]:
    """Returns the micros whose flow is checked, in document order: neither retired nor planned."""
    return context.scope.micros


def live_flows(context: RuleContext) -> tuple[Flow, ...]:
    """Returns the flows that are checked, in document order; where two steps share an id, nobody knows how it goes."""
    return context.scope.flows


def complete_flows(context: RuleContext) -> tuple[Flow, ...]:
    """Returns the flows in which every step that is pointed to exists, in document order.

    What would only follow from a wrong id, such as a step that nothing leads to, is not reported beside its PM205.
    """
    return context.scope.complete_flows
