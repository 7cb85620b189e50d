"""Makes a workflow graph smaller without changing whether it is sound, and without losing what it stood for.

Six rules, each local, until none applies: a node with one way in and one way out becomes part of its arrow (series);
arrows side by side between a split and a join of its own kind become one (split and join); an arrow from a choice to
itself is taken out (loop); a merge and the split right behind it become one node; a choice behind a choice, and a
merge before a merge, become one. A flow built of blocks ends as a single arrow, and is sound. What stays is played.

Why each rule keeps the verdict: a token that can be late is late in the worst run, so nothing is lost when a token
rests at the beginning of a folded arrow; and a choice is free, so whatever one way out of it may suffer, every way
may. Two things look alike and are not: an end is never folded into the merge before it, since the token that rests
there is what shows a second finish; nor is a merge into an end that stops all others, since its second token would
be wiped out. References: Vanhatalo, Völzer, Leymann 2007; Favre, Fahland, Völzer 2015; Murata 1989.
"""

from processmap.graph.workflow.board import UNREACHED, Board
from processmap.graph.workflow.folding import OneOf, Together, one_behind_the_other, through
from processmap.graph.workflow.net import OUTSIDE, Join, Split

_ANY, _ONE = Join.ANY, Split.ONE


def reduce(board: Board) -> None:
    """Folds a board as far as it goes."""
    _Reduction(board).run()


class _Reduction:
    """A board that shrinks, and the nodes that are still to be looked at."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.queue = list(board.nodes)

    def run(self) -> None:
        nodes, ins, outs, queue = self.board.nodes, self.board.ins, self.board.outs, self.queue
        while queue:
            node = queue.pop()
            if node not in nodes:
                continue
            if len(outs[node]) > 1:
                self._fold_side_by_side(node)
            if len(outs[node]) == 1:
                if len(ins[node]) == 1:
                    self._fold_series(node)
                else:
                    self._fold_merge(node)
            elif len(ins[node]) == 1:
                self._fold_choice(node)

    def _fold_series(self, node: int) -> None:
        board = self.board
        (before,), (after,) = board.ins[node], board.outs[node]
        source, target = board.sources[before], board.targets[after]
        if before == after or source == UNREACHED:
            return
        board.folded[before] = through(board.folded[before], board.fused[node], board.folded[after])
        board.targets[before] = target
        del board.nodes[node]
        if target != OUTSIDE:
            arrows = board.ins[target]
            arrows[arrows.index(after)] = before
            self.queue.append(target)
        if source != OUTSIDE:
            self.queue.append(source)

    def _fold_side_by_side(self, node: int) -> None:
        """Makes arrows to the same target one, and takes out arrows from a choice to itself."""
        board = self.board
        is_choice = board.splits[node] is _ONE
        kept: dict[int, int] = {}
        for arrow in tuple(board.outs[node]):
            target = board.targets[arrow]
            if target == node:
                if is_choice and board.joins[node] is _ANY and len(board.outs[node]) > 1:
                    self._take_out_loop(node, arrow)
            elif target not in kept:
                kept[target] = arrow
            elif target == OUTSIDE or (is_choice == (board.joins[target] is _ANY) and self._may_be_one(node, target)):
                self._make_one(kept[target], arrow, alternatives=is_choice)

    def _may_be_one(self, node: int, target: int) -> bool:
        """False for the last two options of a split, before a join that has other ways in as well.

        Made one, they would no longer be optional, and the join would wait for what it does not wait for now.
        """
        board = self.board
        is_last = board.splits[node] is Split.SOME and len(board.outs[node]) == 2
        return not is_last or len(board.ins[target]) == 2

    def _take_out_loop(self, node: int, arrow: int) -> None:
        board = self.board
        board.loops.append((board.fused[node].head, board.folded[arrow]))
        board.outs[node].remove(arrow)
        board.ins[node].remove(arrow)

    def _make_one(self, kept: int, arrow: int, *, alternatives: bool) -> None:
        board = self.board
        pair = (board.folded[kept], board.folded[arrow])
        board.folded[kept] = OneOf(pair) if alternatives else Together(pair)
        target = board.targets[arrow]
        board.outs[board.sources[arrow]].remove(arrow)
        if target != OUTSIDE:
            board.ins[target].remove(arrow)
            self.queue.append(target)

    def _fold_merge(self, node: int) -> None:
        """A node with several ways in and one way out becomes one with what stands right behind it."""
        board = self.board
        (between,) = board.outs[node]
        behind = board.targets[between]
        if behind in (OUTSIDE, node):
            return
        if len(board.ins[behind]) == 1:
            if len(board.outs[behind]) > 1:
                self._fuse(node, between, behind)
        elif board.joins[node] is _ANY is board.joins[behind] and behind not in board.net.cancelling:
            self._merge_into(node, between, behind)

    def _fold_choice(self, node: int) -> None:
        """A node with one way in and several out becomes one with what stands right before it."""
        board = self.board
        (between,) = board.ins[node]
        ahead = board.sources[between]
        if ahead < 0 or ahead == node or len(board.outs[node]) == 0:
            return
        if len(board.outs[ahead]) == 1:
            self._fuse(ahead, between, node)
        elif board.splits[ahead] is _ONE is board.splits[node]:
            self._choose_at_once(ahead, between, node)

    def _fuse(self, node: int, between: int, behind: int) -> None:
        board = self.board
        board.fused[node] = one_behind_the_other(board.fused[node], board.folded[between], board.fused[behind])
        board.splits[node] = board.splits[behind]
        board.outs[node] = board.outs[behind]
        for arrow in board.outs[node]:
            board.sources[arrow] = node
        del board.nodes[behind]
        self.queue.append(node)

    def _choose_at_once(self, ahead: int, between: int, node: int) -> None:
        board = self.board
        for arrow in board.outs[node]:
            board.folded[arrow] = through(board.folded[between], board.fused[node], board.folded[arrow])
            board.sources[arrow] = ahead
        place = board.outs[ahead].index(between)
        board.outs[ahead][place : place + 1] = board.outs[node]
        del board.nodes[node]
        self.queue.append(ahead)

    def _merge_into(self, node: int, between: int, behind: int) -> None:
        board = self.board
        for arrow in board.ins[node]:
            board.folded[arrow] = through(board.folded[arrow], board.fused[node], board.folded[between])
            board.targets[arrow] = behind
        place = board.ins[behind].index(between)
        board.ins[behind][place : place + 1] = board.ins[node]
        del board.nodes[node]
        self.queue.append(behind)
        self.queue += [board.sources[arrow] for arrow in board.ins[behind] if board.sources[arrow] >= 0]
