"""What browser tests share: one Chromium per process, and one build of the flagship's site per run."""

import fcntl
import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.site.built_map import copy_sample, run_python

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-24"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

Open = Callable[..., "Page"]


class Silent(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_arguments: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serves a built site; yields its origin."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def built_once(factory: pytest.TempPathFactory, worker: str, name: str, build: Callable[[Path], None]) -> Path:
    """Has a map built once for all processes of a run, into a folder that they share."""
    base = factory.getbasetemp() if worker == "master" else factory.getbasetemp().parent
    root = base / name
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "site").is_dir():
            build(root)
    return root


@pytest.fixture(scope="session")
def flagship_root(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A copy of this repository's map, with its site built by `processmap build`."""
    return built_once(tmp_path_factory, worker_id, "flagship", build_flagship)


@pytest.fixture(scope="session")
def sample_root(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A copy of the sample map, with its site built by plain `mkdocs build --strict` through the plugin."""
    return built_once(tmp_path_factory, worker_id, "sample", build_sample)


def build_flagship(root: Path) -> None:
    """Copies what the site is made from and builds it with the real command."""
    for folder in ("processes", "itos", "docs"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("map"), dirs_exist_ok=True)
    (root / "docs" / "index.md").unlink(missing_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    done = run_python(root, "-m", "processmap", "build", "--today", TODAY)
    assert done.returncode == 0, done.stderr


def build_sample(root: Path) -> None:
    """Builds the sample map."""
    done = run_python(copy_sample(root), "-m", "mkdocs", "build", "--strict", "--quiet")
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def flagship_origin(flagship_root: Path) -> Iterator[str]:
    """The origin at which the flagship's site is served."""
    with served(flagship_root / "site") as origin:
        yield origin


@pytest.fixture(scope="session")
def sample_origin(sample_root: Path) -> Iterator[str]:
    """The origin at which the sample map's site is served."""
    with served(sample_root / "site") as origin:
        yield origin


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """Chromium itself; without it the test is skipped, and says so."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def open_page(chromium: "Browser") -> "Iterator[Open]":
    """Opens pages, as `open_page(width=390, scheme="dark")`; an error on a page or its console fails the test."""
    trouble: list[str] = []
    contexts = []

    def open_one(*, width: int = 1440, scheme: str = "light") -> "Page":
        context = chromium.new_context(
            viewport={"width": width, "height": 900 if width > 500 else 844},
            color_scheme="dark" if scheme == "dark" else "light",
            has_touch=width <= 500,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(f"page error: {error}"))
        page.on("console", lambda line: trouble.append(f"console: {line.text}") if line.type == "error" else None)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert trouble == []
