"""Times `processmap check` as a user runs it: whole process, CPU seconds, on generated maps of growing size.

Prints the budgets of the design beside what was measured, the memory per process file and the machine's load.
Nothing here is asserted: a figure depends on the machine.
"""

import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from generate_map import generate_map

BUDGET_SECONDS = {100: "0.9 (0.5 without networkx)", 1_000: "1.5", 10_000: "12"}
WARM_BUDGET_SECONDS = {10_000: "3"}
MEMORY_BUDGET_KB = 60

# Runs the command in this process's child and reports the child's own CPU time and peak memory.
_CHILD = """
import resource, runpy, sys
sys.argv = ["processmap", *sys.argv[1:]]
try:
    runpy.run_module("processmap", run_name="__main__")
except SystemExit as end:
    code = end.code
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, code or 0, file=sys.stderr)
"""


@dataclass(frozen=True)
class Run:
    cpu_seconds: float
    wall_seconds: float
    peak_kb: int
    exit_code: int


def check(folder: Path, *options: str) -> Run:
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, "check", str(folder), "--today", "2026-11-23", "--format", "concise", *options],
        capture_output=True,
        text=True,
        check=True,
    )
    cpu, peak, code = done.stderr.strip().splitlines()[-1].split()
    return Run(float(cpu), time.perf_counter() - began, int(peak), int(code))


def main() -> None:
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.2f} before the runs")
    print(f"{'files':>7} {'run':<14} {'CPU s':>7} {'wall s':>7} {'peak MB':>8} {'exit':>4}  budget (CPU s)")
    peaks: dict[int, int] = {}
    sizes = [int(size) for size in sys.argv[1:]] or [100, 1_000, 10_000]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            generate_map(root, size)
            for name, options, budget in (
                ("no cache", ("--no-cache",), BUDGET_SECONDS.get(size, "")),
                ("fills cache", (), BUDGET_SECONDS.get(size, "")),
                ("warm", (), WARM_BUDGET_SECONDS.get(size, "")),
            ):
                run = check(root, *options)
                peaks.setdefault(size, run.peak_kb)
                print(
                    f"{size:>7} {name:<14} {run.cpu_seconds:>7.2f} {run.wall_seconds:>7.2f} "
                    f"{run.peak_kb / 1024:>8.0f} {run.exit_code:>4}  {budget}"
                )
    smallest, largest = min(sizes), max(sizes)
    if largest > smallest:
        per_file = (peaks[largest] - peaks[smallest]) / (largest - smallest)
        print(f"memory per process file (slope of the peak, {smallest} to {largest} files): {per_file:.0f} kB")
        print(f"budget: {MEMORY_BUDGET_KB} kB")
    print(f"load {os.getloadavg()[0]:.2f} after the runs")


if __name__ == "__main__":
    main()
