"""Indexes narrow down as one types and presses chips; without a script they are complete."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def test_words_and_chips_narrow_a_list_down_and_can_be_taken_back(open_page: Open, flagship_origin: str) -> None:
    page = open_page()
    page.goto(f"{flagship_origin}/map/ito/index.html")
    rows = page.locator(".pm-list > .pm-card:visible")
    expect(page.locator(".pm-filter output")).to_have_text("15 de 15")

    page.fill(".pm-filter input", "prospeccao")
    expect(rows).to_have_count(1)
    expect(page.locator(".pm-group:visible")).to_have_count(1)
    page.fill(".pm-filter input", "")
    page.click("[data-facet='ARE-JUR']")
    expect(rows).to_have_count(1)
    page.click("[data-facet='ARE-FAT']")
    expect(rows).to_have_count(2)
    page.fill(".pm-filter input", "não há tal coisa")
    expect(page.locator(".pm-filter__none")).to_be_visible()
    page.click("[data-clear]")
    expect(rows).to_have_count(15)


def test_without_a_script_every_row_is_there(chromium: Browser, flagship_origin: str) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()

    page.goto(f"{flagship_origin}/map/role/index.html")

    expect(page.locator(".pm-list > .pm-card:visible")).to_have_count(30)
    expect(page.locator(".pm-filter:visible")).to_have_count(0)
    page.context.close()


def test_the_large_box_of_the_home_page_opens_the_search(open_page: Open, flagship_origin: str) -> None:
    page = open_page()
    page.goto(f"{flagship_origin}/index.html")

    page.click(".pm-find")

    expect(page.locator(".md-search__input")).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
@pytest.mark.parametrize("path", ["index", "map/macro/index", "map/role/index", "map/tags", "map/macro/MAC-COM"])
def test_axe_finds_nothing(open_page: Open, flagship_origin: str, path: str, width: int, scheme: str) -> None:
    page = open_page(width=width, scheme=scheme)
    page.goto(f"{flagship_origin}/{path}.html")

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
