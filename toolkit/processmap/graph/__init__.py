"""The typed index and the dependency graph of a map."""

from processmap.graph.dependency import Dependencies
from processmap.graph.documents import DocumentUse
from processmap.graph.flow import Arrow, ArrowKind, Flow, attached_to, flow_of
from processmap.graph.handoffs import Handoff, HandoffKind, InternalCrossing, crossings, internal_crossings
from processmap.graph.index import MapGraph, Mention

__all__ = [
    "Arrow",
    "ArrowKind",
    "Dependencies",
    "DocumentUse",
    "Flow",
    "Handoff",
    "HandoffKind",
    "InternalCrossing",
    "MapGraph",
    "Mention",
    "attached_to",
    "crossings",
    "flow_of",
    "internal_crossings",
]
