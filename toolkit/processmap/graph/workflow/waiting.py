"""Which ways into a join are waited for, where branches are optional.

A join waits for every way in, but for those that only optional branches lead to, of a split that may leave them all
closed while the join is come to otherwise. Such a way in is waited for while a token may still come to it and nowhere
else (as at the inclusive gateway of BPMN 2.0, 13.4.3), and besides once a branch that leads to it was opened: a branch
that was opened and went elsewhere is waited for all the same, until the join happens or a later split closes that way.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from processmap.graph.workflow.board import Board
from processmap.graph.workflow.net import OUTSIDE, Join, Split

_OPTIONAL = (Split.SOME, Split.FIRST)


class Expectations:
    """What the splits of a board make its joins wait for."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.joins = [node for node in board.nodes if board.joins[node] is Join.ALL and len(board.ins[node]) > 1]
        self.splits = {node for node in board.nodes if board.splits[node] in _OPTIONAL and len(board.outs[node]) > 1}

    @cached_property
    def optional(self) -> frozenset[int]:
        """Ways into joins that only optional branches lead to."""
        if not self.splits:
            return frozenset()
        ways_in = {arrow: join for join in self.joins for arrow in self.board.ins[join]}
        return frozenset(arrow for arrow, join in ways_in.items() if self._can_stay_closed(arrow, join))

    def change(self, node: int, chosen: Collection[int]) -> tuple[list[int], list[int]]:
        """Returns the ways in that are waited for once a node has put tokens on some arrows, and those no longer."""
        if node not in self.splits:
            return [], []
        branches = self._branches(node)
        still_possible: set[int] = set()
        within_reach: set[int] = set()
        for arrow in self.board.outs[node]:
            ways = self._led_to(node, arrow)
            within_reach |= ways
            if arrow in chosen:
                still_possible |= ways
        opened = {way for branch in branches if branch in chosen for way in self._led_to(node, branch)}
        return sorted(opened), sorted(within_reach - still_possible)

    def upstream(self, way_in: int) -> set[int]:
        """Returns the arrows from which a token may come to a way into a join without passing the join."""
        join = self.board.targets[way_in]
        return {arrow for arrow in self.board.arrows() if way_in in self._walk([arrow], stops=[join])} - {way_in}

    def _can_stay_closed(self, way_in: int, join: int) -> bool:
        """Whether only optional branches lead to a way into a join, of splits that may leave it out."""
        others = set(self.board.ins[join]) - {way_in}
        optional: set[int] = set()
        for split in self.splits:
            outs = self.board.outs[split]
            leading = {arrow for arrow in outs if way_in in self._walk([arrow], stops=(split, join))}
            sure = outs[0] in leading if self.board.splits[split] is Split.FIRST else len(leading) == len(outs)
            if leading and not sure and others & self._walk([self.board.entry], avoiding=leading):
                optional |= leading
        return bool(optional) and way_in not in self._walk([self.board.entry], avoiding=optional)

    def _branches(self, node: int) -> list[int]:
        outs = self.board.outs[node]
        return outs[1:] if self.board.splits[node] is Split.FIRST else outs

    def _led_to(self, node: int, branch: int) -> set[int]:
        """The optional ways in to which a branch leads without its split, or the join itself, between."""
        if branch not in self._known:
            self._known[branch] = {
                way
                for join in self.joins
                for way in self._walk([branch], stops=(node, join)) & set(self.board.ins[join])
                if way in self.optional
            }
        return self._known[branch]

    @cached_property
    def _known(self) -> dict[int, set[int]]:
        return {}

    def _walk(self, arrows: Iterable[int], *, avoiding: Iterable[int] = (), stops: Iterable[int] = ()) -> set[int]:
        """Every arrow that can be come to over the given ones, these included."""
        seen = set(arrows)
        pending = list(seen)
        while pending:
            for arrow in self._behind(pending.pop(), stops):
                if arrow not in seen and arrow not in avoiding:
                    seen.add(arrow)
                    pending.append(arrow)
        return seen

    def _behind(self, arrow: int, stops: Iterable[int]) -> Iterator[int]:
        target = self.board.targets[arrow]
        if target != OUTSIDE and target not in stops:
            yield from self.board.outs[target]
