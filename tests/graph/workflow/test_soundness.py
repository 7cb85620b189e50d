"""Soundness against labelled graphs, against an independent simulator, and with and without reduction."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from processmap.graph.workflow import Fate, Fault, Net, Proof, explore, is_sound, prove

FULL = bool(os.environ.get("PROCESSMAP_FULL"))
RANDOM_GRAPHS = 20_000 if FULL else 1_500
FIXTURES = 30

Graphs = Callable[[int], Iterator[tuple[int, Net]]]


def assert_run_shows(graph: Net, entry: int, fault: Fault, simulator: Any) -> None:
    player = simulator(graph, entry)

    twice = player.replay(fault.firings)

    assert twice == fault.twice
    assert player.tokens == fault.marking
    match fault.fate:
        case Fate.DEADLOCK:
            assert player.is_stuck()
        case Fate.DOUBLE:
            assert twice
        case Fate.LIVELOCK:
            assert not player.is_over()
            assert fault.loop
            assert_is_a_loop_without_exit(graph, fault)


def assert_is_a_loop_without_exit(graph: Net, fault: Fault) -> None:
    nodes = [graph.targets[arrow] for arrow in fault.loop]
    assert [graph.sources[arrow] for arrow in (*fault.loop[1:], fault.loop[0])] == nodes


@pytest.mark.parametrize("number", range(FIXTURES))
def test_verdict_is_that_of_the_label_and_every_run_replays(
    number: int, labelled_graphs: tuple[Any, ...], simulator: Any
) -> None:
    labelled = labelled_graphs[number]

    proofs = prove(labelled.net)

    assert is_sound(labelled.net, proofs) == labelled.is_sound, labelled.name
    assert all(proof.is_decided for proof in proofs)
    for proof in proofs:
        if proof.fault is not None:
            assert_run_shows(labelled.net, proof.entry, proof.fault, simulator)


def test_there_are_thirty_labelled_graphs(labelled_graphs: tuple[Any, ...]) -> None:
    assert len(labelled_graphs) == FIXTURES


@pytest.mark.slow
def test_reduction_and_plain_exploration_agree_on_random_graphs(random_graphs: Graphs, simulator: Any) -> None:
    verdicts = {True: 0, False: 0}
    for seed, graph in random_graphs(RANDOM_GRAPHS):
        entry = graph.entries[0]
        (reduced,) = prove(graph)
        plain = explore(graph, entry, limit=200_000)

        assert reduced.is_decided, seed
        assert plain.is_decided, seed
        assert reduced.is_sound == plain.is_sound, seed
        if plain.is_sound:
            assert reduced.happening == plain.happening, seed
        else:
            assert reduced.fault is not None, seed
            assert_run_shows(graph, entry, reduced.fault, simulator)
        verdicts[plain.is_sound] += 1

    assert min(verdicts.values()) > RANDOM_GRAPHS / 10


def folded_run(graph: Net) -> Proof:
    """A proof whose run to a fault was unfolded from the reduced graph, not searched for on the whole."""
    from processmap.graph.workflow import soundness
    from processmap.graph.workflow.board import Board
    from processmap.graph.workflow.reduction import reduce

    board = Board(graph, graph.entries[0])
    reduce(board)
    return soundness._judged(graph, graph.entries[0], board, 200_000)


@pytest.mark.slow
def test_runs_unfolded_from_the_reduced_graph_replay_as_well(random_graphs: Graphs, simulator: Any) -> None:
    for _, graph in random_graphs(RANDOM_GRAPHS // 3):
        proof = folded_run(graph)
        if proof.fault is not None:
            assert_run_shows(graph, proof.entry, proof.fault, simulator)


def test_a_game_that_reaches_the_limit_is_undecided_and_never_sound(labelled_graphs: tuple[Any, ...]) -> None:
    graph = next(labelled.net for labelled in labelled_graphs if labelled.name == "scale-p10x01")

    proof = explore(graph, graph.entries[0], limit=100)

    assert (proof.is_decided, proof.is_sound, proof.fault) == (False, False, None)
    assert proof.states < 200
    assert explore(graph, graph.entries[0], limit=10_000).is_sound
