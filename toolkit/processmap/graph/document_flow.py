"""Which documents have come as far as a step: always, or only on some ways. One forward pass over the flow of a micro.

Every document of the micro is a bit. A step always has what all ways into it bring (the intersection), and sometimes
has what any of them brings (the union); loops are gone round until nothing changes. A join of all branches has what
each branch brings, since it waits for them; that a branch of `options` was not opened is what the author said there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from processmap.diagnostics import Path
from processmap.graph.flow import Arrow, Flow
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


class _Way(NamedTuple):
    """One way into a step, as numbers: where it comes from, and what it brings for sure and at best."""

    source: int
    surely: int
    at_best: int
    is_back: bool


@dataclass(frozen=True)
class DocumentFlow:
    """The documents that reach each step of one flow."""

    flow: Flow

    def is_reached(self, step_id: str) -> bool:
        """Whether a start leads to a step; nothing can be said about the others."""
        return self._reached[self.flow.index[step_id]]

    def missing(self, step_id: str, documents: Iterable[str]) -> tuple[str, ...]:
        """Returns those of the documents that some way into a step does not bring, in the order given."""
        always = self._solved[0][self.flow.index[step_id]]
        bits = self._bits
        return tuple(document for document in documents if not always & bits.get(document, 0))

    def never(self, step_id: str, document: str) -> bool:
        """Whether no way into a step brings a document."""
        return not self._solved[1][self.flow.index[step_id]] & self._bits.get(document, 0)

    def way_without(self, step_id: str, document: str) -> tuple[str, ...]:
        """Returns the shortest way from a start to a step that does not bring a document; empty if all ways do."""
        target = self.flow.index[step_id]
        bit = self._bits.get(document, 0)
        always = self._solved[0]
        came: dict[int, int | None] = dict.fromkeys(self._starts)
        queue = list(came)
        for index in queue:
            if index == target:
                return tuple(reversed([self.flow.micro.steps[place].id for place in _traced(came, index)]))
            for following, way in self._leaving[index]:
                if following not in came and not (way.surely | always[following]) & bit:
                    came[following] = index
                    queue.append(following)
        return ()

    @cached_property
    def _bits(self) -> dict[str, int]:
        """A bit per document that something in the flow brings."""
        micro = self.flow.micro
        brought = [document for step in micro.steps for document in _everything(step)]
        return {name: 1 << number for number, name in enumerate(dict.fromkeys((*_case(self.flow), *brought)))}

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(self.flow.index[start.id] for start in self.flow.starts)

    @cached_property
    def _entering(self) -> list[list[_Way]]:
        """The ways into each step, by its place."""
        index, steps = self.flow.index, self.flow.micro.steps
        entering: list[list[_Way]] = [[] for _ in steps]
        made = [self._mask(_made(self.flow, step)) for step in steps]
        back = self._back
        for arrow in self.flow.arrows:
            source = index[arrow.source]
            brought = made[source]
            if len(arrow.path) > 3:
                brought |= self._mask(_on_path(steps[source], arrow.path))
            entering[index[arrow.target]].append(_Way(source, brought, brought, arrow in back))
        for host, attached in self.flow.attached.items():
            if host in index:  # A task that is broken off may have made what it makes, or not yet.
                for step in attached:
                    entering[index[step.id]].append(_Way(index[host], 0, made[index[host]], is_back=False))
        return entering

    @cached_property
    def _leaving(self) -> list[list[tuple[int, _Way]]]:
        leaving: list[list[tuple[int, _Way]]] = [[] for _ in self.flow.micro.steps]
        for target, ways in enumerate(self._entering):
            for way in ways:
                leaving[way.source].append((target, way))
        return leaving

    @property
    def _back(self) -> frozenset[Arrow]:
        """Needed only where branches are awaited: finding it costs more than all the rest."""
        awaits = any(isinstance(step, JoinStep) and step.join == "all" for step in self.flow.micro.steps)
        return self.flow.back if awaits else frozenset()

    def _mask(self, documents: Iterable[str]) -> int:
        mask = 0
        for document in documents:
            mask |= self._bits[document]
        return mask

    @cached_property
    def _reached(self) -> list[bool]:
        reached = [False] * len(self.flow.micro.steps)
        for start in self._starts:
            reached[start] = True
        changed = True
        while changed:  # Most flows are written in the order in which they run: two rounds.
            changed = False
            for place, ways in enumerate(self._entering):
                if not reached[place] and any(reached[source] for source, *_ in ways):
                    reached[place] = changed = True
        return reached

    @cached_property
    def _solved(self) -> tuple[list[int], list[int]]:
        """What each step always has and what it sometimes has, on the way in."""
        steps = self.flow.micro.steps
        everything = (1 << len(self._bits)) - 1
        always, sometimes = [everything] * len(steps), [0] * len(steps)
        for start in self._starts:
            always[start] = 0
        entered = [
            (place, self._from_reached(place), isinstance(step, JoinStep) and step.join == "all")
            for place, step in enumerate(steps)
            if self._reached[place] and place not in self._starts
        ]
        changed = True
        while changed:
            changed = False
            for place, ways, waits in entered:
                surely = _awaited(ways, always) if waits else _common(ways, always)
                at_best = 0
                for source, _, brought, _ in ways:
                    at_best |= sometimes[source] | brought
                if surely != always[place] or at_best != sometimes[place]:
                    always[place], sometimes[place], changed = surely, at_best, True
        return always, sometimes

    def _from_reached(self, place: int) -> list[_Way]:
        return [way for way in self._entering[place] if self._reached[way.source]]


def _common(ways: list[_Way], always: list[int]) -> int:
    common = -1
    for source, surely, _, _ in ways:
        common &= always[source] | surely
    return common


def _awaited(ways: list[_Way], always: list[int]) -> int:
    """What comes together at a join; a way back into it belongs to a later round."""
    together = 0
    for way in [way for way in ways if not way.is_back] or ways:
        together |= always[way.source] | way.surely
    return together


def _case(flow: Flow) -> tuple[str, ...]:
    """What one case is lies on the table when it begins."""
    return (flow.micro.case,) if flow.micro.case else ()


def _made(flow: Flow, step: Step) -> tuple[str, ...]:
    """What a step brings on every way out of it."""
    match step:
        case StartStep():
            return (*step.receives, *_case(flow))
        case TaskStep() | ApprovalStep():
            return step.outputs
        case HandoffStep() | CallStep():
            return step.returns
        case WaitStep():
            return () if step.paths else (*step.documents, *step.outputs)
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


def _everything(step: Step) -> tuple[str, ...]:
    match step:
        case StartStep():
            return step.receives
        case TaskStep() | ApprovalStep():
            return step.outputs
        case HandoffStep() | CallStep():
            return (*step.returns, *(document for path in step.paths for document in path.returns))
        case WaitStep():
            return (*step.documents, *step.outputs)
        case _:
            return ()


def _traced(came: dict[int, int | None], place: int) -> Iterator[int]:
    current: int | None = place
    while current is not None:
        yield current
        current = came[current]
