"""How long diagrams take: one placement and the whole portfolio, for random flows of 10, 25, 50 and 100 nodes.

    python benchmarks/bench_diagrams.py [--flows N]

Prints CPU milliseconds per diagram, mean and worst, beside the targets: 60, 200 and 1500 ms up to 25, 50 and 100
nodes for one placement, four times that for the portfolio.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.layout.random_flows import random_flow

from processmap.layout.swimlane import place
from processmap.views.diagram import Diagram

_TARGETS = {10: 60, 25: 60, 50: 200, 100: 1500}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--flows", type=int, default=5, help="diagrams per size")
    flows = parser.parse_args().flows
    place(random_flow(0, 10))
    print(f"{'nodes':>6}{'one ms':>9}{'worst':>8}{'target':>8}{'all ms':>9}{'worst':>8}{'target':>8}")
    for size, target in _TARGETS.items():
        diagrams = [random_flow(seed, size) for seed in range(flows)]
        nodes = round(statistics.mean(len(diagram.nodes) for diagram in diagrams))
        one, all_of_them = _times(diagrams, 1), _times(diagrams, None)
        cells = (nodes, *_figures(one, target), *_figures(all_of_them, 4 * target))
        print("{:>6}{:>9.0f}{:>8.0f}{:>8}{:>9.0f}{:>8.0f}{:>8}".format(*cells))


def _times(diagrams: Iterable[Diagram], variants: int | None) -> list[float]:
    times = []
    for diagram in diagrams:
        start = time.process_time()
        place(diagram, variants=variants)
        times.append(1000 * (time.process_time() - start))
    return times


def _figures(times: list[float], target: int) -> tuple[float, float, int]:
    return statistics.mean(times), max(times), target


if __name__ == "__main__":
    main()
