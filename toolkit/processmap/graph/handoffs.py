"""Where one process goes on in another: hand-offs, calls, and ends with `to_process`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from processmap.model.micro import Micro
from processmap.model.steps import CallStep, EndStep, HandoffStep, StartStep, Step

if TYPE_CHECKING:
    from processmap.graph.index import MapGraph


SendingStep: TypeAlias = HandoffStep | CallStep | EndStep
"""A step that begins another process; an end does so only with `to_process`."""


SENDING_STEPS = (HandoffStep, CallStep, EndStep)
"""The classes of these steps; a tuple, since a union is made anew at every test."""


class HandoffKind(StrEnum):
    """How the other process is begun."""

    HANDOFF = "handoff"
    CALL = "call"
    END = "end"


@dataclass(frozen=True, slots=True)
class Handoff:
    """One process begins another."""

    kind: HandoffKind
    source_micro: str
    source_step: str
    """Local id."""
    target_micro: str
    target_start: str | None
    """Local id of the start that is reached; None when no start fits."""
    sends: tuple[str, ...]
    returns: tuple[str, ...]
    """Documents that come back on any path, without repetition."""
    ola: str | None
    source_area: str | None
    """Area of the sending step's lane."""
    target_area: str | None
    """Area of the receiving start's lane; the target's own area when no start fits."""
    crosses_commercial_boundary: bool
    """Whether one of the two areas is commercial and the other is not."""

    @property
    def source(self) -> str:
        """The sending step by its global name."""
        return f"{self.source_micro}/{self.source_step}"

    @property
    def target(self) -> str:
        """The receiving start by its global name, or the micro when no start fits."""
        return f"{self.target_micro}/{self.target_start}" if self.target_start else self.target_micro

    @property
    def is_cross_area(self) -> bool:
        """Whether it leads into another area."""
        return bool(self.source_area and self.target_area and self.source_area != self.target_area)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who hands over, and what."""

    micro: str
    step: str
    """Local id."""
    sends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InternalCrossing:
    """An arrow inside one micro between lanes of two areas."""

    micro: str
    source_step: str
    target_step: str
    source_area: str
    target_area: str


def handoffs(graph: MapGraph) -> Iterator[Handoff]:
    """Yields every hand-off, call and end that goes on elsewhere, by micro and then in authored order."""
    for micro in graph.micros:
        for step in micro.steps:
            # By exact type first: `isinstance` on pydantic models is slow where it says no.
            if type(step) in SENDING_STEPS and isinstance(step, SENDING_STEPS) and step.to_process:
                yield _handoff(graph, micro, step)


def internal_crossings(graph: MapGraph) -> Iterator[InternalCrossing]:
    """Yields the arrows between lanes of two areas inside one micro, by micro and then in authored order."""
    for micro in graph.micros:
        flow = graph.flow(micro.id)
        assert flow is not None
        for arrow in flow.arrows:
            source = graph.area_of_lane(flow.lanes[arrow.source])
            target = graph.area_of_lane(flow.lanes[arrow.target])
            if source and target and source != target:
                yield InternalCrossing(micro.id, arrow.source, arrow.target, source, target)


def crossings(graph: MapGraph) -> dict[tuple[str, str], int]:
    """Returns the number of hand-offs from one area into another, by pair of areas in their declared order."""
    counts: dict[tuple[str, str], int] = {}
    for handoff in graph.handoffs:
        if handoff.source_area and handoff.target_area and handoff.is_cross_area:
            pair = (handoff.source_area, handoff.target_area)
            counts[pair] = counts.get(pair, 0) + 1
    place: dict[str, int] = {area.id: index for index, area in enumerate(graph.areas)}
    return dict(sorted(counts.items(), key=lambda item: [place.get(area, len(place)) for area in item[0]]))


def start_reached(target: Micro, named: str | None, source: Sender) -> StartStep | None:
    """Returns the start of a micro that a sender reaches.

    It is the one that the sender names, else the one whose `from` names the sender's step or micro, else the only one.
    Where several name the sender, what it sends tells which of them is meant.
    """
    starts = [step for step in target.steps if isinstance(step, StartStep)]
    if named:
        return next((start for start in starts if start.id == named), None)
    for sender in (f"{source.micro}/{source.step}", source.micro):
        naming = [start for start in starts if sender in start.senders]
        if naming:
            return next((start for start in naming if set(start.receives) == set(source.sends)), naming[0])
    return starts[0] if len(starts) == 1 else None


def _handoff(graph: MapGraph, micro: Micro, step: SendingStep) -> Handoff:
    target_micro, _, named = str(step.to_process).partition("/")
    target = graph.model(target_micro, Micro)
    source = Sender(micro.id, step.id, step.sends)
    start = start_reached(target, named or None, source) if target else None
    source_area = _area(graph, micro, step)
    target_area = (_area(graph, target, start) if target and start else None) or graph.area_of_micro(target_micro)
    return Handoff(
        kind=_kind(step),
        source_micro=micro.id,
        source_step=step.id,
        target_micro=target_micro,
        target_start=start.id if start else None,
        sends=tuple(step.sends),
        returns=_returns(step),
        ola=None if isinstance(step, CallStep) else step.ola,
        source_area=source_area,
        target_area=target_area,
        crosses_commercial_boundary=bool(
            source_area and target_area and graph.is_commercial(source_area) != graph.is_commercial(target_area)
        ),
    )


def _kind(step: SendingStep) -> HandoffKind:
    match step:
        case HandoffStep():
            return HandoffKind.HANDOFF
        case CallStep():
            return HandoffKind.CALL
        case EndStep():
            return HandoffKind.END


def _returns(step: SendingStep) -> tuple[str, ...]:
    if isinstance(step, EndStep):
        return ()
    return tuple(dict.fromkeys([*step.returns, *(document for path in step.paths for document in path.returns)]))


def _area(graph: MapGraph, micro: Micro, step: Step) -> str | None:
    flow = graph.flow(micro.id)
    lane = flow.lanes.get(step.id) if flow else None
    return graph.area_of_lane(lane) or graph.area_of_micro(micro.id)
