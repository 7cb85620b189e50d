"""A consultant in a workshop: she breaks a reference of the flagship while `serve` shows it, sees it, and repairs it.

How fast it shows is measured by `benchmarks/bench_site.py`; here only what shows counts.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import ROOT
from tests.cli.test_serve import Served, free_port

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
MICRO = "map/micro/MIC-COM-020.html"
PATIENCE_MS = 60_000


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The flagship's map, being served; the guide and the rules are left out, since nobody reads them here."""
    folder, port = tmp_path_factory.mktemp("workshop"), free_port()
    for name in ("processes", "itos"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "docs").mkdir()
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    without_nav = re.sub(r"^nav:\n(?:[ \t]+.*\n|\n)+", "", settings, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(without_nav, encoding="utf-8")
    said = folder / "said.txt"
    with said.open("w") as stream:
        command = [sys.executable, "-m", "processmap", "serve", "--port", str(port), "--today", "2026-11-24"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "toolkit")}
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=stream, stderr=stream)
    served = Served(folder, f"http://127.0.0.1:{port}/", said, process)
    try:
        served.until(lambda: "Negociar e contratar PME" in served.page(MICRO))
        yield served
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_broken_reference_turns_red_in_the_page_and_on_findings_and_heals(
    workshop: Served, open_page: Open, width: int
) -> None:
    file = next((workshop.root / "processes").rglob("MIC-COM-020*.yaml"))
    text = file.read_text(encoding="utf-8")
    page = open_page(width=width)
    page.goto(workshop.address + MICRO)
    expect(page.locator(".pm-live")).to_have_attribute("data-tone", "good", timeout=PATIENCE_MS)
    expect(page.locator(".pm-broken")).to_have_count(0)

    try:
        file.write_text(text.replace("control: CTL-", "control: CTL-X-", 1), encoding="utf-8")
        expect(page.locator(".pm-broken").first).to_contain_text("CTL-X-", timeout=PATIENCE_MS)
        expect(page.locator(".pm-live")).to_have_attribute("data-tone", "bad", timeout=PATIENCE_MS)
        page.click(".pm-live a")
        page.wait_for_url("**/map/findings.html")
        finding = page.locator(".pm-finding", has_text="CTL-X-").first
        expect(finding).to_be_visible(timeout=PATIENCE_MS)
        expect(page.locator("h2 a[href$='PM106.html']")).to_be_visible()
    finally:
        file.write_text(text, encoding="utf-8")

    page.goto(workshop.address + MICRO)
    expect(page.locator(".pm-broken")).to_have_count(0, timeout=PATIENCE_MS)
    expect(page.locator(".pm-live")).to_have_attribute("data-tone", "good", timeout=PATIENCE_MS)
