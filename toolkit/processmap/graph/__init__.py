"""The typed index and the dependency graph of a map."""

from processmap.graph.contract_rings import ContractRing, contract_rings
from processmap.graph.contracts import Contract, Contracts, in_use
from processmap.graph.dependency import Dependencies
from processmap.graph.document_flow import DocumentFlow
from processmap.graph.documents import DocumentUse
from processmap.graph.flow import Arrow, ArrowKind, Flow, attached_to, flow_of
from processmap.graph.handoffs import Handoff, HandoffKind, InternalCrossing, crossings, internal_crossings
from processmap.graph.index import MapGraph, Mention
from processmap.graph.sipoc import Passage, Sipoc
from processmap.graph.value_chain import ValueChain

__all__ = [
    "Arrow",
    "ArrowKind",
    "Contract",
    "ContractRing",
    "Contracts",
    "Dependencies",
    "DocumentFlow",
    "DocumentUse",
    "Flow",
    "Handoff",
    "HandoffKind",
    "InternalCrossing",
    "MapGraph",
    "Mention",
    "Passage",
    "Sipoc",
    "ValueChain",
    "attached_to",
    "contract_rings",
    "crossings",
    "flow_of",
    "in_use",
    "internal_crossings",
]
