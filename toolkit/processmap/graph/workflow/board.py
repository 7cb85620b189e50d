"""The part of a workflow graph that one entry leads to, as a working copy that reduction folds and the game uses."""

from collections.abc import Iterator

from processmap.graph.workflow.folding import Folded, Fused
from processmap.graph.workflow.net import OUTSIDE, Join, Net

UNREACHED = -2
"""The source of an arrow that no token of this entry can come to, though a join waits for one."""


class Board:
    """Nodes and arrows that one entry leads to; lists by number, of which `nodes` and `arrows()` are in use.

    It is the one thing in this package that changes while it is used; nobody outside sees it.
    """

    def __init__(self, net: Net, entry: int) -> None:
        self.net = net
        self.entry = entry
        self.nodes = _reached(net, entry)
        self.joins = net.joins
        self.splits = list(net.splits)
        self.sources = list(net.sources)
        self.targets = list(net.targets)
        self.folded: list[Folded] = list(range(len(net.sources)))
        self.fused = [Fused(node, None, node) for node in range(len(net.joins))]
        self.loops: list[tuple[int, Folded]] = []
        """Arrows from a node to itself that were taken out, with the original node that they begin at."""
        self.ins: list[list[int]] = [[] for _ in net.joins]
        self.outs: list[list[int]] = [[] for _ in net.joins]
        for node in self.nodes:
            self.outs[node] = list(net.outs[node])
            self.ins[node] = list(net.ins[node])
        if len(self.nodes) < len(net.joins) or len(net.entries) > 1:
            self._leave_out_what_is_not_reached()

    def arrows(self) -> Iterator[int]:
        """Yields the arrows in use, the entry first."""
        yield self.entry
        for node in self.nodes:
            yield from self.outs[node]
        for node in self.nodes:
            yield from (arrow for arrow in self.ins[node] if self.sources[arrow] == UNREACHED)

    def _leave_out_what_is_not_reached(self) -> None:
        for node in self.nodes:
            kept: list[int] = []
            for arrow in self.ins[node]:
                source = self.sources[arrow]
                if arrow == self.entry or (source != OUTSIDE and source in self.nodes):
                    kept.append(arrow)
                elif self.net.joins[node] is Join.ALL:
                    self.sources[arrow] = UNREACHED
                    kept.append(arrow)
            self.ins[node] = kept


def _reached(net: Net, entry: int) -> dict[int, None]:
    """The nodes that an entry leads to, in the order in which they are met."""
    found = {net.targets[entry]: None}
    pending = [net.targets[entry]]
    while pending:
        for arrow in net.outs[pending.pop()]:
            target = net.targets[arrow]
            if target != OUTSIDE and target not in found:
                found[target] = None
                pending.append(target)
    return found
