"""Workflow graphs: what a flow means as tokens on arrows, and whether it is sound."""

from processmap.graph.workflow.folding import Firing
from processmap.graph.workflow.game import Fate
from processmap.graph.workflow.net import OUTSIDE, Join, Net, Split, net
from processmap.graph.workflow.soundness import STATE_LIMIT, Fault, Proof, explore, is_sound, prove

__all__ = [
    "OUTSIDE",
    "STATE_LIMIT",
    "Fate",
    "Fault",
    "Firing",
    "Join",
    "Net",
    "Proof",
    "Split",
    "explore",
    "is_sound",
    "net",
    "prove",
]
