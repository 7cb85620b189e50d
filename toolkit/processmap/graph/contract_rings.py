"""Rings of hand-offs: a case of one process leads to a case of another, and in the end to the first again.

The nodes are starts, not processes: if one process answers a question of another at a start from which it asks nothing
back, there is no ring. Calls count as well; rings of calls alone are another matter (PM215).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from processmap.graph.contracts import Contract
from processmap.graph.cycles import components
from processmap.graph.flow import Flow
from processmap.model.steps import CallStep, EndStep, HandoffStep, ParallelStep

if TYPE_CHECKING:
    from processmap.graph.index import MapGraph

_Node: TypeAlias = tuple[str, str]
"""A micro and one of its starts."""


@dataclass(frozen=True, slots=True)
class ContractRing:
    """The shortest ring through the first process of a group that all lead into each other."""

    contracts: tuple[Contract, ...]
    """Each hands over to the sender of the next, the last to the sender of the first."""
    can_be_left: bool
    """Whether at least one process on it can come to an end without handing on."""

    @property
    def waits_throughout(self) -> bool:
        """Whether every sender waits for the one after it."""
        return all(contract.waits for contract in self.contracts)

    @property
    def is_bounded(self) -> bool:
        """Whether a hand-off on it says how often a case may go round."""
        return any(isinstance(c.step, HandoffStep | CallStep) and c.step.rework for c in self.contracts)


def contract_rings(graph: MapGraph) -> tuple[ContractRing, ...]:
    """Returns one ring per group of starts that lead into each other, by the declared order of their first process."""
    suspects = _in_rings(graph)
    if not suspects:
        return ()
    onward = _onward(graph, suspects)
    nodes = list(onward)
    place = {node: number for number, node in enumerate(nodes)}
    edges = [(place[node], place[_reached(c)]) for node in nodes for c in onward[node] if _reached(c) in place]
    own = {source for source, target in edges if source == target}
    groups = sorted(sorted(group) for group in components(len(nodes), edges))
    found = [[nodes[number] for number in group] for group in groups if len(group) > 1 or group[0] in own]
    return tuple(_ring(graph, group, onward) for group in found)


def _in_rings(graph: MapGraph) -> tuple[str, ...]:
    """The processes that lead back to themselves if all their starts are taken together, in declared order."""
    micros: list[str] = [micro.id for micro in graph.micros]
    place = {micro: number for number, micro in enumerate(micros)}
    edges = [(place[contract.source.id], place[contract.target.id]) for contract in graph.contracts.all]
    own = {source for source, target in edges if source == target}
    groups = components(len(micros), edges)
    found = sorted(number for group in groups if len(group) > 1 or group[0] in own for number in group)
    return tuple(micros[number] for number in found)


def _onward(graph: MapGraph, micros: Iterable[str]) -> dict[_Node, tuple[Contract, ...]]:
    """What a case that begins at each start can lead to."""
    found: dict[_Node, tuple[Contract, ...]] = {}
    for micro in micros:
        flow = graph.flow(micro)
        assert flow is not None, "the model could be read"
        sent = graph.contracts.by_source.get(micro, ())
        for start in flow.starts:
            reached = flow.reachable_from(start.id)
            found[micro, start.id] = tuple(c for c in sent if c.start and c.step.id in reached)
    return found


def _reached(contract: Contract) -> _Node:
    return (contract.target.id, contract.start.id if contract.start else "")


def _ring(graph: MapGraph, group: Sequence[_Node], onward: Mapping[_Node, tuple[Contract, ...]]) -> ContractRing:
    members = frozenset(group)
    way = _shortest(group[0], members, onward)
    starts = [group[0], *(_reached(contract) for contract in way[:-1])]
    leavable = any(
        _can_end_without(graph.flow(micro), start, contract.step.id)
        for (micro, start), contract in zip(starts, way, strict=True)
    )
    return ContractRing(way, leavable)


def _shortest(
    first: _Node, members: frozenset[_Node], onward: Mapping[_Node, tuple[Contract, ...]]
) -> tuple[Contract, ...]:
    ways: list[tuple[Contract, ...]] = [(contract,) for contract in onward[first] if _reached(contract) in members]
    seen: set[_Node] = set()
    for way in ways:
        reached = _reached(way[-1])
        if reached == first:
            return way
        if reached not in seen:
            seen.add(reached)
            ways += [(*way, contract) for contract in onward[reached] if _reached(contract) in members]
    raise AssertionError("members of a group lead into each other")


def _can_end_without(flow: Flow | None, start: str, step_id: str) -> bool:
    """Whether a case can get from a start to an end without a step; of a parallel block all branches are done."""
    assert flow is not None, "the model could be read"
    free = {step.id for step in flow.micro.steps if isinstance(step, EndStep) and step.id != step_id}
    changed = True
    while changed:
        changed = False
        for step in flow.micro.steps:
            if step.id in free or step.id == step_id:
                continue
            quantifier = all if isinstance(step, ParallelStep) else any
            onward = [arrow.target in free for arrow in flow.outgoing[step.id]]
            onward += [attached.id in free for attached in flow.attached.get(step.id, ())]
            if onward and quantifier(onward):
                free.add(step.id)
                changed = True
    return start in free
