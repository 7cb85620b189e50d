"""A workflow graph: nodes that take tokens from arrows and put tokens on arrows.

What a flow means when all words are left out. A token is a place where a case is; a node that happens takes tokens
away before it and puts tokens behind it. Every start and every end has an arrow of its own that leads in from outside
or out of the graph, so that "the case is at its end" is a token like any other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

OUTSIDE = -1
"""The node from which an arrow into a start comes, and to which an arrow out of an end leads."""


class Join(Enum):
    """What a node needs before it can happen."""

    ANY = "any"
    """One token; it happens once for each."""
    ALL = "all"
    """A token on every way in, but for ways that only an optional branch leads to and none was opened."""


class Split(Enum):
    """Where a node puts tokens."""

    ONE = "one"
    """On exactly one way out."""
    ALL = "all"
    """On every way out."""
    SOME = "some"
    """On one or more ways out; each is an optional branch."""
    FIRST = "first"
    """On the first way out, and on any of the others besides; these are optional branches."""


@dataclass(frozen=True, slots=True)
class Net:
    """A workflow graph. Nodes and arrows are numbered; an arrow's number is the place of a token."""

    joins: Sequence[Join]
    """By node."""
    splits: Sequence[Split]
    """By node."""
    cancelling: frozenset[int]
    """Nodes that take every token away when they happen; they have no way out."""
    sources: Sequence[int]
    """The node before each arrow, or `OUTSIDE`."""
    targets: Sequence[int]
    """The node behind each arrow, or `OUTSIDE`."""
    ins: Sequence[Sequence[int]]
    """Arrows into each node, by number."""
    outs: Sequence[Sequence[int]]
    """Arrows out of each node, by number, which is their authored order."""

    @property
    def entries(self) -> tuple[int, ...]:
        """The arrows that lead in from outside: one case begins with a token on one of them."""
        return tuple(arrow for arrow, source in enumerate(self.sources) if source == OUTSIDE)


def net(
    joins: Sequence[Join],
    splits: Sequence[Split],
    arrows: Iterable[tuple[int, int]],
    *,
    starts: Iterable[int],
    cancelling: Iterable[int] = (),
) -> Net:
    """Returns the graph of nodes and arrows.

    Args:
        joins: what each node needs.
        splits: where each node puts tokens; of no account where there is one way out.
        arrows: source and target of each arrow; they keep their numbers. Arrows from and to outside come after them.
        starts: nodes with which a case may begin.
        cancelling: nodes with which every other branch stops. Each other node without a way out is an end.
    """
    inner = list(arrows)
    sources = [source for source, _ in inner]
    targets = [target for _, target in inner]
    leaving = set(sources)
    stops = frozenset(cancelling)
    for start in starts:
        sources.append(OUTSIDE)
        targets.append(start)
    for node in range(len(joins)):
        if node not in leaving and node not in stops:
            sources.append(node)
            targets.append(OUTSIDE)
    ins: list[list[int]] = [[] for _ in joins]
    outs: list[list[int]] = [[] for _ in joins]
    for arrow, (source, target) in enumerate(zip(sources, targets, strict=True)):
        if source != OUTSIDE:
            outs[source].append(arrow)
        if target != OUTSIDE:
            ins[target].append(arrow)
    return Net(joins, splits, stops, sources, targets, ins, outs)
