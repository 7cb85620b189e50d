"""`processmap serve`: a saved change shows in the page, a broken map keeps its last pages and says what is wrong."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 30


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(is_so: Callable[[], bool]) -> bool:
    """Waits for something that another process does; how long it takes depends on the machine."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def served(processmap, tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """A new map being served: its folder, its address, and the file that takes what the command says."""
    assert processmap("new", "map", "--language", "en", cwd=tmp_path).returncode == 0
    root, said, port = tmp_path / "map", tmp_path / "said.txt", free_port()
    with said.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "processmap", "serve", "--port", str(port)],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(ROOT / "toolkit")},
            stdout=stream,
            stderr=stream,
        )
        try:
            yield root, f"http://127.0.0.1:{port}/map/micro/MIC-ORD-010.html", said
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=PATIENCE_SECONDS)


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def test_a_saved_change_shows_and_a_broken_map_keeps_its_pages(served):
    root, address, said = served
    micro = next((root / "processes" / "orders").glob("MIC-ORD-010*.yaml"))
    assert until(lambda: "Fulfil an order" in page(address)), said.read_text()

    text = micro.read_text(encoding="utf-8")
    micro.write_text(text.replace("name: Fulfil an order", "name: Fulfil an order at once"), encoding="utf-8")
    assert until(lambda: "Fulfil an order at once" in page(address)), said.read_text()

    micro.write_text(text.replace("owner: ROL-", "owner: ROL-NOBODY-"), encoding="utf-8")
    assert until(lambda: "PM106" in said.read_text()), said.read_text()
    assert until(lambda: "Fulfil an order" in page(address)), said.read_text()
    assert "Traceback" not in said.read_text()
