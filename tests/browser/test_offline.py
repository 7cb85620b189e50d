"""The offline folder, unzipped elsewhere, is opened from the file system of a machine without a network."""

import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from processmap.app.offline import make_offline, zipped

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
LINKS = "links => links.map(link => new URL(link.href)).map(url => url.pathname.split('/').pop() + url.hash)"


@pytest.fixture(scope="module")
def unzipped(flagship_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The flagship's site, made offline, packed, and unpacked in a folder whose name has a space and an accent."""
    made = Path(shutil.copytree(flagship_root / "site", tmp_path_factory.mktemp("made") / "site-offline"))
    make_offline(made)
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "Área de trabalho"
    with zipfile.ZipFile(zipped(made)) as archive:
        archive.extractall(elsewhere)
    return elsewhere / "site-offline"


@pytest.fixture(params=(1440, 390))
def page(request: pytest.FixtureRequest, chromium: "Browser") -> "Iterator[Page]":
    context = chromium.new_context(viewport={"width": request.param, "height": 844})
    context.set_offline(True)
    page, trouble = context.new_page(), []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda line: trouble.append(line.text) if line.type == "error" else None)
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(("file:", "data:", "blob:")) else trouble.append(asked.url),
    )
    yield page
    context.close()
    assert trouble == []


def settled(page: "Page", look: Callable[[], list[str]]) -> list[str]:
    """What is seen once it stays: each letter that is typed has an answer of its own."""
    before, now = None, look()
    while now != before:
        page.wait_for_timeout(600)
        before, now = now, look()
    return now


def test_it_is_searched_with_and_without_accents(page: "Page", unzipped: Path) -> None:
    page.goto((unzipped / "index.html").as_uri())
    if page.viewport_size["width"] < 500:  # type: ignore[index]  # it was given a size
        page.locator("label.md-header__button[for=__search]").click()
    asked, hits = page.locator("[data-md-component=search-query]"), page.locator(".md-search-result__link")
    found = []
    for query in ("juridico", "Jurídico"):
        asked.fill("")
        page.locator(".md-search-result__list").evaluate("list => list.innerHTML = ''")
        asked.press_sequentially(query)
        hits.nth(3).wait_for()
        found.append(settled(page, lambda: hits.evaluate_all(LINKS)[:4]))

    assert found[0] == found[1]
    assert found[0][0] == "ARE-JUR.html"
    asked.press("Enter")
    page.wait_for_url(re.compile(r"ARE-JUR\.html"))
    assert page.locator("h1").inner_text() == "Jurídico"


def test_a_swimlane_is_zoomed_and_panned(page: "Page", unzipped: Path) -> None:
    page.goto((unzipped / "map/micro/MIC-COM-020.html").as_uri())
    at_first = page.locator(".pm-sheet").bounding_box()
    page.click("button[data-act=in]")
    larger = page.locator(".pm-sheet").bounding_box()
    page.click("button[data-act=full]")
    page.wait_for_timeout(300)
    node, width = page.locator("#mic-com-020-t20"), page.viewport_size["width"]  # type: ignore[index]  # it was given a size
    before = node.bounding_box()
    page.mouse.move(width / 2, 500)
    page.mouse.down()
    page.mouse.move(width / 2 - 80, 480, steps=4)
    page.mouse.up()
    page.wait_for_timeout(100)
    after = node.bounding_box()

    assert at_first
    assert larger
    assert before
    assert after
    assert larger["width"] > at_first["width"] * 1.2
    assert after["x"] < before["x"] - 60


def test_a_hand_off_leads_to_the_other_process_and_the_way_back_and_forth_works(page: "Page", unzipped: Path) -> None:
    page.goto((unzipped / "map/micro/MIC-COM-020.html").as_uri())
    leads_to = page.evaluate(
        """() => {
            const links = [...document.querySelectorAll('.pm-sheet a')];
            const link = links.find(each => /^MIC-/.test(each.getAttribute('xlink:href')));
            link.focus();
            return link.getAttribute('xlink:href').split('#')[0];
        }"""
    )
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{leads_to}*")
    page.go_back()
    page.wait_for_url("**/MIC-COM-020.html*")
    page.go_forward()
    page.wait_for_url(f"**/{leads_to}*")

    assert page.locator("h1").count() == 1


def test_a_chosen_role_is_remembered_on_the_next_page(page: "Page", unzipped: Path) -> None:
    page.goto((unzipped / "map/micro/MIC-COM-020.html").as_uri() + "?role=ROL-EXE-PME")
    page.goto((unzipped / "map/micro/MIC-COM-010.html").as_uri())

    assert page.evaluate("Object.values({ ...localStorage }).some(value => value.includes('ROL-EXE-PME'))")


def test_every_link_names_a_file(unzipped: Path) -> None:
    homes = re.compile(r'(?:href|src)="(?!https?:|mailto:|data:|[#?])([^"#?]+)')
    pages = {path: set(homes.findall(path.read_text(encoding="utf-8"))) for path in sorted(unzipped.rglob("*.html"))}

    assert [
        (path.name, link) for path, links in pages.items() for link in links if not (path.parent / link).is_file()
    ] == []
