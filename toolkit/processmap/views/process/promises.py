"""The promises of time under which a process stands: its own, those of SLAs, and those it is asked under."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.graph import Flow, Handoff, HandoffKind
from processmap.model.document_control import Status
from processmap.model.micro import Micro
from processmap.model.services import Sla
from processmap.timing import Clock, clock_of, stops_of_asked
from processmap.values.durations import Duration
from processmap.views.atlas import Atlas


@dataclass(frozen=True, slots=True)
class Promise:
    """A time that is promised, and the clock that measures it."""

    limit: Duration
    clock: Clock
    sla: str | None
    """None for the process's own promise, where no SLA makes it."""
    is_own: bool = False
    """Whether it is the promise of the process from any start to any end."""
    asked_at: str | None = None
    """The step of another process that asks under this SLA, by its global name."""


def promises(atlas: Atlas, micro: Micro) -> tuple[Promise, ...]:
    """Returns every promise whose clock runs in one process: its own first, then SLAs, then those it is asked under."""
    flow = atlas.flow(micro)
    return (*_own(atlas, micro), *_of_slas(atlas, flow), *_asked(atlas, flow))


def _own(atlas: Atlas, micro: Micro) -> Iterator[Promise]:
    promise = micro.end_to_end
    if promise:
        sla = atlas.get(promise.sla, Sla) if promise.sla else None
        clock = Clock(micro.id, sla=promise.sla, calendar=sla.calendar if sla else None)
        yield Promise(promise.max, clock, promise.sla, is_own=True)


def _of_slas(atlas: Atlas, flow: Flow) -> Iterator[Promise]:
    for sla in atlas.all(Sla):
        clock = clock_of(sla, {flow.micro.id: flow}) if _counts(sla) else None
        if clock and sla.target:
            for start in clock.starts:
                yield Promise(sla.target, Clock(flow.micro.id, start, clock.stops, sla.id, sla.calendar), sla.id)


def _asked(atlas: Atlas, flow: Flow) -> Iterator[Promise]:
    for handoff in atlas.graph.handoffs:
        if handoff.target_micro != flow.micro.id or handoff.kind is HandoffKind.CALL or not handoff.target_start:
            continue
        sla = atlas.get(handoff.ola, Sla) if handoff.ola else None
        if sla and sla.target and _counts(sla):
            stops = _stops(atlas, handoff, flow)
            clock = Clock(flow.micro.id, handoff.target_start, stops, sla.id, sla.calendar)
            yield Promise(sla.target, clock, sla.id, asked_at=handoff.source)


def _stops(atlas: Atlas, handoff: Handoff, flow: Flow) -> tuple[str, ...] | None:
    sender = atlas.get(handoff.source_micro, Micro)
    return stops_of_asked(sender, handoff, flow) if sender else None


def _counts(sla: Sla) -> bool:
    return sla.status is not Status.PLANNED and sla.status is not Status.RETIRED
