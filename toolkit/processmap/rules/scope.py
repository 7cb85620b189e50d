"""Which elements rules look at: those that could be read, are in use, and have a flow where one is needed."""

from collections.abc import Iterator

from processmap.graph import Flow, attached_to
from processmap.model.document_control import Status
from processmap.model.kinds import AnyElement
from processmap.model.micro import Micro
from processmap.rules.rule import RuleContext


def live_models(context: RuleContext) -> Iterator[tuple[str, AnyElement]]:
    """Yields id and model of every element that was read without errors and is not retired, in document order."""
    for element in context.map.elements.values():
        if element.model is not None and element.status is not Status.RETIRED:
            yield element.id, element.model


def live_micros(context: RuleContext) -> Iterator[Micro]:
    """Yields the micros whose flow is checked: neither retired nor planned."""
    for _, model in live_models(context):
        if isinstance(model, Micro) and not model.is_planned:
            yield model


def live_flows(context: RuleContext) -> Iterator[Flow]:
    """Yields the flows that are checked; where two steps share an id (PM105), nobody knows how the flow goes."""
    for micro in live_micros(context):
        flow = context.graph.flow(micro.id)
        assert flow is not None
        if len(flow.steps) == len(micro.steps):
            yield flow


def complete_flows(context: RuleContext) -> Iterator[Flow]:
    """Yields the flows in which every step that is pointed to exists.

    What would only follow from a wrong id, such as a step that nothing leads to, is not reported beside its PM205.
    """
    for flow in live_flows(context):
        hosts = (attached_to(step) for step in flow.micro.steps)
        if not flow.unresolved and all(host is None or host in flow.steps for host in hosts):
            yield flow
