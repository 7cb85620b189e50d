"""One role is followed over the whole site: by a link, by a choice, from memory, and left again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
MANAGER = "ROL-GER-PME"
MICRO = "map/micro/MIC-COM-020.html"

Open = Callable[..., Page]


def test_a_link_sets_the_role_for_all_pages_until_it_is_cleared(open_page: Open, sample_origin: str) -> None:
    page = open_page()
    page.goto(f"{sample_origin}/index.html?role={MANAGER}")
    expect(page.locator(".pm-followed strong")).to_have_text("Gerente PME")
    expect(page.locator(".pm-role select")).to_have_value(MANAGER)

    page.click(".md-tabs >> text=Processos")
    page.click("a.pm-card[href$='MIC-COM-020.html']")
    page.wait_for_url("**/MIC-COM-020.html")
    expect(page.locator("#mic-com-020-t20")).to_have_class("d-node d-commercial pm-dim")
    expect(page.locator("tr#a40")).not_to_have_class("pm-dim")

    page.reload()
    expect(page.locator(".pm-figure select[data-roles]")).to_have_value(MANAGER)
    page.click(".pm-followed button")
    expect(page.locator(".pm-dim")).to_have_count(0)
    page.reload()
    expect(page.locator(".pm-followed")).to_have_count(0)


def test_a_link_to_a_role_that_is_not_in_the_map_changes_nothing(open_page: Open, sample_origin: str) -> None:
    page = open_page()

    page.goto(f"{sample_origin}/index.html?role=ROL-NOBODY")

    expect(page.locator(".pm-role select")).to_have_value("")
    expect(page.locator(".pm-dim")).to_have_count(0)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_chooser_of_the_home_page_leads_to_ones_own_page(open_page: Open, sample_origin: str, width: int) -> None:
    page = open_page(width=width)
    page.goto(f"{sample_origin}/index.html")

    page.click(".pm-chooser summary")
    page.fill(".pm-chooser input", "gerente pme")
    expect(page.locator(".pm-chooser [data-item]:visible")).to_have_count(1)
    page.press(".pm-chooser input", "Enter")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/map/role/{MANAGER}.html?role={MANAGER}")
    expect(page.locator(".pm-yours")).to_be_visible()
    expect(page.locator(".pm-role select")).to_have_value(MANAGER)


def test_others_step_back_in_a_list_but_not_in_one_without_the_role(open_page: Open, flagship_origin: str) -> None:
    page = open_page()
    page.goto(f"{flagship_origin}/map/macro/index.html")

    page.select_option(".pm-role select", MANAGER)

    expect(page.locator(".pm-card[href$='MIC-COM-020.html']")).not_to_have_class("pm-dim")
    assert page.locator(".pm-list .pm-dim").count() > page.locator(".pm-list .pm-card:not(.pm-dim)").count()
    page.click(".md-tabs >> text=Instruções")
    page.wait_for_url("**/map/ito/index.html")
    expect(page.locator(".pm-followed")).to_be_visible()
    expect(page.locator(".pm-dim")).to_have_count(0)  # this manager has no instruction of his own


def test_it_works_in_a_folder_without_a_server(open_page: Open, sample_root: Path) -> None:
    page = open_page()
    page.goto(f"{(sample_root / 'site/index.html').as_uri()}?role={MANAGER}")

    page.goto((sample_root / "site" / MICRO).as_uri())

    expect(page.locator(".pm-followed strong")).to_have_text("Gerente PME")
    page.click(".pm-followed a")
    page.wait_for_url(f"**/{MANAGER}.html")
    expect(page.locator(".pm-yours")).to_be_visible()
