"""Tells a run that must not be: which way the case went, where it came apart, what was decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from processmap.diagnostics import Location
from processmap.graph import Arrow, ArrowKind
from processmap.graph.workflow import OUTSIDE, Firing, Split
from processmap.model.steps import Step
from processmap.rules.naming import named, step_named
from processmap.rules.proofs import FlowFault
from processmap.rules.steps_of_micro import step_location


@dataclass(frozen=True)
class Story:
    """A run to a fault, in steps and labels."""

    of: FlowFault

    @property
    def micro(self) -> str:
        """The process, for a reader."""
        return named(self.of.flow.micro.id, self.of.flow.micro.name)

    @property
    def firings(self) -> tuple[Firing, ...]:
        """What happens, in order."""
        return self.of.fault.firings

    def step(self, node: int) -> Step:
        """Returns the step that a node stands for."""
        return self.of.flow.steps[self.of.graph.steps[node]]

    def named(self, node: int) -> str:
        """Returns the step of a node as readers know it."""
        return step_named(self.step(node))

    def location(self, node: int) -> Location:
        """Returns the place of a node's step."""
        return step_location(self.of.flow.micro, self.step(node).id)

    def way_location(self, arrow: int) -> Location:
        """Returns the place where an arrow is written; that of the step before it where nothing was written."""
        written = self.of.graph.arrows[arrow]
        if written is None or written.is_next_item:
            return self.location(self.of.graph.net.sources[arrow])
        return Location(self.of.flow.micro.id, written.path)

    def way_named(self, arrow: int) -> str:
        """Returns the step before an arrow, and what is decided there to take it."""
        source, label = self.named(self.of.graph.net.sources[arrow]), self.label(arrow)
        return f'{source} "{label}"' if label else source

    def label(self, arrow: int) -> str | None:
        """Returns what is decided when a case takes an arrow."""
        return _label(self.of.graph.arrows[arrow])

    @cached_property
    def run(self) -> str:
        """The run as ways: `S10 → P20 → T30 → J50; P20 → T40 → G45 "No" → E99`."""
        return "; ".join("".join(way) for way in self._ways() if len(way) > 1)

    def _ways(self) -> list[list[str]]:
        net, steps = self.of.graph.net, self.of.graph.steps
        ways: list[list[str]] = [[steps[net.targets[self.of.fault.start]]]]
        on: dict[int, list[str]] = {self.of.fault.start: ways[0]}
        for firing in self.firings:
            here = on[firing.consumed[0]]
            for number, arrow in enumerate(firing.produced):
                way = here
                if number:
                    way = [steps[firing.node]]
                    ways.append(way)
                on[arrow] = way
            for arrow in firing.produced:
                target = net.targets[arrow]
                if target != OUTSIDE and steps[target] != steps[firing.node]:
                    on[arrow].append(self._stretch(arrow, steps[target]))
        return ways

    def _stretch(self, arrow: int, target: str) -> str:
        label = self.label(arrow)
        return f' "{label}" → {target}' if label else f" → {target}"

    def history(self, number: int) -> frozenset[int]:
        """Returns the firings that a firing could not have happened without, itself included, by number."""
        found: set[int] = set()
        pending = [number]
        while pending:
            at = pending.pop()
            if at not in found:
                found.add(at)
                pending += [
                    self._origin[at, arrow] for arrow in self.firings[at].consumed if (at, arrow) in self._origin
                ]
        return frozenset(found)

    @cached_property
    def _origin(self) -> dict[tuple[int, int], int]:
        """By firing and arrow that it takes from: the firing that put the token there."""
        found: dict[tuple[int, int], int] = {}
        put: dict[int, int] = {}
        for number, firing in enumerate(self.firings):
            found.update(((number, arrow), put[arrow]) for arrow in firing.consumed if arrow in put)
            put.update((arrow, number) for arrow in firing.produced)
        return found

    def leading_to(self, arrow: int, *, stop: int) -> frozenset[int]:
        """Returns the arrows over which an arrow can be come to without passing a node, itself included."""
        net = self.of.graph.net
        found = {arrow}
        pending = [arrow]
        while pending:
            source = net.sources[pending.pop()]
            if source in (OUTSIDE, stop):
                continue
            for before in net.ins[source]:
                if before not in found:
                    found.add(before)
                    pending.append(before)
        return frozenset(found)

    def decision_against(self, arrow: int, *, join: int) -> tuple[int, int] | None:
        """Returns node and arrow of the last decision after which no token could come to an arrow any more."""
        leading = self.leading_to(arrow, stop=join)
        for firing in reversed(self.firings):
            outs = self.of.graph.net.outs[firing.node]
            is_decision = self.of.graph.net.splits[firing.node] is Split.ONE and len(outs) > 1
            if is_decision and leading.isdisjoint(firing.produced) and not leading.isdisjoint(outs):
                return firing.node, firing.produced[0]
        return None

    def opening(self, one: int, other: int) -> int | None:
        """Returns the node at which the ways to two firings came apart: the last that opened branches for both."""
        shared = self.history(one) & self.history(other)
        opened = (number for number in sorted(shared, reverse=True) if len(self.firings[number].produced) > 1)
        found = next(opened, None)
        return None if found is None else self.firings[found].node

    def arrivals(self, number: int) -> Iterator[int]:
        """Yields the nodes from which the tokens of a firing came."""
        for arrow in self.firings[number].consumed:
            if self.of.graph.net.sources[arrow] != OUTSIDE:
                yield self.of.graph.net.sources[arrow]


def _label(arrow: Arrow | None) -> str | None:
    if arrow is None:
        return None
    return "rework.then" if arrow.kind is ArrowKind.BOUND else arrow.label
