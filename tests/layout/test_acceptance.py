"""The targets of the layout (design, diagrams.md 10) on the four flows, on the flagship and on random flows."""

import json
import os
import subprocess
import sys
from dataclasses import asdict, is_dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from tests.conftest import FULL, ROOT
from tests.layout.flagship import flagship_diagrams
from tests.layout.flows import ALL, F1, F2, F3, F4, with_one_more_task
from tests.layout.random_flows import random_flow

from processmap.layout.metrics import Metrics, measure
from processmap.layout.placed import PlacedDiagram
from processmap.layout.swimlane import place
from processmap.views.diagram import Diagram

_GOLDEN = Path(__file__).parent / "golden"
_TWINS_OF_EVENTS = (548, 590)  # once drawn on one line
_SEEDS = range(600) if FULL else (*range(0, 600, 15), *_TWINS_OF_EVENTS)


def _defects(metrics: Metrics) -> dict[str, int]:
    return {name: value for name, value in list(asdict(metrics).items())[:7] if value}


# The prototype that the design measured had crossings 0, 0, 3, 7 and bends 4, 13, 55, 38 (compact: 0, 11, 43, 36).
@pytest.mark.parametrize(
    ("flow", "crossings", "bends"), [(F1, 0, 2), (F2, 0, 10), (F3, 0, 38), (F4, 4, 29)], ids=("f1", "f2", "f3", "f4")
)
def test_flow_reads_better_than_in_the_prototype(flow: Diagram, crossings: int, bends: int) -> None:
    metrics = measure(place(flow))

    assert _defects(metrics) == {}
    assert metrics.crossings <= crossings
    assert metrics.bends <= bends
    assert metrics.straight_share >= 0.9


@pytest.mark.parametrize(
    ("flow", "crossings", "bends"), [(F1, 0, 0), (F2, 0, 9), (F3, 0, 35), (F4, 4, 28)], ids=("f1", "f2", "f3", "f4")
)
def test_compact_flow_reads_better_than_in_the_prototype(flow: Diagram, crossings: int, bends: int) -> None:
    metrics = measure(place(flow, compact=True))

    assert _defects(metrics) == {}
    assert metrics.crossings <= crossings
    assert metrics.bends <= bends
    assert metrics.straight_share >= 0.9


@pytest.mark.parametrize("compact", [False, True])
def test_every_micro_of_the_flagship_is_drawn_without_defect(compact: bool) -> None:
    defects = {flow.id: _defects(measure(place(flow, compact=compact))) for flow in flagship_diagrams()}

    assert {name: found for name, found in defects.items() if found} == {}


@pytest.mark.slow
@pytest.mark.parametrize("seed", _SEEDS)
def test_random_flow_is_drawn_without_defect(seed: int) -> None:
    placed = place(random_flow(seed), compact=bool(seed % 2), variants=None if seed % 5 else 1)

    assert _defects(measure(placed)) == {}
    assert placed.facts.warnings == ()


@pytest.mark.parametrize("flow", ALL, ids=lambda flow: flow.id)
def test_lanes_keep_the_order_of_the_author_and_one_width(flow: Diagram) -> None:
    lanes = place(flow).lanes

    assert [lane.id for lane in lanes] == [lane.id for lane in flow.lanes]
    assert len({(lane.box.x, lane.box.width) for lane in lanes}) == 1
    assert all(upper.box.bottom == lower.box.y for upper, lower in pairwise(lanes))


def test_one_more_task_changes_the_order_of_few_nodes() -> None:
    flips = pairs = 0
    for flow in (F2, F3, F4):
        before = place(flow)
        for at in range(1, len(flow.edges), 1 if FULL else 11):
            after = place(with_one_more_task(flow, at=at))
            flipped, compared = _flips(before, after)
            flips, pairs = flips + flipped, pairs + compared

    assert flips / pairs <= 0.025


@pytest.mark.parametrize("flow", ALL, ids=lambda flow: flow.id)
def test_layout_is_the_golden_one(flow: Diagram, updates_golden: bool) -> None:
    """Whole pixels: a change here is a change in every picture. Look at the pictures before keeping it."""
    file = _GOLDEN / f"{flow.id}.json"
    found = _json(place(flow))
    if updates_golden:
        file.write_text(found, encoding="utf-8")

    assert file.read_text("utf-8") == found


def test_layout_does_not_depend_on_the_hash_seed() -> None:
    program = (
        "from tests.layout.test_acceptance import _json\n"
        "from tests.layout.flows import F2\n"
        "from tests.layout.random_flows import random_flow\n"
        "from processmap.layout.swimlane import place\n"
        "for flow in (F2, random_flow(7)): print(_json(place(flow, compact=True)))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'toolkit'}"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }

    assert len(outputs) == 1


def _json(placed: PlacedDiagram) -> str:
    """One line per lane, node, edge and label, so that a diff can be read."""
    parts = {
        "size": [(placed.width, placed.height)],
        "lanes": placed.lanes,
        "nodes": placed.nodes.values(),
        "edges": placed.edges.values(),
        "labels": placed.labels,
    }
    lines = [
        f'"{name}": [\n  ' + ",\n  ".join(json.dumps(_plain(entry), ensure_ascii=False) for entry in entries) + "\n]"
        for name, entries in parts.items()
    ]
    return "{" + ",\n".join(lines) + "}\n"


def _plain(entry: object) -> object:
    return {key: _flat(value) for key, value in asdict(entry).items()} if is_dataclass(entry) else entry


def _flat(value: object) -> object:
    return [*value] if isinstance(value, tuple) else value


def _flips(before: PlacedDiagram, after: PlacedDiagram) -> tuple[int, int]:
    """How many pairs of nodes stand the other way round than before, and how many pairs there are."""
    nodes = [name for name in before.nodes if name in after.nodes]
    flips = pairs = 0
    for number, one in enumerate(nodes):
        for other in nodes[number + 1 :]:
            pairs += 1
            old = [a - b for a, b in zip(before.nodes[one].box.centre, before.nodes[other].box.centre, strict=True)]
            new = [a - b for a, b in zip(after.nodes[one].box.centre, after.nodes[other].box.centre, strict=True)]
            flips += any(a * b < 0 and min(abs(a), abs(b)) > 2 for a, b in zip(old, new, strict=True))
    return flips, pairs
