"""A flow made ready for adding up times: its arrows without loops, in order, and the loops apart.

Attached waits and exceptions are ways out of the task on whose border they stand, so they are no nodes of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from processmap.graph import Arrow, ArrowKind, Flow
from processmap.graph.cycles import back_arrows

Ways: TypeAlias = Sequence[Sequence[tuple[int, int]]]
"""For each node the numbers of the arrows that leave it, each with the node that it leads to."""


@dataclass(frozen=True, slots=True)
class Loop:
    """An arrow that goes back and says how often."""

    number: int
    """Number of the arrow in the flow."""
    source: int
    target: int
    times: int


@dataclass(frozen=True, slots=True)
class Network:
    """The nodes are the steps by their place in the list."""

    flow: Flow
    order: Sequence[int]
    """Every node once, those that come before others first."""
    once: Ways
    """The arrows of a case that leaves every loop at once."""
    used_up: Ways
    """The same with the ways out of loops whose bound is used up."""
    loops: tuple[Loop, ...]
    unbounded: tuple[Arrow, ...]
    """Arrows that close a cycle on which nothing says how often; they are walked no second time."""

    def after(self, step: str) -> frozenset[str]:
        """Returns the steps that come after a step on the way forward; what is attached to a task is none of them."""
        steps = self.flow.micro.steps
        stack = [self.flow.index[self.flow.host(step)]]
        seen: set[int] = set()
        while stack:
            for _, target in self.used_up[stack.pop()]:
                if target not in seen:
                    seen.add(target)
                    stack.append(target)
        return frozenset(steps[node].id for node in seen)


def network_of(flow: Flow) -> Network:
    """Returns the network of a flow."""
    looping, unbounded = _closing(flow)
    closing = {*looping, *unbounded}
    used_up: list[list[tuple[int, int]]] = [[] for _ in flow.micro.steps]
    late: set[int] = set()
    for number, (source, target) in enumerate(flow.edges):
        if number not in closing:
            used_up[source].append((number, target))
            if flow.arrows[number].kind is ArrowKind.BOUND and _needs_used_up_bound(flow, number, looping):
                late.add(number)
    once = [[way for way in ways if way[0] not in late] for ways in used_up] if late else used_up
    return Network(
        flow=flow,
        order=_order(used_up),
        once=once,
        used_up=used_up,
        loops=tuple(_loops(flow, looping)),
        unbounded=tuple(flow.arrows[number] for number in unbounded),
    )


def _closing(flow: Flow) -> tuple[Sequence[int], Sequence[int]]:
    """Returns the numbers of the arrows that close a cycle: those with a bound, and those without any."""
    if not flow.back:
        return (), ()
    back = {id(arrow) for arrow in flow.back}
    closing = [number for number, arrow in enumerate(flow.arrows) if id(arrow) in back]
    if all(flow.arrows[number].rework for number in closing):
        return closing, ()
    home = {step: place for place, cycle in enumerate(flow.cycles) for step in cycle}
    steps = [step.id for step in flow.micro.steps]
    marked = [
        number
        for number, (source, target) in enumerate(flow.edges)
        if flow.arrows[number].rework and home.get(steps[source], -1) == home.get(steps[target], -2)
    ]
    rest = [number for number in range(len(flow.arrows)) if number not in marked]
    return marked, [rest[place] for place in back_arrows(len(steps), [flow.edges[number] for number in rest])]


def _needs_used_up_bound(flow: Flow, number: int, looping: Sequence[int]) -> bool:
    """Whether the way out of a used-up bound is open only after rounds of a loop; a bound of 0 is used up at once."""
    rework = flow.arrows[number - 1].rework  # The arrow that leads where a bound is used up follows the bounded one.
    return number - 1 in looping and rework is not None and rework.max > 0


def _loops(flow: Flow, looping: Sequence[int]) -> Iterator[Loop]:
    for number in looping:
        rework = flow.arrows[number].rework
        if rework and rework.max:
            yield Loop(number, *flow.edges[number], rework.max)


def _order(ways: Ways) -> Sequence[int]:
    """Returns the nodes so that every arrow leads forward: authored order where that does, as it mostly does."""
    if all(source < target for source, leaving in enumerate(ways) for _, target in leaving):
        return range(len(ways))
    waiting = [0] * len(ways)
    for leaving in ways:
        for _, target in leaving:
            waiting[target] += 1
    order = [node for node, count in enumerate(waiting) if not count]
    for node in order:
        for _, target in ways[node]:
            waiting[target] -= 1
            if not waiting[target]:
                order.append(target)
    return order
