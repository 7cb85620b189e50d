"""The clocks of SLAs that run inside one process, and of internal SLAs in the process that is asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from processmap.graph import Flow, Handoff
from processmap.model.micro import Micro
from processmap.model.services import Sla
from processmap.model.steps import HandoffStep


@dataclass(frozen=True, slots=True)
class SlaClock:
    """The clock of an SLA whose steps all stand in one flow."""

    flow: Flow
    starts: tuple[str, ...]
    """Local ids."""
    stops: tuple[str, ...]
    """Local ids."""


def clock_of(sla: Sla, flows: Mapping[str, Flow]) -> SlaClock | None:
    """Returns the clock of an SLA; None if it runs over several processes, or one of its steps does not exist.

    Args:
        sla: the SLA.
        flows: the flows that may be meant, by the id of their micro.
    """
    if sla.clock is None:
        return None
    refs = [ref.partition("/") for ref in (*sla.clock.start, *sla.clock.stop)]
    micros = {micro for micro, _, _ in refs}
    flow = flows.get(micros.pop()) if len(micros) == 1 else None
    if flow is None or any(step not in flow.steps for _, _, step in refs):
        return None
    steps = [step for _, _, step in refs]
    split = len(sla.clock.start)
    return SlaClock(flow, tuple(steps[:split]), tuple(steps[split:]))


def stops_of_asked(sender: Micro, handoff: Handoff, target: Flow) -> tuple[str, ...] | None:
    """Returns the ends of the process that is asked at which the SLA's clock stops; None for every end.

    They are those that the sender waits for, else those that return something of what it expects.
    """
    step = next(step for step in sender.steps if step.id == handoff.source_step)
    if isinstance(step, HandoffStep) and step.paths:
        return tuple(path.outcome for path in step.paths)
    wanted = set(handoff.returns)
    return tuple(end.id for end in target.ends if wanted.intersection(end.returns)) or None
