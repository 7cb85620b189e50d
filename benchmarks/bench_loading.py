"""Times the stages of loading on a generated map: CPU per file, and the memory that a loaded map keeps per file.

    python benchmarks/bench_loading.py 1000

Nothing here is asserted: a figure depends on the machine, so the load is printed beside it.
"""

import gc
import os
import platform
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "toolkit")]

from generate_map import generate_map  # noqa: E402  # found through the line above
from yaml.cyaml import CParser  # noqa: E402

from processmap.loading import SourceFile, from_text, load, read_sources  # noqa: E402
from processmap.loading.elements import contents  # noqa: E402
from processmap.loading.parsed import parse  # noqa: E402

ROUNDS = 5


def fastest(work: Callable[[], object]) -> float:
    """CPU seconds of the fastest of some rounds: what the work costs when nothing disturbs it."""
    return min(timed(work) for _ in range(ROUNDS))


def timed(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    began = time.process_time()
    work()
    spent = time.process_time() - began
    gc.enable()
    return spent


def consume(texts: Iterable[str]) -> None:
    for text in texts:
        get_event: Any = CParser(text).get_event
        while get_event() is not None:
            pass


def kept_bytes(work: Callable[[], object]) -> int:
    """Memory that the result of the work holds, without what the work needs while it runs."""
    gc.collect()
    tracemalloc.start()
    result = work()
    gc.collect()
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert result is not None
    return kept


def generated(size: int) -> list[SourceFile]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "map"
        root.mkdir()
        generate_map(root, size)
        return list(read_sources(root))


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    sources = generated(size)
    micros = {source.path: source.text for source in sources if "/MIC-" in source.path and source.text}
    parsed = [parse(path, text) for path, text in micros.items()]
    for file in parsed[:1]:
        contents(file)  # builds the models, which happens once in a process
    lines = sum(text.count("\n") for text in micros.values()) / len(micros)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}")
    print(f"{len(sources)} files, of these {len(micros)} micros of {lines:.0f} lines")
    stages: dict[str, Callable[[], object]] = {
        "libyaml's events alone": lambda: consume(micros.values()),
        "parse: values, positions, strict checks": lambda: [parse(path, text) for path, text in micros.items()],
        "contents: models and schema findings": lambda: [contents(file) for file in parsed],
        "SHA-256 and UTF-8": lambda: [from_text(path, text) for path, text in micros.items()],
    }
    for name, work in stages.items():
        print(f"{name:<42} {fastest(work) / len(micros) * 1e6:>8.0f} us per micro")
    whole = fastest(lambda: load(sources))
    print(f"{'load: the whole map':<42} {whole / len(sources) * 1e6:>8.0f} us per file, {whole:.2f} s")
    kept = kept_bytes(lambda: load(sources)) / size / 1024
    print(f"{'memory kept by the loaded map':<42} {kept:>8.1f} kB per process file")
    print(f"load {os.getloadavg()[0]:.2f} after the runs")


if __name__ == "__main__":
    main()
