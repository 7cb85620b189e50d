"""A reader clicks from the home page down to a role; nothing may go wrong or leave the origin."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.site.built_map import copy_sample, run_python

pytestmark = pytest.mark.browser
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PAGES = (
    "index.html",
    "map/macro/MAC-COM.html",
    "map/micro/MIC-COM-020.html",
    "map/ito/ITO-COM-001.html",
    "map/role/ROL-EXE-PME.html",
    "map/area/ARE-COM.html",
    "map/interdependence.html",
    "map/catalogue/index.html",
    "map/catalogue/policies.html",
    "map/form/FRM-COM-001.html",
    "map/findings.html",
)


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    root = copy_sample(tmp_path_factory.mktemp("browser") / "map")
    done = run_python(root, "-m", "mkdocs", "build", "--strict", "--quiet")
    assert done.returncode == 0, done.stderr
    handler = functools.partial(Silent, directory=str(root / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Says nothing."""


def test_one_clicks_from_home_to_a_role_without_trouble(origin: str) -> None:
    from playwright.sync_api import sync_playwright

    trouble: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
        page.on("console", lambda line: trouble.append(line.text) if line.type == "error" else None)
        page.on("request", lambda asked: None if asked.url.startswith((origin, "data:")) else trouble.append(asked.url))
        page.goto(f"{origin}/index.html")
        page.click("#landscape ~ .pm-figure a[*|href$='MAC-COM.html']")
        page.wait_for_url("**/MAC-COM.html")
        page.click(".pm-chain >> text=Negociar e contratar PME")
        page.wait_for_url("**/MIC-COM-020.html")
        page.click("svg a[*|href='#t20'] >> nth=0")
        page.wait_for_url("**#t20")
        page.click("#t20 .pm-how a")
        page.wait_for_url("**/ITO-COM-001.html#a20")
        page.click(".pm-hero a.pm-ref--role")
        page.wait_for_url("**/ROL-EXE-PME.html")
        assert page.inner_text("h1") == "Executivo de Contas PME"
        browser.close()

    assert trouble == []


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_the_screen(origin: str, tmp_path: Path, width: int, scheme: str) -> None:
    from playwright.sync_api import sync_playwright

    too_wide = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()  # type: ignore[arg-type]  # one of two words
        for path in PAGES:
            page.goto(f"{origin}/{path}")
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                too_wide.append(path)
            page.screenshot(path=tmp_path / f"{Path(path).stem}-{width}-{scheme}.png", full_page=True)
        browser.close()

    assert too_wide == []
