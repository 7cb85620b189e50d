"""`processmap serve`: what is saved shows in the page, and the page says how the map stands.

How long anything takes depends on the machine: nothing here has a deadline but the patience of the test, which is long.
`benchmarks/bench_site.py` measures.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Served:
    """A map that is being served."""

    root: Path
    address: str
    said: Path
    process: "subprocess.Popen[bytes]"

    def page(self, path: str) -> str:
        """A page as it is now; empty as long as there is none."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE_SECONDS) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def bar(self) -> dict[str, str]:
        """What the bar at the foot of every page says."""
        return dict(json.loads(self.page("_processmap/state"))["bar"])

    def until(self, is_so: Callable[[], bool]) -> None:
        """Waits for something that the other process does."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert self.process.poll() is None, self.said.read_text()
            assert time.monotonic() < end, self.said.read_text()
            time.sleep(0.05)


@contextmanager
def heeding_ctrl_c() -> Iterator[None]:
    """A shell starts what runs in the background deaf to Ctrl+C, and children inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A new map, once its first pages are there."""
    folder, port = tmp_path_factory.mktemp("served"), free_port()
    new = [sys.executable, "-m", "processmap", "new", "map", "--language", "en"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "toolkit")}
    subprocess.run(new, cwd=folder, env=environment, check=True, capture_output=True)
    said = folder / "said.txt"
    with said.open("w") as stream:
        command = [sys.executable, "-m", "processmap", "serve", "--port", str(port)]
        with heeding_ctrl_c():
            process = subprocess.Popen(command, cwd=folder / "map", env=environment, stdout=stream, stderr=stream)
    served = Served(folder / "map", f"http://127.0.0.1:{port}/", said, process)
    try:
        served.until(lambda: "Fulfil an order" in served.page(MICRO))
        yield served
    finally:
        process.kill()
        process.wait()


MICRO = "map/micro/MIC-ORD-010.html"
FINDINGS = "map/findings.html"


def test_a_saved_change_shows(served: Served) -> None:
    micro = next((served.root / "processes" / "orders").glob("MIC-ORD-010*.yaml"))
    text = micro.read_text(encoding="utf-8")

    micro.write_text(text.replace("name: Fulfil an order", "name: Fulfil it at once"), encoding="utf-8")
    served.until(lambda: "Fulfil it at once" in served.page(MICRO))
    served.until(lambda: "Fulfil it at once" in served.page("index.html"))

    micro.write_text(text, encoding="utf-8")
    served.until(lambda: "Fulfil it at once" not in served.page(MICRO))


def test_a_broken_reference_is_red_in_its_place_and_whole_again_when_repaired(served: Served) -> None:
    micro = next((served.root / "processes" / "orders").glob("MIC-ORD-010*.yaml"))
    text = micro.read_text(encoding="utf-8")
    served.until(lambda: served.bar()["tone"] not in ("busy", "bad"))

    micro.write_text(text.replace("owner: ROL-", "owner: ROL-NOBODY-"), encoding="utf-8")
    served.until(lambda: "pm-broken" in served.page(MICRO))
    served.until(lambda: "ROL-NOBODY-" in served.page(FINDINGS))
    served.until(lambda: served.bar()["tone"] == "bad")
    bar = served.bar()

    micro.write_text(text, encoding="utf-8")
    served.until(lambda: "pm-broken" not in served.page(MICRO))
    served.until(lambda: "ROL-NOBODY-" not in served.page(FINDINGS))
    served.until(lambda: served.bar()["tone"] not in ("busy", "bad"))

    assert bar["link"] == FINDINGS
    assert "error" in bar["text"]
    assert "PM106" in served.said.read_text()


def test_a_map_that_cannot_be_read_keeps_its_last_pages_and_says_why(served: Served) -> None:
    settings = served.root / "processes" / "map.yaml"
    text = settings.read_text(encoding="utf-8")

    settings.write_text("language: [", encoding="utf-8")
    served.until(lambda: "map.yaml" in served.bar()["detail"])
    kept = served.page(MICRO)

    settings.write_text(text, encoding="utf-8")
    served.until(lambda: not served.bar()["detail"])

    assert "Fulfil an order" in kept


def test_a_page_that_comes_and_goes_is_in_the_site_and_gone(served: Served) -> None:
    roles = served.root / "itos" / "roles.yaml"
    text = roles.read_text(encoding="utf-8")
    assert served.page("map/role/ROL-NEW.html") == ""

    roles.write_text(
        text + "  - {id: ROL-NEW, name: Newcomer, area: ARE-ORD, level: manager, headcount: 1}\n", encoding="utf-8"
    )
    served.until(lambda: "Newcomer" in served.page("map/role/ROL-NEW.html"))

    roles.write_text(text, encoding="utf-8")
    served.until(lambda: served.page("map/role/ROL-NEW.html") == "")


def test_the_bar_is_in_what_is_served_and_in_no_file(served: Served) -> None:
    assert "/_processmap/live.js" in served.page(MICRO)
    assert "pm-live" in served.page("_processmap/live.js")
    assert not any("_processmap" in path.read_text("utf-8") for path in (served.root / "docs").rglob("*.md"))
    assert not (served.root / "site").exists()


def test_a_port_that_is_taken_is_said(
    served: Served, processmap: Callable[..., "subprocess.CompletedProcess[str]"]
) -> None:
    port = served.address.rpartition(":")[2].rstrip("/")

    done = processmap("serve", "--port", port, cwd=served.root)

    assert done.returncode == 2
    assert f"Port {port} cannot be had: Address already in use. Give another one" in done.stderr


def test_ctrl_c_ends_it_quietly(served: Served) -> None:
    served.process.send_signal(signal.SIGINT)

    assert served.process.wait(timeout=PATIENCE_SECONDS) == 0
    assert "Traceback" not in served.said.read_text()
    assert "KeyboardInterrupt" not in served.said.read_text()
