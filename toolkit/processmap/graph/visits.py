"""How often each step of a flow is done: shares along the paths, with bounded rework.

The cases that start are followed arrow by arrow. What goes back begins another round; on a path with
`rework: {max: 2}` cases go back in the first two rounds, and from the third on they go where `then` says. Rounds are
counted for a case as a whole, not for each path: exact for one loop, a little too low where loops mix.
Paths without a share divide equally what the others leave. What hangs on a task counts only with a share.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from processmap.graph.flow import Arrow, ArrowKind, Flow
from processmap.model.steps import ExceptionStep, JoinStep, OptionsStep, ParallelStep, Rework, Step

Number = TypeVar("Number", float, Fraction)

_MOST_ROUNDS = 20
"""A loop without a bound (PM210) is followed this far; after that next to nothing is left of it."""


def visits(flow: Flow, arriving: Mapping[str, Number], number: Callable[[Decimal | int], Number]) -> dict[str, Number]:
    """Returns how often each step happens, given how many cases arrive at each start.

    Args:
        flow: a flow in which every arrow leads to a step.
        arriving: cases per start, in any period; the result is in the same.
        number: makes a number of a share: `float` for speed, or an exact one.
    """
    return _Walk(flow, number).run(arriving)


class _Link(NamedTuple, Generic[Number]):
    """A way on from a step."""

    target: str
    part: Number
    """Of a case at the step, how much goes this way. A case counts in parts on branches that run side by side."""
    goes_back: bool
    rework: Rework | None


_Leaving: TypeAlias = Mapping[str, list[_Link[Number]]]


def most_rounds(flow: Flow) -> int:
    """Returns how many rounds a case can take at most: one, and one more for each time that it may go back."""
    unbounded = any(arrow.rework is None for arrow in flow.back)
    bounds = (arrow.rework.max for arrow in flow.arrows if arrow.rework)
    return _MOST_ROUNDS if unbounded else min(1 + max(bounds, default=0), _MOST_ROUNDS)


@dataclass(frozen=True)
class _Walk(Generic[Number]):
    """One computation over a flow."""

    flow: Flow
    number: Callable[[Decimal | int], Number]

    def run(self, arriving: Mapping[str, Number]) -> dict[str, Number]:
        """Follows the cases round by round; steps that nothing reaches are left out."""
        # By identity: to hash an arrow takes longer than to follow it.
        back = {id(arrow) for arrow in self.flow.back}
        leaving: _Leaving[Number] = {step_id: self._links(step, back) for step_id, step in self.flow.steps.items()}
        order = _order(leaving)
        found: dict[str, Number] = {}
        mass = dict(arriving)
        for turn in range(1, _MOST_ROUNDS + 1):
            following: dict[str, Number] = {}
            for step in order:
                here = mass.get(step)
                if not here:
                    continue
                found[step] = found[step] + here if step in found else here
                for link in leaving[step]:
                    goal, target = (following, _after(link, turn)) if link.goes_back else (mass, link.target)
                    goal[target] = goal[target] + here * link.part if target in goal else here * link.part
            if not following:
                break
            mass = following
        copies = self._copies(order, leaving)
        return {step: times * copies[step] for step, times in found.items()}

    def _links(self, step: Step, back: set[int]) -> list[_Link[Number]]:
        """The ways out of a step and of the exceptions that hang on it."""
        own = [arrow for arrow in self.flow.outgoing[step.id] if arrow.kind is not ArrowKind.BOUND]
        if len(own) == 1 and step.id not in self.flow.attached:
            return [_Link(own[0].target, self._parts(step, own)[0], id(own[0]) in back, own[0].rework)]
        parts = self._parts(step, own)
        if isinstance(step, ParallelStep | OptionsStep):
            parts = [part / self._sum(parts) for part in parts]
        links: list[tuple[Arrow, Number]] = list(zip(own, parts, strict=True))
        for other in self.flow.attached.get(step.id, ()):
            if isinstance(other, ExceptionStep) and other.share:
                part = self.number(other.share.points) / 100
                links = [(arrow, stays * (1 - part)) for arrow, stays in links]
                links += [(arrow, part) for arrow in self.flow.outgoing[other.id] if arrow.kind is not ArrowKind.BOUND]
        return [_Link(arrow.target, part, id(arrow) in back, arrow.rework) for arrow, part in links]

    def _parts(self, step: Step, arrows: list[Arrow]) -> list[Number]:
        """How many of the cases take each arrow; of a parallel block all take every one."""
        one = self.number(1)
        missing = sum(arrow.share is None for arrow in arrows)
        if arrows and missing == len(arrows):
            return [one if isinstance(step, ParallelStep) else one / missing] * missing
        given = [self.number(arrow.share.points) / 100 if arrow.share else None for arrow in arrows]
        rest = max(one - self._sum(part for part in given if part is not None), self.number(0))
        return [rest / missing if part is None else part for part in given]

    def _copies(self, order: list[str], leaving: _Leaving[Number]) -> dict[str, Number]:
        """In how many parts a case runs at a step: as many as the splits around it have open branches."""
        splits = [step for step in self.flow.micro.steps if isinstance(step, ParallelStep | OptionsStep)]
        if not splits:
            return dict.fromkeys(order, self.number(1))
        branches: dict[str, Number] = {
            step.id: self._sum(self._parts(step, list(self.flow.outgoing[step.id]))) for step in splits
        }
        nesting: dict[str, tuple[str, ...]] = {}
        for step_id in order:
            around: tuple[str, ...] = nesting.setdefault(step_id, ())
            if step_id in branches:
                around = (*around, step_id)
            for link in leaving[step_id]:
                target = self.flow.steps[link.target]
                closes = isinstance(target, JoinStep) and target.join == "all"
                nesting.setdefault(link.target, around[:-1] if closes else around)
        return {step: self._product(branches[split] for split in around) for step, around in nesting.items()}

    def _sum(self, numbers: Iterable[Number]) -> Number:
        return sum(numbers, self.number(0))

    def _product(self, numbers: Iterable[Number]) -> Number:
        result = self.number(1)
        for number in numbers:
            result *= number
        return result


def _after(link: _Link[Number], turn: int) -> str:
    """Where a case goes that would go back: there, or elsewhere once the bound is used up."""
    return link.rework.then if link.rework and turn > link.rework.max else link.target


def _order(leaving: _Leaving[Number]) -> list[str]:
    """Steps so that every one comes after those that lead to it; what goes back apart."""
    waiting = dict.fromkeys(leaving, 0)
    for links in leaving.values():
        for link in links:
            waiting[link.target] += not link.goes_back
    order = [step for step, count in waiting.items() if count == 0]
    for step in order:
        for link in leaving[step]:
            waiting[link.target] -= not link.goes_back
            if waiting[link.target] == 0 and not link.goes_back:
                order.append(link.target)
    return order
