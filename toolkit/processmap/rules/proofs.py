"""What is proved about the behaviour of each flow, once for all rules that ask."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from processmap.graph import Flow
from processmap.graph.workflow import Fate, Fault, FlowNet, Proof, is_sequential, net_of, prove
from processmap.model.steps import StartStep
from processmap.rules.provable import provable_flows
from processmap.rules.rule import RuleContext
from processmap.rules.scope import live_micros


@dataclass(frozen=True)
class FlowProof:
    """A flow whose structure is sound, with what follows from it."""

    flow: Flow
    graph: FlowNet | None
    """The flow as a graph; None where it says no more than the flow itself: a case is always in one place, so that an
    orderly structure is enough, or it is sound and every step happens from every start."""
    proofs: tuple[Proof, ...]
    """One per start, in authored order; none where there is no graph."""

    @property
    def is_decided(self) -> bool:
        """Whether there is a verdict from every start."""
        return all(proof.is_decided for proof in self.proofs)

    @property
    def is_sound(self) -> bool:
        """Whether every case can end and nothing happens twice."""
        return all(proof.is_sound for proof in self.proofs)

    def happening(self, start: StartStep) -> frozenset[str]:
        """Returns the steps that can happen in a case that begins with a start; complete only if it is sound."""
        if self.graph is None:
            return self.flow.reachable_from(start.id)
        proof = self.proofs[self.flow.starts.index(start)]
        return self.graph.steps_of(proof.happening, self.flow)

    @cached_property
    def dead(self) -> tuple[str, ...]:
        """The steps that happen from no start, in authored order; none unless it is sound."""
        if self.graph is None or not self.is_sound:
            return ()
        happening = frozenset().union(*(self.happening(start) for start in self.flow.starts))
        return tuple(step for step in dict.fromkeys(self.graph.steps) if step not in happening)


@dataclass(frozen=True, slots=True)
class FlowFault:
    """A fault of a flow, in the words of the graph."""

    flow: Flow
    graph: FlowNet
    fault: Fault


def flow_proofs(context: RuleContext) -> Mapping[str, FlowProof]:
    """Returns a proof for every flow that anything can be proved about, by micro, in document order."""
    return context.shared(_proofs)


def micros_not_proved(context: RuleContext) -> int:
    """Returns how many micros that are checked have errors of structure, so that nothing was proved about them."""
    return len(live_micros(context)) - len(flow_proofs(context))


def faults(context: RuleContext, fate: Fate) -> Iterator[FlowFault]:
    """Yields every fault of one kind, by micro and start; where two starts lead to the same one, the first."""
    for proof in flow_proofs(context).values():
        if proof.graph is None:
            continue
        seen: set[tuple[object, ...]] = set()
        for one in proof.proofs:
            if one.fault is None or one.fault.fate is not fate:
                continue
            place = (one.fault.marking if fate is Fate.DEADLOCK else (), one.fault.twice, frozenset(one.fault.loop))
            if place not in seen:
                seen.add(place)
                yield FlowFault(proof.flow, proof.graph, one.fault)


def _proofs(context: RuleContext) -> dict[str, FlowProof]:
    return {flow.micro.id: _proof(flow) for flow in provable_flows(context)}


def _proof(flow: Flow) -> FlowProof:
    if is_sequential(flow):
        return FlowProof(flow, None, ())
    graph = net_of(flow)
    proofs = prove(graph.net)
    if all(proof.is_sound and len(proof.happening) == len(graph.steps) for proof in proofs):
        return FlowProof(flow, None, ())
    return FlowProof(flow, graph, proofs)
