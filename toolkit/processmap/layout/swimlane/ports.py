"""Where edges may leave and meet a node, and what each side costs. Prices are px of detour a better side is worth."""

from processmap.layout.swimlane.board import FORBIDDEN
from processmap.layout.swimlane.grid import DOWN, LEFT, RIGHT, Grid
from processmap.layout.swimlane.numbered import Link, Numbered
from processmap.views.diagram import Shape

Prices = tuple[int, int, int, int]
"""Of the right, left, upper and lower side."""

_AGAINST = 420
_CROOKED = 900
_BESIDE_LABEL = 5_000
_UNDER_EVENTS = 3_000
_BESIDE_ASSOCIATION = 500
_EXIT_BESIDE_ENTRY = 600
_SECOND_ENTRY = 25
_SECOND_EXIT, _SECOND_LABELLED_EXIT = 20, 150
_TWIN = 1_500
_UPRIGHT_AWAY = 120
_LOOP_EXIT: Prices = (50, 90, 0, 0)
_LOOP_ENTRY: Prices = (90, 40, 0, 0)


class Ports:
    """The sides in use, by node."""

    def __init__(self, numbered: Numbered, grid: Grid, backward: frozenset[int], upright: frozenset[int]) -> None:
        self.numbered, self.grid, self.backward, self.upright = numbered, grid, backward, upright
        self.used: dict[tuple[int, int], list[tuple[Link, bool]]] = {}

    def add(self, link: Link, exit_side: int, entry_side: int) -> None:
        """Notes the sides that an edge takes."""
        self.used.setdefault((link.source, exit_side), []).append((link, True))
        self.used.setdefault((link.target, entry_side), []).append((link, False))

    def remove(self, link: Link, exit_side: int, entry_side: int) -> None:
        """Undoes `add`."""
        self.used[link.source, exit_side].remove((link, True))
        self.used[link.target, entry_side].remove((link, False))

    def exits(self, link: Link) -> Prices:
        """What each side of the source costs."""
        return self._prices(link, link.source, is_exit=True)

    def entries(self, link: Link) -> Prices:
        """What each side of the target costs."""
        return self._prices(link, link.target, is_exit=False)

    def _prices(self, link: Link, node: int, *, is_exit: bool) -> Prices:
        if self.numbered.anchor[node] != node:
            shared = self._shared(link, node, DOWN, is_exit=is_exit)
            return FORBIDDEN, FORBIDDEN, FORBIDDEN, shared
        right, left, above, below = (
            price + self._shared(link, node, side, is_exit=is_exit)
            for side, price in enumerate(self._bare(link, node, is_exit=is_exit))
        )
        if self.numbered.attached[node]:
            below += _UNDER_EVENTS
        if self.numbered.is_satellite(node) and self.numbered.shape(node) is Shape.DATA:
            right += _BESIDE_LABEL
        return right, left, above, below

    def _bare(self, link: Link, node: int, *, is_exit: bool) -> Prices:
        here = self.grid.point[node]
        there = self.grid.point[link.head if is_exit else link.tail]
        down = self.grid.y(there) - self.grid.y(here)
        if link.is_association:
            straight = self.grid.x(here) == self.grid.x(there)
            return (
                _CROOKED,
                _CROOKED,
                0 if straight and down < 0 else _CROOKED,
                0 if straight and down > 0 else _CROOKED,
            )
        if link.index in self.backward:
            return _LOOP_EXIT if is_exit else _LOOP_ENTRY
        above, below = self._upright_prices(link, node, down, is_exit=is_exit)
        return (0, _AGAINST, above, below) if is_exit else (_AGAINST, 0, above, below)

    def _upright_prices(self, link: Link, node: int, down: int, *, is_exit: bool) -> tuple[int, int]:
        if link.index in self.upright:
            toward, away = 0, _UPRIGHT_AWAY
        elif self.numbered.shape(node) is Shape.GATEWAY:
            toward, away = (8, 70) if is_exit else (12, 90)
        else:
            toward, away = (70, 160) if is_exit else (60, 170)
        return toward if down < 0 else away, toward if down > 0 else away

    def _shared(self, link: Link, node: int, side: int, *, is_exit: bool) -> int:
        price = 0
        for other, leaves in self.used.get((node, side), ()):
            price += self._beside(link, node, side, same_way=leaves == is_exit, is_exit=is_exit)
            if other.is_association:
                price += _BESIDE_ASSOCIATION
            if (other.source, other.target) == (link.source, link.target) and self.numbered.joins_lines(node):
                price += _TWIN
        return price

    def _beside(self, link: Link, node: int, side: int, *, same_way: bool, is_exit: bool) -> int:
        if not self.numbered.joins_lines(node):
            if side in (RIGHT, LEFT):
                return 45 if same_way else 260
            return 60 if same_way else 240
        if not same_way:
            return _EXIT_BESIDE_ENTRY
        if not is_exit:
            return _SECOND_ENTRY
        return _SECOND_LABELLED_EXIT if link.edge.label else _SECOND_EXIT
