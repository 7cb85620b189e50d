"""Whether a workflow graph is sound, and if not, the shortest run that shows it.

Sound means: every run can end; no arrow and no end ever gets a second token; every node can happen. Reduction first,
the token game on what is left, and the game on the whole graph only to find the shortest run to a fault that is known.
"""

from dataclasses import dataclass

from processmap.graph.workflow.board import Board
from processmap.graph.workflow.folding import Firing, nodes_inside, nodes_of
from processmap.graph.workflow.game import Fate, Outcome, play
from processmap.graph.workflow.net import OUTSIDE, Net
from processmap.graph.workflow.reduction import reduce
from processmap.graph.workflow.traps import circle, without_exit

STATE_LIMIT = 200_000
"""States of a reduced graph after which it counts as not proven."""
TRACE_LIMIT = 20_000
"""States of the whole graph that are searched for a shorter run to a known fault."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A run that must not be."""

    fate: Fate
    """`DEADLOCK`, `DOUBLE` or `LIVELOCK`."""
    start: int
    """The arrow from outside that holds the first token."""
    firings: tuple[Firing, ...]
    """What happens, in order, from the entry on; the last firing of a `DOUBLE` puts the second token."""
    marking: frozenset[int]
    """Arrows that hold a token at the end of the run; before the last firing for a `DOUBLE`."""
    twice: tuple[int, ...] = ()
    """Arrows that get a second token."""
    loop: tuple[int, ...] = ()
    """For a `LIVELOCK`, arrows of a loop that is run through for ever, from its first node on."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known about the cases that begin with one entry."""

    entry: int
    fault: Fault | None
    is_decided: bool
    """False where the limit was reached before a fault was found; then nothing is claimed."""
    happening: frozenset[int]
    """Nodes that can happen; complete only if there is no fault and it is decided."""
    states: int
    """States that had to be looked at."""

    @property
    def is_sound(self) -> bool:
        """Whether every case can end and nothing happens twice; that every node can happen depends on all entries."""
        return self.is_decided and self.fault is None


def prove(net: Net, *, limit: int = STATE_LIMIT) -> tuple[Proof, ...]:
    """Returns a proof for each entry of a graph, in their order."""
    return tuple(_proof(net, entry, limit) for entry in net.entries)


def is_sound(net: Net, proofs: tuple[Proof, ...]) -> bool:
    """Whether a graph is sound: from each entry, and every node can happen from one of them."""
    happening = frozenset().union(*(proof.happening for proof in proofs))
    return all(proof.is_sound for proof in proofs) and len(happening) == len(net.joins)


def explore(net: Net, entry: int, *, limit: int) -> Proof:
    """Returns a proof by the token game alone, without reduction: slower, with the shortest run to a fault."""
    return _judged(net, entry, Board(net, entry), limit)


def _proof(net: Net, entry: int, limit: int) -> Proof:
    board = Board(net, entry)
    reduce(board)
    proof = _judged(net, entry, board, limit)
    if proof.fault is not None:
        shortest = explore(net, entry, limit=TRACE_LIMIT)
        return shortest if shortest.fault is not None else proof
    return proof


def _judged(net: Net, entry: int, board: Board, limit: int) -> Proof:
    if board.targets[entry] == OUTSIDE:
        happening = _happening(board, frozenset(), frozenset([entry]))
        return Proof(entry, fault=None, is_decided=True, happening=happening, states=1)
    outcome = play(board, limit=limit)
    fault = _fault(net, entry, outcome) if outcome.fate not in (Fate.SOUND, Fate.UNDECIDED) else None
    happening = _happening(board, outcome.happened, outcome.marked)
    is_decided = outcome.fate is not Fate.UNDECIDED
    return Proof(entry, fault, is_decided=is_decided, happening=happening, states=outcome.states)


def _happening(board: Board, nodes: frozenset[int], arrows: frozenset[int]) -> frozenset[int]:
    """The original nodes that happen where nodes of a board happen and its arrows hold tokens."""
    found: set[int] = set()
    for node in nodes:
        found.update(nodes_of(board.fused[node]))
    for arrow in arrows:
        found.update(nodes_inside(board.folded[arrow]))
    for head, way in reversed(board.loops):  # the last one taken out may hold those taken out before
        if head in found:
            found.update(nodes_inside(way))
    return frozenset(found)


def _fault(net: Net, entry: int, outcome: Outcome) -> Fault:
    """Follows a run on the original graph; where it was folded, a second token may show before its end."""
    marking = {entry}
    stuck_for_ever = without_exit(net)
    for count, firing in enumerate(outcome.firings, start=1):
        rest = marking.difference(firing.consumed)
        twice = tuple(arrow for arrow in firing.produced if arrow in rest)
        if twice:
            firings = outcome.firings[:count]
            if loop := circle(net, marking & stuck_for_ever, stuck_for_ever):
                return Fault(Fate.LIVELOCK, entry, firings, frozenset(marking), twice, loop)
            return Fault(Fate.DOUBLE, entry, firings, frozenset(marking), twice)
        marking = rest.union(firing.produced) if firing.produced else set()
    loop = circle(net, marking & stuck_for_ever, stuck_for_ever) if outcome.fate is Fate.LIVELOCK else ()
    return Fault(outcome.fate, entry, outcome.firings, frozenset(marking), loop=loop)
