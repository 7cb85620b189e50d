"""Times the proof of soundness: labelled graphs against their budgets, the flagship, and a generated map of any size.

    python benchmarks/bench_soundness.py 1000

CPU time of the fastest of some rounds. Nothing here is asserted: a figure depends on the machine.
"""

import gc
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

_ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(Path(__file__).parent), str(_ROOT / "toolkit")]

from generate_map import generate_map  # noqa: E402  # found through the line above

from processmap.graph import Flow, MapGraph  # noqa: E402
from processmap.graph.workflow import Join, Net, Split, is_sequential, net, net_of, prove  # noqa: E402
from processmap.loading import load, read_sources  # noqa: E402
from processmap.rules.provable import provable_flows  # noqa: E402
from processmap.rules.rule import RuleContext  # noqa: E402

FIXTURES = _ROOT / "tests" / "fixtures" / "soundness"
LARGEST = ("scale-400", "scale-500")
ROUNDS = 7


def fastest(work: Callable[[], object]) -> float:
    """CPU milliseconds of the fastest of some rounds."""
    return min(timed(work) for _ in range(ROUNDS)) * 1000


def timed(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    began = time.process_time()
    work()
    spent = time.process_time() - began
    gc.enable()
    return spent


def fixture(path: Path) -> Net:
    data = json.loads(path.read_text(encoding="utf-8"))
    number = {name: index for index, name in enumerate(data["nodes"])}
    kinds = [node["kind"] for node in data["nodes"].values()]
    return net(
        [Join.ALL if kind in ("and", "or") else Join.ANY for kind in kinds],
        [{"xor": Split.ONE, "or": Split.SOME}.get(kind, Split.ALL) for kind in kinds],
        [(number[source], number[target]) for source, target, _ in data["edges"]],
        starts=[index for index, kind in enumerate(kinds) if kind == "start"],
    )


def flows_of(root: Path) -> list[Flow]:
    loaded = load(read_sources(root))
    context = RuleContext(map=loaded, graph=MapGraph(loaded), today=date(2026, 11, 23))
    return list(provable_flows(context))


def prove_all(flows: list[Flow]) -> None:
    for flow in flows:
        if not is_sequential(flow):
            prove(net_of(flow).net)


def report_fixtures(times: Mapping[str, float]) -> None:
    usual = sorted(spent for name, spent in times.items() if name not in LARGEST)
    p95 = statistics.quantiles(usual, n=20)[-1]
    rows = [
        ("scale-p17x01", times["scale-p17x01"], 50.0),
        (f"median of the other {len(usual)}", statistics.median(usual), 2.0),
        ("95th percentile", p95, 50.0),
        *((name, times[name], 1000.0) for name in LARGEST),
    ]
    for name, spent, budget in rows:
        print(f"{name:<28} {spent:>9.3f} ms   budget {budget:g} ms")


def report_map(name: str, flows: list[Flow]) -> None:
    branching = [flow for flow in flows if not is_sequential(flow)]
    steps = sum(len(flow.steps) for flow in branching) / max(len(branching), 1)
    each = fastest(lambda: prove_all(flows)) / len(flows)
    per_branching = fastest(lambda: prove_all(branching)) / max(len(branching), 1)
    print(f"{name}: {len(flows)} flows, {len(branching)} with branches of {steps:.0f} steps on average")
    print(f"{'each flow':<28} {each:>9.3f} ms")
    print(f"{'each flow with branches':<28} {per_branching:>9.3f} ms   budget 0.15 ms for 15 steps")


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    print(f"Soundness. Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}")
    nets = {path.stem: fixture(path) for path in sorted(FIXTURES.glob("*.json"))}
    report_fixtures({name: fastest(lambda graph=graph: prove(graph)) for name, graph in nets.items()})
    report_map("flagship", flows_of(_ROOT))
    with tempfile.TemporaryDirectory() as folder:
        generate_map(Path(folder), size)
        report_map(f"generated map of {size} files", flows_of(Path(folder)))


if __name__ == "__main__":
    main()
