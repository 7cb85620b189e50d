"""The walk through a flow by keyboard and by touch, the time proof, and the flow on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
MICRO = "map/micro/MIC-COM-020.html"


@pytest.fixture(scope="module", params=[1440, 390])
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": request.param, "height": 844}, reduced_motion="reduce")
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    yield page
    page.close()
    assert trouble == []


@pytest.fixture
def micro(page: Page, flagship_origin: str) -> Page:
    page.goto(f"{flagship_origin}/{MICRO}")
    return page


def at(page: Page) -> str:
    return str(page.evaluate("location.search + location.hash"))


def test_keys_walk_from_the_start_to_an_end_and_back(micro: Page) -> None:
    micro.click("button[data-walk=open]")
    assert at(micro) == "?walk=1#s10"
    micro.keyboard.press("ArrowRight")
    micro.keyboard.press("ArrowRight")
    assert at(micro) == "?walk=1#g30"
    assert micro.locator(".pm-walk__what").inner_text() == "Quem tem alçada para o desconto?"
    assert micro.locator("[data-walk=said]").inner_text().startswith("G30 Quem tem alçada para o desconto?")
    micro.keyboard.press("3")
    assert at(micro) == "?walk=1#a45"
    micro.keyboard.press("ArrowLeft")
    assert at(micro) == "?walk=1#g30"
    for key in ("1", "ArrowRight", "1", "1", "1", "1"):
        micro.keyboard.press(key)
    assert at(micro) == "?walk=1#e110"
    assert "MIC-FAT-010.html?walk=1#s10" in str(micro.locator(".pm-walk__choices a").get_attribute("href"))
    micro.keyboard.press("Escape")

    assert at(micro) == "#e110"
    assert micro.locator(".pm-walk").is_hidden()
    assert micro.evaluate("document.activeElement.dataset.walk") == "open"


def test_the_step_is_in_sight_above_the_panel_and_its_row_is_marked(micro: Page) -> None:
    micro.click("button[data-walk=open]")
    for key in ("ArrowRight", "ArrowRight", "2"):
        micro.keyboard.press(key)
    node = micro.locator("#mic-com-020-a40").bounding_box()
    panel = micro.locator(".pm-walk").bounding_box()
    assert node is not None
    assert panel is not None

    assert node["y"] >= 0
    assert node["y"] + node["height"] <= panel["y"]
    assert micro.locator("tr.pm-now").get_attribute("id") == "a40"


def test_an_address_opens_the_walk_at_its_step_and_a_button_goes_on(micro: Page, flagship_origin: str) -> None:
    micro.goto(f"{flagship_origin}/index.html")
    micro.goto(f"{flagship_origin}/{MICRO}?walk=1#w70")
    micro.locator(".pm-walk__choices button").nth(1).click()

    assert at(micro) == "?walk=1#t20"


def test_the_time_proof_says_what_is_kept_and_what_depends_on_another_area(micro: Page) -> None:
    proof = micro.locator("#time-sla-com-001")

    assert "Prazo cumprido" in proof.inner_text()
    assert proof.locator(".pm-run__left").all_inner_texts() == ["sobram 29 dias úteis", "sobram 3 dias úteis"]
    assert "Jurídico 5 dias úteis (45%)" in proof.locator(".pm-timeproof__clock").inner_text()


def test_the_flow_for_paper_is_loaded_for_paper_only(micro: Page) -> None:
    asked: list[str] = []
    micro.on("request", lambda request: asked.append(request.url))
    micro.reload()
    assert not [url for url in asked if ".print.svg" in url]
    micro.emulate_media(media="print")
    micro.locator(".pm-paper-flow img").first.scroll_into_view_if_needed()
    micro.wait_for_function("[...document.querySelectorAll('.pm-paper-flow img')].some(image => image.naturalWidth)")
    micro.emulate_media(media="screen")

    assert micro.locator(".pm-paper-flow").is_hidden()
