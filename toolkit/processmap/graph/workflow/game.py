"""The token game: every state that a case can come to, nearest first.

All nodes that can happen are tried in every state. Trying one of several that do not disturb each other would be
faster and wrong: it misses double tokens that only another order shows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import chain, combinations

from processmap.graph.workflow.board import Board
from processmap.graph.workflow.folding import Firing, happening, passage
from processmap.graph.workflow.net import OUTSIDE, Join, Split
from processmap.graph.workflow.waiting import Expectations

MOST_BRANCHES = 12
"""Optional branches of one node; more give too many combinations to try."""


class Fate(Enum):
    """What a game has shown."""

    SOUND = "sound"
    """Every state leads to one in which only ends hold tokens."""
    DEADLOCK = "deadlock"
    """A state in which tokens wait and nothing can happen."""
    DOUBLE = "double"
    """An arrow or an end gets a second token."""
    LIVELOCK = "livelock"
    """A state from which things go on happening and nothing leads to the ends."""
    UNDECIDED = "undecided"
    """The limit of states was reached."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a game."""

    fate: Fate
    firings: tuple[Firing, ...]
    """The shortest run to the fault on this board, in nodes of the original graph; empty without a fault."""
    states: int
    """Number of states that were met."""
    happened: frozenset[int]
    """Nodes of the board that happened."""
    marked: frozenset[int]
    """Arrows of the board that held a token."""


def play(board: Board, *, limit: int) -> Outcome:
    """Plays the game on a board until there is a fault, or every state is known, or the limit is passed."""
    return _Game(board, limit).run()


@dataclass(slots=True)
class _Player:
    """A node, ready for play; sets of arrows are bits."""

    node: int
    waits: bool
    ins: int
    needed: int
    """Ways in that are always waited for."""
    cancels: bool
    upstream: list[tuple[int, int]] = field(default_factory=list)
    """Where a way in may stay closed: each way in, with the arrows from which a token may come to it."""
    moves: list["_Move"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Move:
    """One way in which a node can happen."""

    puts: int
    """Arrows that get a token."""
    arms: int
    """Expectations of joins that are raised."""
    disarms: int
    """Expectations of joins that are lowered before."""


class _Game:
    def __init__(self, board: Board, limit: int) -> None:
        self.board = board
        self.limit = limit
        self.arrows = list(board.arrows())
        self.bits = {arrow: 1 << place for place, arrow in enumerate(self.arrows)}
        self.shift = len(self.arrows)
        self.tokens = (1 << self.shift) - 1
        self.playable = True
        expectations = Expectations(board)
        self.players = [self._player(node, expectations) for node in board.nodes]
        by_node = {player.node: player for player in self.players}
        self.player_of = {
            self.bits[arrow]: by_node[board.targets[arrow]] for arrow in self.arrows if board.targets[arrow] != OUTSIDE
        }
        self.inner = sum(self.player_of)
        begin = self.bits[board.entry]
        self.came: dict[int, tuple[int, _Player, int, int] | None] = {begin: None}
        self.before: dict[int, list[int]] = {}
        self.happened: dict[int, None] = {}
        self.double: tuple[int, _Player, int, int] | None = None

    def run(self) -> Outcome:
        if not self.playable:
            return self._outcome(Fate.UNDECIDED)
        layer = list(self.came)
        finals: list[int] = []
        while layer:
            following: list[int] = []
            for state in layer:
                if not state & self.inner:
                    finals.append(state)
                elif not self._expand(state, following):
                    return self._outcome(Fate.DEADLOCK, self._run_to(state, settled=True))
                if len(self.came) > self.limit and self.double is None:
                    return self._outcome(Fate.UNDECIDED)
            if self.double is not None:
                state, player, taken, puts = self.double
                last = self._firings(player, taken, puts)
                return self._outcome(Fate.DOUBLE, (*self._run_to(state), *last))
            layer = following
        return self._judge(finals)

    def _expand(self, state: int, following: list[int]) -> bool:
        """Lets every node happen that can; tells whether there was one."""
        moved = False
        came, before, shift = self.came, self.before, self.shift
        pending = state & self.inner
        while pending:
            token = pending & -pending
            pending ^= token
            player = self.player_of[token]
            taken, rest = token, state ^ token
            if player.waits:
                taken = state & player.ins
                missing = player.ins & ~state
                if token != taken & -taken or (missing and self._is_waited_for(player, missing, state)):
                    continue
                rest = state & ~(player.ins | player.ins << shift)
            moved = True
            self.happened[player.node] = None
            if player.cancels:
                rest = 0
            for move in player.moves:
                if rest & move.puts:
                    if self.double is None:
                        self.double = (state, player, taken, move.puts)
                    continue
                reached = (rest & ~move.disarms) | move.puts | move.arms
                if reached not in came:
                    came[reached] = (state, player, taken, move.puts)
                    following.append(reached)
                before.setdefault(reached, []).append(state)
        return moved

    def _is_waited_for(self, player: _Player, missing: int, state: int) -> bool:
        if missing & (player.needed | state >> self.shift):
            return True
        coming = elsewhere = 0
        for way_in, upstream in player.upstream:
            if missing & way_in:
                coming |= upstream
            else:
                elsewhere |= upstream  # such a token may as well come where one is already (BPMN 2.0, 13.4.3)
        return bool(state & coming & ~elsewhere)

    def _judge(self, finals: list[int]) -> Outcome:
        ending = set(finals)
        pending = list(finals)
        while pending:
            for state in self.before.get(pending.pop(), ()):
                if state not in ending:
                    ending.add(state)
                    pending.append(state)
        lost = next((state for state in self.came if state not in ending), None)
        if lost is not None:
            return self._outcome(Fate.LIVELOCK, self._run_to(lost, settled=True))
        return self._outcome(Fate.SOUND)

    def _outcome(self, fate: Fate, firings: tuple[Firing, ...] = ()) -> Outcome:
        met = 0
        for state in self.came:
            met |= state
        marked = frozenset(arrow for arrow in self.arrows if met & self.bits[arrow])
        return Outcome(fate, firings, len(self.came), frozenset(self.happened), marked)

    def _run_to(self, state: int, *, settled: bool = False) -> tuple[Firing, ...]:
        """The run to a state; settled, every token is then taken to the end of its arrow."""
        steps: list[tuple[_Player, int, int]] = []
        at = state
        while (step := self.came[at]) is not None:
            at = step[0]
            steps.append(step[1:])
        firings = [firing for step in reversed(steps) for firing in self._firings(*step)]
        if settled:
            firings += chain.from_iterable(passage(self.board.folded[arrow]) for arrow in self._arrows_of(state))
        return tuple(firings)

    def _firings(self, player: _Player, taken: int, puts: int) -> Iterator[Firing]:
        folded = self.board.folded
        consumed = tuple(folded[arrow] for arrow in self._arrows_of(taken))
        produced = tuple(folded[arrow] for arrow in self._arrows_of(puts))
        return happening(self.board.fused[player.node], consumed, produced)

    def _arrows_of(self, bits: int) -> list[int]:
        return [arrow for arrow in self.arrows if bits & self.bits[arrow]]

    def _player(self, node: int, expectations: Expectations) -> _Player:
        board = self.board
        ins = self._bits_of(board.ins[node])
        needed = self._bits_of(arrow for arrow in board.ins[node] if arrow not in expectations.optional)
        waits = board.joins[node] is Join.ALL and len(board.ins[node]) > 1
        player = _Player(node, waits, ins, needed, node in board.net.cancelling)
        if waits and needed != ins:
            ways_in = board.ins[node]
            player.upstream += ((self.bits[way], self._bits_of(expectations.upstream(way))) for way in ways_in)
        if player.cancels:
            player.moves.append(_Move(0, 0, 0))
        elif board.splits[node] in (Split.SOME, Split.FIRST) and len(board.outs[node]) > MOST_BRANCHES:
            self.playable = False
        else:
            player.moves += (self._move(node, chosen, expectations) for chosen in _choices(board, node))
        return player

    def _move(self, node: int, chosen: tuple[int, ...], expectations: Expectations) -> _Move:
        arms, disarms = expectations.change(node, chosen)
        return _Move(self._bits_of(chosen), self._bits_of(arms) << self.shift, self._bits_of(disarms) << self.shift)

    def _bits_of(self, arrows: Iterable[int]) -> int:
        return sum(self.bits[arrow] for arrow in arrows)


def _choices(board: Board, node: int) -> Iterator[tuple[int, ...]]:
    """Yields the sets of arrows on which a node may put tokens, the smallest first."""
    outs = tuple(board.outs[node])
    match board.splits[node]:
        case Split.ONE:
            yield from ((arrow,) for arrow in outs)
        case Split.ALL:
            yield outs
        case Split.SOME:
            yield from chain.from_iterable(combinations(outs, size) for size in range(1, len(outs) + 1))
        case Split.FIRST:
            rest = outs[1:]
            for size in range(len(outs)):
                yield from ((outs[0], *chosen) for chosen in combinations(rest, size))
