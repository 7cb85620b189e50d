"""Finds the cheapest way between two cells: A* (Hart, Nilsson, Raphael 1968) over points with their direction."""

import heapq

from processmap.layout.swimlane.board import FORBIDDEN, Board, Way
from processmap.layout.swimlane.grid import DOWN, LEFT, RIGHT, UP
from processmap.layout.swimlane.ports import Prices

_NEXT = ((RIGHT, UP, DOWN), (LEFT, UP, DOWN), (RIGHT, LEFT, UP), (RIGHT, LEFT, DOWN))
_START = -1


def find_way(board: Board, start: int, goal: int, exits: Prices, entries: Prices) -> Way:
    """Returns the cheapest way; there is one, because gaps run round every cell.

    Args:
        board: prices of all moves.
        start: point of the source.
        goal: point of the target; the same for an edge from a node to itself.
        exits: price of each side of the source.
        entries: price of each side of the target.
    """
    search = _Search(board, start, goal, entries)
    for side, price in enumerate(exits):
        search.leave(side, price)
    state = search.run()
    return search.way_to(state)


class _Search:
    """States are `4 * point + direction`; the open ones wait in a heap, equally good ones in the order of finding."""

    def __init__(self, board: Board, start: int, goal: int, entries: Prices) -> None:
        self.board, self.start, self.goal, self.entries = board, start, goal, entries
        self.steps = (1, -1, -board.width, board.width)
        self.distance = [FORBIDDEN] * (4 * board.size)
        self.came: dict[int, int] = {}
        self.open: list[tuple[int, int, int]] = []

    def leave(self, side: int, price: int) -> None:
        """Opens the first step out of the source."""
        cost = price + self.board.move[side][self.start]
        if cost >= FORBIDDEN:
            return
        state = 4 * (self.start + self.steps[side]) + side
        self.distance[state] = cost
        self.came[state] = _START
        heapq.heappush(self.open, (cost + self._remaining(state >> 2, side), len(self.came), state))

    def run(self) -> int:
        """Returns the state in which the target is met at least cost."""
        waiting, distance, goal = self.open, self.distance, self.goal
        while True:
            estimate, _, state = heapq.heappop(waiting)
            if state >> 2 == goal:
                return state
            if distance[state] + self._remaining(state >> 2, state & 3) >= estimate:
                self._expand(state)

    def way_to(self, state: int) -> Way:
        """Goes back from a state to the source."""
        entry = (state & 3) ^ 1
        points = []
        while state != _START:
            points.append(state >> 2)
            leaving = state & 3
            state = self.came[state]
        points.append(self.start)
        return Way(tuple(reversed(points)), leaving, entry)

    def _expand(self, state: int) -> None:
        board, distance, steps, goal = self.board, self.distance, self.steps, self.goal
        point, direction = state >> 2, state & 3
        cost = distance[state]
        straight = cost + board.straight[direction < UP][point]
        turned = cost + board.turn[point]
        blocked, move = board.blocked, board.move
        for side in _NEXT[direction]:
            there = point + steps[side]
            total = (straight if side == direction else turned) + move[side][point]
            if total >= FORBIDDEN or (blocked[there] and there != goal):
                continue
            if there == goal:
                total += self.entries[side ^ 1]
            following = 4 * there + side
            if total < distance[following]:
                distance[following] = total
                self.came[following] = state
                heapq.heappush(self.open, (total + self._remaining(there, side), len(self.open), following))

    def _remaining(self, point: int, direction: int) -> int:
        """The least that the rest costs: its length and the bends that are needed in any case."""
        if point == self.goal:
            return 0
        board = self.board
        across, down = board.px[self.goal] - board.px[point], board.py[self.goal] - board.py[point]
        ahead, aside = (across, down) if direction < UP else (down, across)
        if direction in (LEFT, UP):
            ahead = -ahead
        bends = 2 if ahead < 0 or not (ahead or aside) else 1 if aside else 0
        return abs(across) + abs(down) + board.bend * bends
