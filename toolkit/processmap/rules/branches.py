"""Steps that open several branches at once, and how far each branch goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from processmap.graph import Arrow, Flow
from processmap.model.steps import JoinStep, OptionsStep, ParallelStep, Step, WaitStep

Branch: TypeAlias = tuple[Arrow, ...]
"""The arrows by which a branch may begin."""


@dataclass(frozen=True, slots=True)
class Split:
    """A step after which a case is in several places."""

    step: Step
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """What can be reached on a branch without going round a loop."""

    steps: tuple[str, ...]
    """Nearest first."""
    arrows: tuple[Arrow, ...]


def splits(flow: Flow) -> Iterator[Split]:
    """Yields parallel blocks, options, and waits that open a second way beside their task, in authored order."""
    for step in flow.micro.steps:
        if type(step) in _OPENING:  # `isinstance` on pydantic models is slow where it says no
            yield Split(step, tuple((arrow,) for arrow in flow.outgoing[step.id]))
        elif type(step) is WaitStep and step.attached_to in flow.steps and not step.interrupts:
            assert step.attached_to is not None
            yield Split(step, (flow.outgoing[step.attached_to], flow.outgoing[step.id]))


def walk(flow: Flow, branch: Branch, *, stops_at_joins: bool) -> Walk:
    """Follows a branch; a step that waits for all branches may be where it stops."""
    seen: dict[str, None] = {}
    queue = [arrow for arrow in branch if arrow not in flow.back] if flow.back else list(branch)
    for arrow in queue:
        if arrow.target in seen:
            continue
        seen[arrow.target] = None
        if not (stops_at_joins and waits_for_all(flow.steps[arrow.target])):
            queue += flow.onward[arrow.target]
    return Walk(tuple(seen), tuple(queue))


def waits_for_all(step: Step) -> bool:
    """Whether a step is a join of all branches."""
    return type(step) is JoinStep and step.join == "all"


_OPENING = frozenset({ParallelStep, OptionsStep})
