"""Gives every node its column: as far left as the edges into it allow, side inputs as late as possible."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from processmap.layout.swimlane.numbered import Link, Numbered
from processmap.views.diagram import Shape

_PULLS = 3


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of every node, counted from 0 without gaps, and the hand-offs drawn as one vertical arrow."""

    of: tuple[int, ...]
    count: int
    upright: frozenset[int]
    """Numbers of edges between two nodes of one column."""


def assign_columns(numbered: Numbered, backward: frozenset[int], *, compact: bool) -> Columns:
    """Places along the edges that go forward; in compact mode some hand-offs stay in their column."""
    ranking = _Ranking(numbered, [link for link in numbered.links if link.is_flow and link.index not in backward])
    ranking.rank_all(compact=compact)
    ranking.pull_right()
    used = sorted({ranking.rank[step] for step in numbered.steps})
    column = {rank: number for number, rank in enumerate(used)}
    of = tuple(column[ranking.rank[numbered.owner(node)]] for node in range(len(numbered.nodes)))
    return Columns(of, len(used), frozenset(ranking.upright))


class _Ranking:
    def __init__(self, numbered: Numbered, forward: Sequence[Link]) -> None:
        count = len(numbered.nodes)
        self.numbered = numbered
        self.entering: list[list[Link]] = [[] for _ in range(count)]
        self.leaving: list[list[Link]] = [[] for _ in range(count)]
        for link in forward:
            self.entering[link.head].append(link)
            self.leaving[link.tail].append(link)
        self.rank = [0] * count
        self.upright: set[int] = set()
        self.joined: set[int] = set()
        self.order: list[int] = []

    def rank_all(self, *, compact: bool) -> None:
        """Longest path, in topological order, authored order first."""
        missing = [len(links) for links in self.entering]
        ready = [step for step in self.numbered.steps if not missing[step]]
        while ready:
            step = heapq.heappop(ready)
            self.rank[step] = max((self.rank[link.tail] + 1 for link in self.entering[step]), default=0)
            if compact:
                self._stand_upright(step)
            self.order.append(step)
            for link in self.leaving[step]:
                missing[link.head] -= 1
                if not missing[link.head]:
                    heapq.heappush(ready, link.head)

    def pull_right(self) -> None:
        """Moves what has more exits than entries next to what it feeds."""
        for _ in range(_PULLS):
            for step in reversed(self.order):
                if len(self.leaving[step]) > len(self.entering[step]) and step not in self.joined:
                    self.rank[step] = min(self.rank[link.head] - 1 for link in self.leaving[step])

    def _stand_upright(self, step: int) -> None:
        if len(self.entering[step]) != 1:
            return
        link = self.entering[step][0]
        if self._may_stand_upright(link) and self._is_free_between(link):
            self.rank[step] -= 1
            self.upright.add(link.index)
            self.joined |= {link.tail, link.head}

    def _may_stand_upright(self, link: Link) -> bool:
        numbered = self.numbered
        return (
            numbered.lane[link.tail] != numbered.lane[link.head]
            and link.tail not in self.joined
            and link.source == link.tail
            and not numbered.attached[link.tail]
            and not numbered.attached[link.head]
            and len(self.leaving[link.tail]) == 1
            and Shape.GATEWAY not in (numbered.shape(link.tail), numbered.shape(link.head))
        )

    def _is_free_between(self, link: Link) -> bool:
        lane, rank = self.numbered.lane, self.rank
        low, high = sorted((lane[link.tail], lane[link.head]))
        return not any(
            rank[other] == rank[link.tail] and low <= lane[other] <= high and other != link.tail for other in self.order
        )
