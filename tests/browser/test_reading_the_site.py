"""A reader clicks from the home page down to a role; nothing may go wrong or leave the origin."""

from pathlib import Path

import pytest
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
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


def test_one_clicks_from_home_to_a_role_without_trouble(sample_origin: str, open_page: Open) -> None:
    asked_for: list[str] = []
    page = open_page()
    page.on(
        "request", lambda asked: None if asked.url.startswith((sample_origin, "data:")) else asked_for.append(asked.url)
    )
    page.goto(f"{sample_origin}/index.html")
    page.click(".pm-landscape-wide a[*|href$='MAC-COM.html']")
    page.wait_for_url("**/MAC-COM.html")
    page.click(".pm-chain >> text=Negociar e contratar PME")
    page.wait_for_url("**/MIC-COM-020.html")
    page.click("svg a[*|href='#t20'] >> nth=0")
    page.wait_for_url("**#t20")
    page.click("#t20 .pm-how a")
    page.wait_for_url("**/ITO-COM-001.html#a20")
    page.click("article a[href$='ROL-EXE-PME.html'] >> nth=0")
    page.wait_for_url("**/ROL-EXE-PME.html")

    assert page.inner_text("h1") == "Executivo de Contas PME"
    assert [url for url in asked_for if not url.startswith((sample_origin, "data:"))] == []


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_the_screen(
    sample_origin: str, open_page: Open, tmp_path: Path, width: int, scheme: str
) -> None:
    too_wide = []
    page = open_page(width=width, scheme=scheme)
    for path in PAGES:
        page.goto(f"{sample_origin}/{path}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            too_wide.append(path)
        page.screenshot(path=tmp_path / f"{Path(path).stem}-{width}-{scheme}.png", full_page=True)

    assert too_wide == []
