"""Both sides of every hand-off, call and end that goes on elsewhere: who sends what, and who receives it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from processmap.graph.handoffs import SENDING_STEPS, Handoff, SendingStep
from processmap.model.document_control import Status
from processmap.model.micro import Micro
from processmap.model.steps import CallStep, EndStep, HandoffStep, StartStep

if TYPE_CHECKING:
    from processmap.graph.index import MapGraph


@dataclass(frozen=True, slots=True)
class Contract:
    """One sender and the start that it reaches."""

    handoff: Handoff
    source: Micro
    step: SendingStep
    step_index: int
    """Place of the sending step in its micro."""
    target: Micro
    start: StartStep | None
    """The start that is reached: named by the sender, naming it, or the only one."""
    start_index: int | None

    @property
    def is_mutual(self) -> bool:
        """Whether the start that is reached names the sender."""
        return self.start is not None and not {self.handoff.source, self.source.id}.isdisjoint(self.start.senders)

    @property
    def names_its_start(self) -> bool:
        """Whether the sender writes which start it means."""
        return "/" in str(self.step.to_process)

    @property
    def waits(self) -> bool:
        """Whether the sender goes on only when the other process has answered."""
        match self.step:
            case CallStep():
                return True
            case HandoffStep(returns=returns, paths=paths):
                return bool(returns or paths)
            case EndStep():
                return False


@dataclass(frozen=True)
class Contracts:
    """The contracts between processes in use, by sending micro and then step.

    Planned and retired processes, and targets that do not exist or could not be read, have none.
    """

    all: tuple[Contract, ...]

    @cached_property
    def by_target(self) -> Mapping[str, tuple[Contract, ...]]:
        """Contracts by receiving micro."""
        return _grouped((contract.target.id, contract) for contract in self.all)

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Contract, ...]]:
        """Contracts by sending micro."""
        return _grouped((contract.source.id, contract) for contract in self.all)


def contracts_of(graph: MapGraph) -> Contracts:
    """Returns the contracts of a map."""
    return Contracts(tuple(_contracts(graph)))


def _contracts(graph: MapGraph) -> Iterator[Contract]:
    for handoff in graph.handoffs:
        source, target = in_use(graph, handoff.source_micro), in_use(graph, handoff.target_micro)
        flow = graph.flow(handoff.source_micro)
        step = flow.steps[handoff.source_step] if flow else None
        if source and target and flow and isinstance(step, SENDING_STEPS):
            place = flow.index[step.id]
            yield Contract(handoff, source, step, place, target, *_start(target, handoff.target_start))


def in_use(graph: MapGraph, micro_id: str) -> Micro | None:
    """Returns a micro that is neither planned nor retired, if there is one of that id that could be read."""
    element = graph.element(micro_id)
    if element is None or element.status in (Status.PLANNED, Status.RETIRED):
        return None
    return graph.model(micro_id, Micro)


def _start(micro: Micro, start_id: str | None) -> tuple[StartStep | None, int | None]:
    for index, step in enumerate(micro.steps):
        if isinstance(step, StartStep) and step.id == start_id:
            return step, index
    return None, None


def _grouped(pairs: Iterator[tuple[str, Contract]]) -> dict[str, tuple[Contract, ...]]:
    found: dict[str, list[Contract]] = {}
    for key, contract in pairs:
        found.setdefault(key, []).append(contract)
    return {key: tuple(contracts) for key, contracts in found.items()}
