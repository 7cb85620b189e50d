"""Feeds broken files to the loader and to whole checks for some time; run by `make fuzz`.

    python tests/fuzz/fuzz_loading.py [SECONDS] [SEED]

Files like those of the flagship are mutated and cut together. Two of three are loaded; the third replaces a file of
a small map that is then checked with every rule. Whatever they hold, both must end without an
exception and within two seconds, and every problem must have a text and lie inside its file. Each batch runs in a
process of its own, so that a crash of the interpreter is a failure too. A failing input is written beside the report.
"""

# ruff: noqa: T201
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "toolkit"))

from processmap.app.checking import check_map  # noqa: E402  # found through the line above
from processmap.diagnostics import Place  # noqa: E402
from processmap.export.findings_full import FullFormat  # noqa: E402
from processmap.export.source_lines import SourceLines  # noqa: E402
from processmap.graph import MapGraph  # noqa: E402
from processmap.i18n import Language, load_texts  # noqa: E402
from processmap.loading import SourceFile, decode, load, read_sources  # noqa: E402

BASE_MAP = ROOT / "tests" / "rules" / "base_map"

LONGEST_SECONDS = 2.0
BATCH_SECONDS = 20.0
HUNG_SECONDS = 60.0
PATHS = ("processes/vendas/MIC-VEN-010.yaml", "processes/map.yaml", "itos/ITO-VEN-001.yaml", "processes/catalog/x.yaml")
PIECES = (
    ": ", " #", "#x", "- ", "? ", "\t", "\n", "\r", "\r\n", "\n\n  ", "{", "}", "[", "]", ",", '"', "'", "|", ">",
    "|2-\n", "&a ", "*a", "<<: *a", "!x ", "!!python/object/apply:os.system ", "%YAML 1.2\n", "---\n", "...\n", "@",
    "`", "~", "null", "\u00a0", "\u2028", "\u2029", "\x85", "\ufeff", "\x00", "\x07", "\x1b", "\x7f", "\ufffe",
    "\U0001f600", "é", "\\", '\\"', "\\x", "\\u12", "id: ", "kind: micro\n", "steps:\n", "  - {id: T10, task: x}\n",
    "paths:\n", "0x1F", "1_000", "1.000", "1e3", "12:30", "2024-02-30", "NO", "-1", "20%", "over 5%..",
    "99999999999999999999", "١٢", "[" * 50, "{a: " * 50, "- " * 60,
    "# processmap: ignore[PM902] reason: x until: 2027-02-30\n", "[" * 3000, "x" * 5000, "a: &a [*a, *a]\n",
    ": " * 500,
)  # fmt: skip


def corpus() -> list[str]:
    files = sorted((ROOT / "tests" / "rules" / "base_map").rglob("*.yaml"))
    files += sorted((ROOT / "processes").rglob("*.yaml"))[:40] + sorted((ROOT / "itos").rglob("*.yaml"))[:5]
    return [file.read_text(encoding="utf-8") for file in files]


def mutated(seeds: list[str], chance: random.Random) -> bytes:
    text = chance.choice(seeds)
    for _ in range(chance.choice((1, 1, 2, 3, 6, 12))):
        text = chance.choice(MUTATIONS)(text, seeds, chance)
    content = text.encode("utf-8", errors="surrogatepass")[:300_000]
    return _bytes(content, chance) if chance.random() < 0.1 else content


def _insert(text: str, _seeds: list[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(PIECES) + text[at:]


def _replace(text: str, _seeds: list[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(PIECES) + text[at + chance.randint(0, 8) :]


def _delete(text: str, _seeds: list[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.choice((1, 1, 2, 5, 40)) :]


def _repeat(text: str, _seeds: list[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    part = text[at : at + chance.randint(1, 200)]
    return text[:at] + part * chance.choice((2, 3, 20)) + text[at:]


def _move_line(text: str, _seeds: list[str], chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    lines.insert(chance.randint(0, len(lines)), lines.pop(chance.randrange(len(lines))))
    return "".join(lines)


def _indent_line(text: str, _seeds: list[str], chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((" ", "  ", "\t", "\u00a0")) + lines[at] if chance.random() < 0.5 else lines[at].lstrip()
    return "".join(lines)


def _empty_value(text: str, _seeds: list[str], chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    lines[at] = lines[at].partition(":")[0] + chance.choice(
        (":\n", ": \n", ": [x]\n", ": {x: y}\n", ": x\n", ": {}\n", ": []\n")
    )
    return "".join(lines)


def _splice(text: str, seeds: list[str], chance: random.Random) -> str:
    other = chance.choice(seeds)
    return text[: chance.randint(0, len(text))] + other[chance.randint(0, len(other)) :]


def _line_ends(text: str, _seeds: list[str], chance: random.Random) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n")))


MUTATIONS = (
    _insert,
    _insert,
    _replace,
    _replace,
    _delete,
    _repeat,
    _move_line,
    _indent_line,
    _empty_value,
    _splice,
    _line_ends,
)


def _bytes(content: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return content.decode("utf-8", errors="replace").encode(
            chance.choice(("utf-16", "utf-16-le", "cp1252")), errors="replace"
        )
    changed = bytearray(content or b"x")
    for _ in range(chance.randint(1, 5)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def run_once(path: str, content: bytes) -> None:
    """Loads one file and looks at everything that it reports."""
    loaded = load([decode(path, content)])
    texts = [load_texts("findings", language) for language in Language]
    length = len(content) + 1
    for problem in loaded.problems:
        assert isinstance(problem.at, Place)
        start, end = problem.at.span.start, problem.at.span.end
        assert 1 <= start.line <= end.line <= length, problem
        assert start.column >= 1, problem
        assert start <= end, problem
        for message in (problem.message, problem.hint, *(remark.message for remark in problem.related)):
            assert message is None or all(text.render(message) for text in texts), problem
        assert problem.edit is None or problem.edit.start <= problem.edit.end, problem
    for element in loaded.definitions:
        loaded.place_of(element)


def check_once(base: list[SourceFile], path: str, content: bytes) -> None:
    """Checks the small map with one of its files replaced, and writes everything that is found in full."""
    sources = [source for source in base if source.path != path] + [decode(path, content)]
    loaded = load(sources)
    result = check_map(loaded, MapGraph(loaded), today=date(2026, 11, 23))
    lines = SourceLines({source.path: source.text for source in sources if source.text is not None})
    for language in Language:
        for _ in FullFormat(load_texts("findings", language), lines).lines(result.findings):
            pass


def batch(seed: int, seconds: float, scratch: Path) -> None:
    """Runs inputs for some time; the input at work is kept on disk, where it survives a crash."""
    seeds, chance, base = corpus(), random.Random(seed), list(read_sources(BASE_MAP))
    executions, slowest, until = 0, 0.0, time.monotonic() + seconds
    while time.monotonic() < until:
        path, content = chance.choice(PATHS), mutated(seeds, chance)
        scratch.write_bytes(content)
        began = time.process_time()
        try:
            if executions % 3:
                run_once(path, content)
            else:
                check_once(base, path, content)
        except Exception:  # noqa: BLE001  # whatever it is, it is what we look for
            traceback.print_exc()
            print(f"path {path}, seed {seed}, execution {executions}", file=sys.stderr)
            sys.exit(1)
        spent = time.process_time() - began
        slowest = max(slowest, spent)
        executions += 1
        if spent > LONGEST_SECONDS:
            print(f"path {path} took {spent:.1f} s, seed {seed}, execution {executions}", file=sys.stderr)
            sys.exit(1)
    print(f"{executions} {slowest:.3f}")


def batches(seed: int, seconds: float, scratch: Path) -> Iterator[tuple[int, float]]:
    """Runs batches in child processes one after the other; yields executions and the slowest input of each.

    Raises:
        SystemExit: when one fails, with the report of its child on stderr.
    """
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        length = min(left, BATCH_SECONDS)
        command = [sys.executable, __file__, "--batch", str(seed), str(length), str(scratch)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=length + HUNG_SECONDS)
        except subprocess.TimeoutExpired:
            _fail(scratch, f"seed {seed} hung")
        if done.returncode:
            _fail(scratch, f"seed {seed} ended with {done.returncode}\n{done.stderr}")
        executions, slowest = done.stdout.split()
        yield int(executions), float(slowest)
        seed += 1


def _fail(scratch: Path, report: str) -> None:
    kept = Path(tempfile.gettempdir()) / "processmap-fuzz-failure.yaml"
    kept.write_bytes(scratch.read_bytes())
    sys.exit(f"{report}\nThe input is kept in {kept}")


def main() -> None:
    if sys.argv[1:2] == ["--batch"]:
        batch(int(sys.argv[2]), float(sys.argv[3]), Path(sys.argv[4]))
        return
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else int.from_bytes(os.urandom(4)) * 1000
    print(f"seed {seed}, {seconds:.0f} s", flush=True)
    executions, slowest = 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for count, longest in batches(seed, seconds, Path(folder) / "input.yaml"):
            executions, slowest = executions + count, max(slowest, longest)
    print(f"{executions} executions without a failure; the slowest took {slowest:.2f} s")


if __name__ == "__main__":
    main()
