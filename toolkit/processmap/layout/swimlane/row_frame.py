"""What is known about rows before any is chosen: which edges are main ways, which can cross or pass over what.

All that depends on columns and lanes alone is found out here, once for all variants.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from processmap.layout.swimlane.columns import Columns
from processmap.layout.swimlane.numbered import Link, Numbered
from processmap.views.diagram import Shape

_BEND, _GATEWAY_BEND, _MAIN_BEND = 2.0, 1.2, 1.0


@dataclass(frozen=True, slots=True)
class Rival:
    """A link that may cross another one: where both run, as parts of the way from tail to head, at two places."""

    link: Link
    own_start: float
    own_end: float
    start: float
    end: float


class RowFrame:
    """The flow as the arrangement of rows sees it; lists are by number of a node."""

    def __init__(self, numbered: Numbered, columns: Columns, backward: frozenset[int]) -> None:
        self.numbered, self.columns = numbered, columns
        self.column, self.lane = columns.of, numbered.lane
        count = len(numbered.nodes)
        self.members: list[list[int]] = [[] for _ in numbered.diagram.lanes]
        for step in numbered.steps:
            self.members[self.lane[step]].append(step)
        self.forward = [link for link in numbered.links if link.is_flow and link.index not in backward]
        loops = [link for link in numbered.links if link.is_flow and link.index in backward]
        self.entering: list[list[Link]] = [[] for _ in range(count)]
        self.leaving: list[list[Link]] = [[] for _ in range(count)]
        for link in self.forward:
            self.entering[link.head].append(link)
            self.leaving[link.tail].append(link)
        self.main = self._main_exits()
        self.touching = [[*self.entering[n], *self.leaving[n]] for n in range(count)]
        self.looping = [[link for link in loops if n in (link.tail, link.head)] for n in range(count)]
        self.covering = [[link for link in self.forward if self._may_cover(link, n)] for n in range(count)]
        self.rivals = {link.index: self._rivals(link) for link in (*self.forward, *loops)}
        self.bend = {link.index: self._bend(link) for link in self.forward}

    def _main_exits(self) -> frozenset[int]:
        depth = [0] * len(self.leaving)
        for step in sorted(self.numbered.steps, key=lambda n: (-self.column[n], -n)):
            depth[step] = 1 + max((depth[link.head] for link in self.leaving[step]), default=-1)
        mains = set()
        for links in self.leaving:
            own = [link for link in links if link.source == link.tail]
            if own:
                mains.add(max(own, key=lambda link: (depth[link.head], -link.head)).index)
        return frozenset(mains)

    def _rivals(self, link: Link) -> Sequence[Rival]:
        rivals = (self._rival(link, other) for other in self.forward if other is not link)
        return [rival for rival in rivals if rival]

    def _rival(self, link: Link, other: Link) -> Rival | None:
        if other.tail in (link.tail, link.head) or other.head in (link.tail, link.head):
            return None
        left, right = sorted((self.column[link.tail], self.column[link.head]))
        start = max(left, min(self.column[other.tail], self.column[other.head]))
        end = min(right, max(self.column[other.tail], self.column[other.head]))
        if start >= end:
            return None
        return Rival(
            other, self._part(link, start), self._part(link, end), self._part(other, start), self._part(other, end)
        )

    def _part(self, link: Link, column: int) -> float:
        width = self.column[link.head] - self.column[link.tail]
        return (column - self.column[link.tail]) / width if width else 0.0

    def _may_cover(self, link: Link, step: int) -> bool:
        return (
            self.lane[link.tail] == self.lane[step] == self.lane[link.head]
            and self.column[link.tail] < self.column[step] < self.column[link.head]
        )

    def _bend(self, link: Link) -> float:
        gateway = Shape.GATEWAY in (self.numbered.shape(link.tail), self.numbered.shape(link.head))
        return (_GATEWAY_BEND if gateway else _BEND) + (_MAIN_BEND if link.index in self.main else 0)
