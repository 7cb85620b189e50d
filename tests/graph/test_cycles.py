"""Invariants of cycles on random graphs, with networkx as the judge."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from processmap.graph.cycles import back_arrows, components


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, list[tuple[int, int]]]:
    count = draw(st.integers(1, 12))
    node = st.integers(0, count - 1)
    return count, draw(st.lists(st.tuples(node, node), max_size=30))


def _digraph(count: int, edges: list[tuple[int, int]]) -> "nx.DiGraph[int]":
    graph: nx.DiGraph[int] = nx.DiGraph(edges)
    graph.add_nodes_from(range(count))
    return graph


@given(graphs())
def test_components_agree_with_networkx(graph: tuple[int, list[tuple[int, int]]]) -> None:
    found = {frozenset(group) for group in components(*graph)}

    assert found == {frozenset(group) for group in nx.strongly_connected_components(_digraph(*graph))}


@given(graphs())
def test_without_its_back_arrows_a_graph_has_no_cycle(graph: tuple[int, list[tuple[int, int]]]) -> None:
    count, edges = graph
    back = set(back_arrows(count, edges))

    assert nx.is_directed_acyclic_graph(_digraph(count, [e for n, e in enumerate(edges) if n not in back]))


@given(graphs())
def test_no_back_arrow_is_superfluous(graph: tuple[int, list[tuple[int, int]]]) -> None:
    count, edges = graph
    back = set(back_arrows(count, edges))

    for number in back:
        kept = [edge for other, edge in enumerate(edges) if other not in back or other == number]
        assert not nx.is_directed_acyclic_graph(_digraph(count, kept))


@given(graphs())
def test_only_arrows_against_the_authored_order_go_back(graph: tuple[int, list[tuple[int, int]]]) -> None:
    count, edges = graph

    assert all(edges[number][1] <= edges[number][0] for number in back_arrows(count, edges))


def test_a_long_chain_does_not_exhaust_the_stack() -> None:
    edges = [(node, node + 1) for node in range(4999)]

    assert len(components(5000, edges)) == 5000


def test_of_a_ring_the_arrow_that_goes_back_furthest_is_taken() -> None:
    assert back_arrows(3, [(0, 1), (1, 2), (2, 0)]) == [2]
