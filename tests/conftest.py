"""What all tests share: the real command in a process of its own, and small maps to run it on."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
BASE_MAP = ROOT / "tests" / "rules" / "base_map"
TODAY = "2026-11-23"

_ENVIRONMENT = {"NO_COLOR": "1", "GITHUB_ACTIONS": "", "PYTHONPATH": str(ROOT / "toolkit")}

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def run_processmap(*arguments: str, cwd: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Runs the command line as a user does; colours off, output captured."""
    return subprocess.run(
        [sys.executable, "-m", "processmap", *arguments],
        cwd=cwd,
        env={**os.environ, **_ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def processmap() -> Run:
    return run_processmap


@pytest.fixture
def small_map(tmp_path: Path) -> Path:
    """A copy of the small clean map that the rule pages build on."""
    return Path(shutil.copytree(BASE_MAP, tmp_path / "map"))


# `make test` runs a sample of the property tests, `make test-all` their full counts; both from a fixed seed, so that a
# failure comes back. What hypothesis finds by chance is for `make fuzz`.
FULL = bool(os.environ.get("PROCESSMAP_FULL"))
settings.register_profile("sample", max_examples=50, derandomize=True, deadline=None)
settings.register_profile("full", max_examples=2_000, derandomize=True, deadline=None)
settings.load_profile("full" if FULL else "sample")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write expected results anew; then read the diff.")


@pytest.fixture(scope="session")
def updates_golden(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--update-golden", default=False))
