"""Nodes whose loss takes a graph apart, compared with taking each of them out."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processmap.graph.cut_points import CutPoint, cut_points, pairs_connected

Edges = list[tuple[int, int]]
BOW_TIE = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2)]


@pytest.mark.parametrize(
    ("count", "edges", "expected"),
    [
        (0, [], ()),
        (3, [(0, 1)], ()),
        (3, [(0, 1), (1, 2)], (CutPoint(1, (1, 1)),)),
        (3, [(0, 1), (1, 2), (2, 0)], ()),
        (5, BOW_TIE, (CutPoint(2, (2, 2)),)),
        (4, [(0, 0), (0, 1), (1, 0), (0, 2), (0, 3)], (CutPoint(0, (1, 1, 1)),)),
    ],
)
def test_cut_points(count: int, edges: Edges, expected: tuple[CutPoint, ...]) -> None:
    assert cut_points(count, count, edges) == expected


def test_what_only_connects_is_neither_counted_nor_reported() -> None:
    edges = [(0, 3), (1, 3), (3, 2)]

    assert cut_points(3, 4, edges) == ()
    assert pairs_connected(3, 4, edges) == 3


def test_the_share_is_that_of_the_pairs_that_are_cut() -> None:
    (point,) = cut_points(5, 5, BOW_TIE)

    assert point.share == Fraction(2, 3)


def test_a_long_row_needs_no_recursion() -> None:
    count = 20_000
    edges = [(node, node + 1) for node in range(count - 1)]

    assert len(cut_points(count, count, edges)) == count - 2


@given(st.integers(1, 9).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.tuples(node(n), node(n)), max_size=14))))
def test_they_are_what_taking_nodes_out_one_by_one_finds(graph: tuple[int, Edges]) -> None:
    count, edges = graph

    found = {point.node: point for point in cut_points(count, count, edges)}

    for taken in range(count):
        without = [edge for edge in edges if taken not in edge]
        rest = [other for other in range(count) if other != taken and _meet(edges, taken, other)]
        before = len(rest) * (len(rest) - 1) // 2
        after = sum(_meet(without, one, other) for one in rest for other in rest if one < other)
        assert (taken in found) == (after < before)
        if taken in found:
            assert found[taken].share == Fraction(before - after, before)


def node(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)


def _meet(edges: Edges, one: int, other: int) -> bool:
    seen = {one}
    queue = [one]
    for place in queue:
        for edge in edges:
            if place in edge:
                queue += [end for end in edge if end not in seen]
                seen.update(edge)
    return other in seen
