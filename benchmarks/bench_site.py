"""How long the site takes: the flagship, a map of a thousand pages, and a saved change under `serve`.

    python benchmarks/bench_site.py [--pages N] [--changes N]

Prints CPU and wall seconds of the whole command with all that it starts, the load of the machine, and the targets: the
flagship in 10 s of wall, 1,000 pages in 20 s of CPU (with the cache of diagrams warm; cold is told beside), a saved
change on the page in 1.5 s of wall. Wall times mean something on a quiet machine only.
"""

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from generate_map import generate_map

ROOT = Path(__file__).parents[1]
FLAGSHIP = ("processes", "itos", "docs", "mkdocs.yml")
PATIENCE_SECONDS = 120
PAGES_BESIDE_MICROS = 120
"""Pages of a generated map of about a thousand that are no micros: macros, roles, catalogues."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=1000, help="pages of the generated map")
    parser.add_argument("--changes", type=int, default=5, help="changes saved under serve")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-site-") as folder:
        flagship = copy_flagship(Path(folder) / "flagship")
        tell_build("flagship, cold", flagship, "10 s wall")
        tell_build("flagship, warm", flagship, "10 s wall")
        tell_changes(flagship, arguments.changes)
        large = make_large(Path(folder) / "large", arguments.pages)
        tell_build(f"about {arguments.pages} pages, cold", large, "-")
        tell_build(f"about {arguments.pages} pages, warm", large, "20 s CPU")


def copy_flagship(root: Path) -> Path:
    root.mkdir()
    for name in FLAGSHIP:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("map"))
        else:
            shutil.copy(source, root)
    (root / "docs" / "index.md").unlink(missing_ok=True)
    return root


def make_large(root: Path, pages: int) -> Path:
    """A generated map with the settings of the scaffold."""
    subprocess.run(
        [sys.executable, "-m", "processmap", "new", str(root), "--language", "en"], check=True, capture_output=True
    )
    for name in ("processes", "itos"):
        shutil.rmtree(root / name)
    (root / "processes").mkdir()
    generate_map(root, max(1, pages - PAGES_BESIDE_MICROS))
    language = re.search(
        r"^language: (\S+)", (root / "processes" / "map.yaml").read_text(encoding="utf-8"), re.MULTILINE
    )
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"language: \S+", f"language: {language[1] if language else 'en'}", text), "utf-8")
    return root


def tell_build(what: str, root: Path, target: str) -> None:
    before, began = os.times(), time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "processmap", "build"], cwd=root, capture_output=True, text=True, check=False
    )
    wall, after = time.monotonic() - began, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    pages = len([*(root / "site").rglob("*.html")])
    told = "" if done.returncode == 0 else f"  FAILED: {done.stderr.strip().splitlines()[-1]}"
    show(f"build {what}, {pages} pages: {cpu:.1f} s CPU, {wall:.1f} s wall, target {target}{told}")


def tell_changes(root: Path, changes: int) -> None:
    micro = next((root / "processes").rglob("MIC-*.yaml"))
    text = micro.read_text(encoding="utf-8")
    page = f"map/micro/{re.search(r'^id: (.+)$', text, re.MULTILINE)[1]}.html"  # type: ignore[index]  # it has an id
    with served(root) as get:
        names = [(f"Change {n}", re.sub(r"(?m)^name: .*$", f"name: Change {n}", text)) for n in range(changes)]
        saved = [seconds_until_shown(get, micro, changed, page, name) for name, changed in names]
        broken = re.sub(r"(?m)^owner: .*$", "owner: ROL-NOBODY", text)
        red = seconds_until_shown(get, micro, broken, page, "pm-broken")
        listed = until(lambda: "ROL-NOBODY" in get("map/findings.html"))
        began = time.monotonic()
        micro.write_text(text, encoding="utf-8")
        until(lambda: "pm-broken" not in get(page))
        whole = time.monotonic() - began
    show(
        f"serve, a new name: median {statistics.median(saved):.2f} s, worst {max(saved):.2f} s; a broken reference "
        f"red: {red:.2f} s, listed {listed:.2f} s later, whole again: {whole:.2f} s; target 1.5 s wall"
    )


def seconds_until_shown(get: Callable[[str], str], file: Path, text: str, page: str, words: str) -> float:
    file.write_text(text, encoding="utf-8")
    seconds = until(lambda: words in get(page))
    until(lambda: '"tone": "busy"' not in get(f"_processmap/state?page={page}"))
    return seconds


def until(is_so: Callable[[], bool]) -> float:
    began = time.monotonic()
    while not is_so():
        if time.monotonic() - began > PATIENCE_SECONDS:
            raise SystemExit("serve did not show what was saved.")
        time.sleep(0.01)
    return time.monotonic() - began


@contextmanager
def served(root: Path) -> Iterator[Callable[[str], str]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    def get(path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=PATIENCE_SECONDS) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    process = subprocess.Popen(
        [sys.executable, "-m", "processmap", "serve", "--port", str(port)],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until(lambda: "pm-hero" in get("index.html"))
        yield get
    finally:
        process.terminate()
        process.wait()


def show(line: str) -> None:
    load = os.getloadavg()[0]
    print(f"{line}; load {load:.1f}", flush=True)


if __name__ == "__main__":
    main()
