"""What was folded into one arrow while a workflow graph was reduced, and how to unfold it again.

A token on a folded arrow stands at its beginning; everything inside happens when the token is taken from its end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


class Series(NamedTuple):
    """A node between two arrows."""

    before: "Folded"
    node: int
    after: "Folded"


class Together(NamedTuple):
    """Arrows that all get a token at once and all lose it at once."""

    parts: tuple["Folded", ...]


class OneOf(NamedTuple):
    """Arrows of which one is taken; which one makes no difference. When unfolded, it is the first."""

    parts: tuple["Folded", ...]


Folded: TypeAlias = int | Series | Together | OneOf
"""An arrow of the reduced graph: an arrow of the original one, or a piece of it."""


class Fused(NamedTuple):
    """A node of the reduced graph that stands for several: the first takes the tokens, the last puts them down."""

    head: int
    way: Folded | None
    """From the first to the last; None where they are the same node."""
    tail: int


@dataclass(frozen=True, slots=True)
class Firing:
    """A node of the original graph happens once."""

    node: int
    consumed: tuple[int, ...]
    """Arrows that lose their token."""
    produced: tuple[int, ...]
    """Arrows that get one."""


def first_arrows(folded: Folded) -> tuple[int, ...]:
    """Returns the original arrows that hold a token once one was put on a folded arrow."""
    return _outermost(folded, at_start=True)


def last_arrows(folded: Folded) -> tuple[int, ...]:
    """Returns the original arrows from which a token is taken at the end of a folded arrow."""
    return _outermost(folded, at_start=False)


def _outermost(folded: Folded, *, at_start: bool) -> tuple[int, ...]:
    found: list[int] = []
    pending = [folded]
    while pending:
        match pending.pop():
            case int(arrow):
                found.append(arrow)
            case Series(before, _, after):
                pending.append(before if at_start else after)
            case Together(parts):
                pending += reversed(parts)
            case OneOf(parts):
                pending.append(parts[0])
    return tuple(found)


def passage(folded: Folded) -> Iterator[Firing]:
    """Yields what happens while a token passes from the beginning of a folded arrow to its end."""
    pending: list[Folded | Firing] = [folded]
    while pending:
        match pending.pop():
            case Firing() as firing:
                yield firing
            case Series(before, node, after):
                pending += (after, Firing(node, last_arrows(before), first_arrows(after)), before)
            case Together(parts):
                pending += reversed(parts)
            case OneOf(parts):
                pending.append(parts[0])
            case int():
                pass


def nodes_inside(folded: Folded) -> Iterator[int]:
    """Yields the original nodes on a folded arrow, those of every alternative too; some may come twice."""
    pending = [folded]
    while pending:
        match pending.pop():
            case Series(before, node, after):
                yield node
                pending += (before, after)
            case Together(parts) | OneOf(parts):
                pending += parts
            case int():
                pass


def nodes_of(fused: Fused) -> Iterator[int]:
    """Yields the original nodes that one node stands for."""
    yield fused.head
    if fused.way is not None:
        yield from nodes_inside(fused.way)
        yield fused.tail


def one_behind_the_other(first: Fused, between: Folded, second: Fused) -> Fused:
    """Returns the node that stands for two nodes and the arrow between them."""
    way = between if first.way is None else Series(first.way, first.tail, between)
    if second.way is not None:
        way = Series(way, second.head, second.way)
    return Fused(first.head, way, second.tail)


def through(before: Folded, node: Fused, after: Folded) -> Folded:
    """Returns the arrow that stands for two arrows and the node between them."""
    if node.way is None:
        return Series(before, node.head, after)
    return Series(Series(before, node.head, node.way), node.tail, after)


def happening(node: Fused, consumed: tuple[Folded, ...], produced: tuple[Folded, ...]) -> Iterator[Firing]:
    """Yields what happens when tokens are taken from folded arrows and put on others."""
    for arrow in consumed:
        yield from passage(arrow)
    taken = tuple(arrow for folded in consumed for arrow in last_arrows(folded))
    given = tuple(arrow for folded in produced for arrow in first_arrows(folded))
    if node.way is None:
        yield Firing(node.head, taken, given)
        return
    yield Firing(node.head, taken, first_arrows(node.way))
    yield from passage(node.way)
    yield Firing(node.tail, last_arrows(node.way), given)
