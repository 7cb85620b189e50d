"""The control flow of one micro: which step follows which, and in which lane each stands.

The next step is the next item of the list, unless `to` or `paths` says otherwise (model.md, "A micro").
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from processmap.diagnostics import Path
from processmap.graph.cycles import back_arrows, components
from processmap.model.micro import Micro
from processmap.model.steps import (
    STEP_MODELS,
    ApprovalStep,
    ConditionalPath,
    EndStep,
    ExceptionStep,
    FlowingStep,
    NoteStep,
    OutcomePath,
    ParallelPath,
    Rework,
    StartStep,
    Step,
    WaitPath,
    WaitStep,
)
from processmap.values.percents import Percent

WrittenPath: TypeAlias = ConditionalPath | OutcomePath | ParallelPath | WaitPath
"""A way out of a step, as written under `paths`."""


class ArrowKind(StrEnum):
    """Why one step follows another."""

    SEQUENCE = "sequence"
    """The flow goes on."""
    ATTACHED = "attached"
    """A wait or exception on the border of a task has fired; the source is the attached step."""
    BOUND = "bound"
    """Where a case goes once the bound of its rework is used up."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """One step follows another."""

    source: str
    target: str
    """Local id; it may name no step (see `Flow.unresolved`)."""
    path: Path
    """Where it is written: the `to` that names the target, or the source step when it is the next item."""
    kind: ArrowKind = ArrowKind.SEQUENCE
    label: str | None = None
    """Condition, outcome or time of the path."""
    share: Percent | None = None
    rework: Rework | None = None

    def __hash__(self) -> int:
        """What is written where tells arrows apart; hashing every field would cost more than the searches do."""
        return hash((self.source, self.target, self.path))

    @property
    def is_next_item(self) -> bool:
        """Whether nothing was written and the next item follows."""
        return len(self.path) == 2


@dataclass(frozen=True)
class Flow:
    """The steps of a micro and the arrows between them."""

    micro: Micro
    arrows: tuple[Arrow, ...]
    """By source in authored order, then in the order of its paths; unresolved ones are left out."""
    unresolved: tuple[Arrow, ...]
    """Arrows whose target is no step."""
    lanes: Mapping[str, str | None]
    """Lane of each step; None where it cannot be derived."""

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Steps by local id; of an id that comes twice, the first."""
        found: dict[str, Step] = {}
        for step in self.micro.steps:
            found.setdefault(step.id, step)
        return found

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Place of each step in the list."""
        found: dict[str, int] = {}
        for index, step in enumerate(self.micro.steps):
            found.setdefault(step.id, index)
        return found

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[Arrow, ...]]:
        """Arrows by source; every step has an entry."""
        return _grouped(self.steps, self.arrows, by_source=True)

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Arrow, ...]]:
        """Arrows by target; every step has an entry."""
        return _grouped(self.steps, self.arrows, by_source=False)

    @cached_property
    def attached(self) -> Mapping[str, tuple[Step, ...]]:
        """Waits and exceptions on the border of each task."""
        found: dict[str, list[Step]] = {}
        for step in self.micro.steps:
            if (task := attached_to(step)) is not None:
                found.setdefault(task, []).append(step)
        return {task: tuple(steps) for task, steps in found.items()}

    @cached_property
    def starts(self) -> tuple[StartStep, ...]:
        """The ways in."""
        return tuple(step for step in self.micro.steps if type(step) is StartStep)

    @cached_property
    def ends(self) -> tuple[EndStep, ...]:
        """The ways out."""
        return tuple(step for step in self.micro.steps if type(step) is EndStep)

    def host(self, step_id: str) -> str:
        """Returns the step itself, or the task on whose border it stands: what happens there belongs to the task."""
        return self._hosts.get(step_id, step_id)

    @cached_property
    def _hosts(self) -> Mapping[str, str]:
        return {step.id: task for task, steps in self.attached.items() if task in self.steps for step in steps}

    @cached_property
    def back(self) -> frozenset[Arrow]:
        """The arrows that close a cycle, also through an exception; without them the flow goes forward only."""
        numbers = back_arrows(len(self.micro.steps), self.edges, self._components)
        return frozenset(self.arrows[number] for number in numbers)

    @cached_property
    def onward(self) -> Mapping[str, tuple[Arrow, ...]]:
        """The arrows that leave each step or what is attached to it, those that go back left out."""
        forward = [arrow for arrow in self.arrows if arrow not in self.back] if self.back else self.arrows
        found: dict[str, list[Arrow]] = {step: [] for step in self.steps}
        for arrow in forward:
            found[arrow.source].append(arrow)
        for task, steps in self.attached.items():
            if task in found:
                found[task] += (arrow for step in steps for arrow in found[step.id])
        return {step: tuple(arrows) for step, arrows in found.items()}

    @cached_property
    def cycles(self) -> tuple[tuple[str, ...], ...]:
        """Groups of steps that can all reach each other, of more than one step or with an arrow to itself.

        Each in authored order, the groups by their first step.
        """
        own = {source for source, target in self.edges if source == target}
        groups = (sorted(group) for group in self._components if len(group) > 1 or group[0] in own)
        return tuple(tuple(self.micro.steps[index].id for index in group) for group in sorted(groups))

    @cached_property
    def _components(self) -> list[list[int]]:
        return components(len(self.micro.steps), self.edges)

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """Each arrow by the places of its two steps; what is attached to a task stands at the task's place."""
        index = self.index
        return [(index[self.host(arrow.source)], index[self.host(arrow.target)]) for arrow in self.arrows]

    @cached_property
    def reached(self) -> frozenset[str]:
        """The steps that some start leads to."""
        return self.reachable_from(*(start.id for start in self.starts))

    def reachable_from(self, *sources: str) -> frozenset[str]:
        """Returns the steps that can be reached, the sources included; a task's attached steps count as reached."""
        return self._walk(sources, forward=True)

    def reaching(self, *targets: str) -> frozenset[str]:
        """Returns the steps from which one of the targets can be reached, the targets included."""
        return self._walk(targets, forward=False)

    def shortest_path(self, source: str, target: str) -> tuple[Arrow, ...] | None:
        """Returns the fewest arrows from one step to another, first in authored order; None if there is no way."""
        came: dict[str, tuple[Arrow, str] | None] = {source: None}
        queue = [source]
        for step in queue:
            if step == target:
                return _traced(came, target)
            for arrow in self._leaving(step):
                if arrow.target not in came:
                    came[arrow.target] = (arrow, step)
                    queue.append(arrow.target)
        return None

    def _leaving(self, step: str) -> Iterator[Arrow]:
        yield from self.outgoing.get(step, ())
        for attached in self.attached.get(step, ()):
            yield from self.outgoing.get(attached.id, ())

    def _walk(self, sources: tuple[str, ...], *, forward: bool) -> frozenset[str]:
        seen = dict.fromkeys(source for source in sources if source in self.steps)
        stack = list(seen)
        beside = self._after if forward else self._before
        while stack:
            step = stack.pop()
            for other in beside[step]:
                if other not in seen:
                    seen[other] = None
                    stack.append(other)
        return frozenset(seen)

    @cached_property
    def _after(self) -> Mapping[str, list[str]]:
        """The steps right after each step, its attached steps included."""
        after: dict[str, list[str]] = {step: [] for step in self.steps}
        for arrow in self.arrows:
            after[arrow.source].append(arrow.target)
        for task, steps in self.attached.items():
            if task in after:
                after[task] += (step.id for step in steps)
        return after

    @cached_property
    def _before(self) -> Mapping[str, list[str]]:
        before: dict[str, list[str]] = {step: [] for step in self.steps}
        for step, following in self._after.items():
            for other in following:
                before[other].append(step)
        return before


def flow_of(micro: Micro) -> Flow:
    """Returns the control flow of a micro; targets that name no step end up in `unresolved`."""
    known = {step.id for step in micro.steps}
    arrows: list[Arrow] = []
    unresolved: list[Arrow] = []
    for index, step in enumerate(micro.steps):
        for arrow in _arrows(micro, index, step):
            (arrows if arrow.target in known else unresolved).append(arrow)
    return Flow(micro, tuple(arrows), tuple(unresolved), _lanes(micro))


def attached_to(step: Step) -> str | None:
    """Returns the task on whose border a step stands; None for a step of the flow itself."""
    # By exact type: `isinstance` on pydantic models is slow where it says no, and this is asked of every step.
    return step.attached_to if type(step) in _ATTACHABLE else None  # type: ignore[union-attr]  # both have it


def paths_of(step: Step) -> tuple[WrittenPath, ...]:
    """Returns the written paths of a step; none for a step of a kind that has no paths."""
    return step.paths if type(step) in _FORKING else ()  # type: ignore[union-attr]  # every one of them has


_ATTACHABLE = frozenset({WaitStep, ExceptionStep})
_FORKING = frozenset(model for model in STEP_MODELS.values() if "paths" in model.model_fields)
_FLOWING = frozenset(model for model in STEP_MODELS.values() if issubclass(model, FlowingStep))


def _arrows(micro: Micro, index: int, step: Step) -> Iterator[Arrow]:
    paths = paths_of(step)
    for number, path in enumerate(paths):
        yield from _path_arrows(step, path, ("steps", index, "paths", number))
    if paths or type(step) not in _FLOWING:
        return
    assert isinstance(step, FlowingStep)
    kind = ArrowKind.ATTACHED if attached_to(step) else ArrowKind.SEQUENCE
    if step.to:
        share = step.share if isinstance(step, ExceptionStep) else None
        here: Path = ("steps", index)
        yield Arrow(step.id, step.to, (*here, "to"), kind, share=share, rework=step.rework)
        if step.rework:
            yield Arrow(step.id, step.rework.then, (*here, "rework", "then"), ArrowKind.BOUND)
    elif not attached_to(step) and (following := _next(micro, index)):
        yield Arrow(step.id, following, ("steps", index), kind)


def _path_arrows(step: Step, path: WrittenPath, here: Path) -> Iterator[Arrow]:
    kind = ArrowKind.ATTACHED if attached_to(step) else ArrowKind.SEQUENCE
    rework = None if isinstance(path, ParallelPath) else path.rework
    share = None if isinstance(path, ParallelPath) else path.share
    yield Arrow(step.id, path.to, (*here, "to"), kind, _label(path), share, rework)
    if rework:
        yield Arrow(step.id, rework.then, (*here, "rework", "then"), ArrowKind.BOUND)


def _label(path: WrittenPath) -> str | None:
    match path:
        case ConditionalPath():
            return path.when
        case OutcomePath():
            return path.outcome
        case WaitPath():
            return path.when or (str(path.after) if path.after else None)
        case ParallelPath():
            return None


def _next(micro: Micro, index: int) -> str | None:
    """The next item of the flow itself; attached steps, notes and further starts are not on the way."""
    for step in micro.steps[index + 1 :]:
        if isinstance(step, StartStep) and isinstance(micro.steps[index], StartStep):
            return None
        if not (isinstance(step, NoteStep) or attached_to(step)):
            return step.id
    return None


def _lanes(micro: Micro) -> dict[str, str | None]:
    """Lanes as written, else those of the item before; a start without one takes that of the step that follows."""
    lanes: dict[str, str | None] = {}
    written: dict[str, str | None] = {step.id: _own_lane(step) for step in micro.steps}
    before: str | None = next((lane for lane in written.values() if lane), None)
    for step in micro.steps:
        task = attached_to(step) or (step.about if type(step) is NoteStep else None)
        lane = written[step.id] or ((lanes.get(task) or written.get(task)) if task else before)
        lanes.setdefault(step.id, lane)
        if not task:
            before = lane
    for index, step in enumerate(micro.steps):
        if type(step) is StartStep and not written[step.id]:
            following = step.to or _next(micro, index)
            lanes[step.id] = lanes.get(following, lanes[step.id]) if following else lanes[step.id]
    return lanes


def _own_lane(step: Step) -> str | None:
    if step.lane:
        return step.lane
    if type(step) is ApprovalStep:
        return next((approver for approver in step.approvers if approver.startswith("ROL-")), None)
    return None


def _grouped(steps: Mapping[str, Step], arrows: tuple[Arrow, ...], *, by_source: bool) -> dict[str, tuple[Arrow, ...]]:
    found: dict[str, list[Arrow]] = {step: [] for step in steps}
    for arrow in arrows:
        found[arrow.source if by_source else arrow.target].append(arrow)
    return {step: tuple(group) for step, group in found.items()}


def _traced(came: Mapping[str, tuple[Arrow, str] | None], target: str) -> tuple[Arrow, ...]:
    way: list[Arrow] = []
    while (last := came[target]) is not None:
        arrow, target = last  # The step left, not the arrow's source: an attached step is left through its task.
        way.append(arrow)
    return tuple(reversed(way))


__all__ = ["Arrow", "ArrowKind", "Flow", "attached_to", "flow_of"]
