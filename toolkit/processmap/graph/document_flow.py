"""Which documents have come as far as a step: always, or only on some ways. One forward pass over the flow of a micro.

Every document of the micro is a bit. A step always has what all ways into it bring (the intersection), and sometimes
has what any of them brings (the union); loops are gone round until nothing changes. A join of all branches has what
each branch brings, since it waits for them; that a branch of `options` was not opened is what the author said there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from processmap.diagnostics import Path
from processmap.graph.flow import Flow
from processmap.model.steps import (
    ApprovalStep,
    CallStep,
    HandoffStep,
    JoinStep,
    StartStep,
    Step,
    TaskStep,
    WaitStep,
)

_Way: TypeAlias = tuple[int, int, int]
"""One way into a step, as numbers: the place it comes from, and what it brings for sure and at best. Plain tuples:
there are a dozen per flow, and a map has thousands of flows."""


_Unsolved: TypeAlias = tuple[int, list[_Way], list[_Way] | None]
"""The place of a step, the ways into it, and those whose branches it waits for if it is a join of all."""


@dataclass(frozen=True, slots=True)
class _Ways:
    """All ways of a flow."""

    bits: dict[str, int]
    """A bit per document that something in the flow brings."""
    entering: list[list[_Way]]
    """By the place of the step entered."""


@dataclass(frozen=True)
class DocumentFlow:
    """The documents that reach each step of one flow."""

    flow: Flow

    def is_reached(self, step_id: str) -> bool:
        """Whether a start leads to a step; nothing can be said about the others."""
        return step_id in self.flow.reached

    def missing(self, step_id: str, documents: Iterable[str]) -> tuple[str, ...]:
        """Returns those of the documents that some way into a step does not bring, in the order given."""
        always = self._always[self.flow.index[step_id]]
        bits = self._ways.bits
        return tuple(document for document in documents if not always & bits.get(document, 0))

    def never(self, step_id: str, document: str) -> bool:
        """Whether no way into a step brings a document."""
        return not self._sometimes[self.flow.index[step_id]] & self._ways.bits.get(document, 0)

    def way_without(self, step_id: str, document: str) -> tuple[str, ...]:
        """Returns the shortest way from a start to a step that does not bring a document; empty if all ways do."""
        target = self.flow.index[step_id]
        bit = self._ways.bits.get(document, 0)
        always = self._always
        came: dict[int, int | None] = dict.fromkeys(self._starts)
        queue = list(came)
        leaving = self._leaving()
        for place in queue:
            if place == target:
                return tuple(reversed([self.flow.micro.steps[passed].id for passed in _traced(came, place)]))
            for following, surely in leaving[place]:
                if following not in came and not (surely | always[following]) & bit:
                    came[following] = place
                    queue.append(following)
        return ()

    def _leaving(self) -> list[list[tuple[int, int]]]:
        leaving: list[list[tuple[int, int]]] = [[] for _ in self.flow.micro.steps]
        for target, ways in enumerate(self._ways.entering):
            for source, surely, _ in ways:
                leaving[source].append((target, surely))
        return leaving

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(self.flow.index[start.id] for start in self.flow.starts)

    @cached_property
    def _ways(self) -> _Ways:
        index, steps = self.flow.index, self.flow.micro.steps
        ways = _Ways({}, [[] for _ in steps])
        case = self.flow.micro.case
        made = [_mask(ways.bits, _made(step, case)) for step in steps]
        for arrow in self.flow.arrows:
            source = index[arrow.source]
            brought = made[source]
            if len(arrow.path) > 3 and isinstance(steps[source], HandoffStep | CallStep | WaitStep):
                brought |= _mask(ways.bits, _on_path(steps[source], arrow.path))
            ways.entering[index[arrow.target]].append((source, brought, brought))
        for host, attached in self.flow.attached.items():
            if host in index:  # A task that is broken off may have made what it makes, or not yet.
                for step in attached:
                    ways.entering[index[step.id]].append((index[host], 0, made[index[host]]))
        return ways

    @cached_property
    def _unsolved(self) -> list[_Unsolved]:
        """The steps that something before decides about. Ways that cannot be taken are left out."""
        steps, reached = self.flow.micro.steps, self.flow.reached
        are_all = len(reached) == len(steps)
        found: list[_Unsolved] = []
        for place, step in enumerate(steps):
            if step.id in reached and type(step) is not StartStep:
                ways = self._ways.entering[place]
                if not are_all:
                    ways = [way for way in ways if steps[way[0]].id in reached]
                found.append((place, ways, self._awaited(step, ways)))
        return found

    def _awaited(self, step: Step, ways: list[_Way]) -> list[_Way] | None:
        """The branches that a join waits for; a way that leads back into it belongs to a later round."""
        if not (type(step) is JoinStep and step.join == "all"):
            return None
        back = {self.flow.index[arrow.source] for arrow in self.flow.incoming[step.id] if arrow in self.flow.back}
        return [way for way in ways if way[0] not in back] or ways

    @cached_property
    def _always(self) -> list[int]:
        """What each step has on all ways in, by its place: found from above, so that it only shrinks."""
        always = [(1 << len(self._ways.bits)) - 1] * len(self.flow.micro.steps)
        for start in self._starts:
            always[start] = 0
        unsolved = self._unsolved
        late = [entry for entry in unsolved if any(way[0] >= entry[0] for way in entry[1])]
        while True:
            for entry in unsolved:
                always[entry[0]] = _always_at(entry, always)
            # Only steps that something further down leads to can still be wrong.
            if all(always[entry[0]] == _always_at(entry, always) for entry in late):
                return always

    @cached_property
    def _sometimes(self) -> list[int]:
        """What each step has on some way in, by its place: found from below, so that it only grows."""
        sometimes = [0] * len(self.flow.micro.steps)
        changed = True
        while changed:
            changed = False
            for place, ways, _ in self._unsolved:
                brought = 0
                for source, _, at_best in ways:
                    brought |= sometimes[source] | at_best
                if brought != sometimes[place]:
                    sometimes[place], changed = brought, True
        return sometimes


def _always_at(entry: _Unsolved, always: list[int]) -> int:
    _, ways, awaited = entry
    return _common(ways, always) if awaited is None else _together(awaited, always)


def _common(ways: list[_Way], always: list[int]) -> int:
    common = -1
    for source, surely, _ in ways:
        common &= always[source] | surely
    return common


def _together(ways: list[_Way], always: list[int]) -> int:
    together = 0
    for source, surely, _ in ways:
        together |= always[source] | surely
    return together


def _mask(bits: dict[str, int], documents: Iterable[str]) -> int:
    """The bits of some documents; one that comes for the first time gets the next."""
    mask = 0
    for document in documents:
        mask |= bits.setdefault(document, 1 << len(bits))
    return mask


def _made(step: Step, case: str | None) -> tuple[str, ...]:
    """What a step brings on every way out of it; what one case is lies on the table when it begins."""
    match step:
        case TaskStep() | ApprovalStep():
            return step.outputs
        case StartStep():
            return (*step.receives, case) if case else step.receives
        case HandoffStep() | CallStep():
            return step.returns
        case WaitStep() if not step.paths:
            return (*step.documents, *step.outputs)
        case _:
            return ()


def _on_path(step: Step, path: Path) -> tuple[str, ...]:
    """What only one of the ways out of a step brings; when patience ends, no answer has come."""
    match step, path:
        case ((HandoffStep() | CallStep()), (_, _, "paths", int(number), *_)):
            return step.paths[number].returns
        case WaitStep(), (_, _, "paths", int(number), *_) if step.paths[number].after is None:
            return (*step.documents, *step.outputs)
        case _:
            return ()


def _traced(came: dict[int, int | None], place: int) -> Iterator[int]:
    current: int | None = place
    while current is not None:
        yield current
        current = came[current]
