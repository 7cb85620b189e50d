"""Lays the ways of all edges over the grid, easy ones first, then takes each up and lays it anew among the others."""

from collections.abc import Mapping
from dataclasses import dataclass

from processmap.layout.swimlane.board import Board, Way
from processmap.layout.swimlane.columns import Columns
from processmap.layout.swimlane.grid import Grid
from processmap.layout.swimlane.numbered import Link, Numbered
from processmap.layout.swimlane.ports import Ports
from processmap.layout.swimlane.search import find_way
from processmap.layout.swimlane.variants import Toll

_ROUNDS = 3
_BANNED_TURN = 1_500

Bans = Mapping[int, frozenset[int]]
"""Points at which an edge should not turn, by number of the edge."""


@dataclass(frozen=True, slots=True)
class Routes:
    """The way of every edge, in authored order, and the sides of the nodes that they use."""

    ways: tuple[Way, ...]
    used: Mapping[tuple[int, int], tuple[tuple[Link, bool], ...]]
    """By node and side: the edges there, with True for those that leave."""


def route_links(
    numbered: Numbered, grid: Grid, columns: Columns, backward: frozenset[int], *, bans: Bans, toll: Toll
) -> Routes:
    """Finds a way for every edge."""
    router = _Router(numbered, grid, columns, backward, bans, toll)
    order = router.order()
    for link in order:
        router.lay(link)
    for _ in range(_ROUNDS):
        changed = [link for link in order if router.lay_anew(link)]
        if not changed:
            break
    used = {port: tuple(links) for port, links in sorted(router.ports.used.items()) if links}
    return Routes(tuple(router.ways[link.index] for link in numbered.links), used)


class _Router:
    def __init__(
        self, numbered: Numbered, grid: Grid, columns: Columns, backward: frozenset[int], bans: Bans, toll: Toll
    ) -> None:
        self.numbered, self.grid, self.columns, self.backward, self.bans = numbered, grid, columns, backward, bans
        self.board = Board(grid, toll)
        self.ports = Ports(numbered, grid, backward, columns.upright)
        self.ways: dict[int, Way] = {}
        self.mates = [self._mates(link) for link in numbered.links]

    def order(self) -> list[Link]:
        """The edges, those with the least choice first."""
        return sorted(self.numbered.links, key=lambda link: (self._rank(link), self._length(link), link.index))

    def lay(self, link: Link) -> None:
        """Finds the cheapest way at this moment and lays it."""
        way = self._find(link)
        self.ways[link.index] = way
        self.board.lay(way)
        self.ports.add(link, way.exit, way.entry)

    def lay_anew(self, link: Link) -> bool:
        """Takes a way up and lays it anew; returns whether it changed."""
        way = self.ways.pop(link.index)
        self.board.take_up(way)
        self.ports.remove(link, way.exit, way.entry)
        self.lay(link)
        return self.ways[link.index] != way

    def _find(self, link: Link) -> Way:
        mates = [self.ways[mate] for mate in self.mates[link.index] if mate in self.ways]
        banned = self.bans.get(link.index, frozenset())
        for mate in mates:
            self.board.price_sharing(mate, -1)
        self.board.price_turns(banned, _BANNED_TURN)
        start, goal = self.grid.point[link.tail], self.grid.point[link.head]
        way = find_way(self.board, start, goal, self.ports.exits(link), self.ports.entries(link))
        self.board.price_turns(banned, -_BANNED_TURN)
        for mate in mates:
            self.board.price_sharing(mate, 1)
        return way

    def _mates(self, link: Link) -> tuple[int, ...]:
        """The edges it is bundled with: it may run on one line with them."""
        if link.is_association:
            return ()
        others = (other for other in self.numbered.links if not other.is_association and other is not link)
        return tuple(other.index for other in others if is_bundled(self.numbered, link, other))

    def _rank(self, link: Link) -> int:
        start, goal = self.grid.point[link.tail], self.grid.point[link.head]
        straight = self.grid.y(start) == self.grid.y(goal) and goal > start
        if link.is_association:
            return 0
        if straight:
            return 1 if goal - start == 2 else 3
        if link.index in self.columns.upright:
            return 2
        return 5 if link.index in self.backward else 4

    def _length(self, link: Link) -> int:
        start, goal = self.grid.point[link.tail], self.grid.point[link.head]
        board = self.board
        return abs(board.px[start] - board.px[goal]) + abs(board.py[start] - board.py[goal])


def is_bundled(numbered: Numbered, link: Link, other: Link) -> bool:
    """Whether two edges leave or meet in one point and go different ways from or to there."""
    leave_together = link.source == other.source and numbered.joins_lines(link.source)
    meet = link.target == other.target and numbered.joins_lines(link.target)
    return leave_together != meet
