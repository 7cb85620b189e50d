"""Workflow graphs: what a flow means as tokens on arrows, and whether it is sound."""

from processmap.graph.workflow.folding import Firing
from processmap.graph.workflow.game import Fate
from processmap.graph.workflow.net import OUTSIDE, Join, Net, Split, net
from processmap.graph.workflow.soundness import STATE_LIMIT, Fault, Proof, explore, is_sound, prove
from processmap.graph.workflow.translation import FlowNet, is_sequential, net_of

__all__ = [
    "OUTSIDE",
    "STATE_LIMIT",
    "Fate",
    "Fault",
    "Firing",
    "FlowNet",
    "Join",
    "Net",
    "Proof",
    "Split",
    "explore",
    "is_sequential",
    "is_sound",
    "net",
    "net_of",
    "prove",
]
