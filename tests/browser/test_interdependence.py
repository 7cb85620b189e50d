"""A number of a matrix opens the hand-offs that it counts, by click and by key; every number agrees with its list."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
COUNTS = """async () => {
  const wrong = [], seen = [];
  const lists = new Map();
  for (const link of document.querySelectorAll("table .pm-count")) {
    const address = new URL(document.querySelector("#handoff-panel").dataset.source, location.href).href;
    if (!lists.has(address)) {
      lists.set(address, new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html"));
    }
    let listed = 0;
    for (const id of link.dataset.shows.split(" ")) {
      const found = lists.get(address).getElementById(id);
      if (!found) wrong.push(`${link.ariaLabel}: ${id} is not there`);
      else listed += found.matches(".pm-handoff__body") ? 1 : found.querySelectorAll(".pm-handoff").length;
    }
    const own = parseInt(link.textContent, 10);
    if (own !== listed) wrong.push(`${link.ariaLabel}: ${listed} in the list`);
    seen.push(own);
  }
  return { wrong, seen: seen.length };
}"""


@pytest.mark.parametrize(("path", "at_least"), [("interdependence", 50), ("process-dependence", 35)])
def test_every_number_is_that_of_the_list_it_opens(
    open_page: Open, flagship_origin: str, path: str, at_least: int
) -> None:
    page = open_page()
    page.goto(f"{flagship_origin}/map/{path}.html")

    found: dict[str, Any] = page.evaluate(COUNTS)

    assert found["wrong"] == []
    assert found["seen"] >= at_least


@pytest.mark.parametrize("width", [1440, 390])
def test_a_manager_goes_from_a_cell_to_the_time_proof_that_depends_on_it(
    open_page: Open, flagship_origin: str, width: int
) -> None:
    page = open_page(width=width)
    page.goto(f"{flagship_origin}/map/interdependence.html")

    page.click("[aria-label^='Vendas PME → Jurídico']")

    panel = page.locator("#handoff-panel")
    expect(panel).to_be_visible()
    expect(panel.locator("h2")).to_have_text("Vendas PME → Jurídico: 1 entrega")
    expect(panel.locator(".pm-side__what")).to_have_text(["envia Proposta PME", "recebe Proposta PME"])
    expect(panel.locator(".pm-handoff__target")).to_have_text("5 dias úteis")
    panel.get_by_role("link", name="Negociar e contratar PME").last.click()
    page.wait_for_url("**/MIC-COM-020.html#time")
    expect(page.locator("#time")).to_be_in_viewport()


def test_the_panel_opens_and_shuts_by_key_and_gives_the_focus_back(open_page: Open, flagship_origin: str) -> None:
    page = open_page()
    page.goto(f"{flagship_origin}/map/interdependence.html")
    cell = page.locator("[aria-label^='Vendas PME → Faturamento']").first
    cell.focus()

    page.keyboard.press("Enter")

    expect(page.locator("#handoff-panel h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#handoff-panel")).to_be_hidden()
    expect(cell).to_be_focused()


def test_an_arrow_between_areas_opens_the_same_list(open_page: Open, flagship_origin: str) -> None:
    page = open_page()
    page.goto(f"{flagship_origin}/map/interdependence.html")

    page.locator("[data-diagram='areas'] a[*|href$='#are-ven--are-jur'] text").first.click()

    expect(page.locator("#handoff-panel h2")).to_have_text("Vendas PME → Jurídico: 1 entrega")


def test_an_address_that_names_a_cell_opens_it(open_page: Open, flagship_origin: str) -> None:
    page = open_page()

    page.goto(f"{flagship_origin}/map/interdependence.html#are-ven--are-jur")

    expect(page.locator("#handoff-panel .pm-handoff")).to_have_count(1)


def test_a_hand_off_that_the_address_names_lies_open(open_page: Open, flagship_origin: str) -> None:
    page = open_page(width=390)

    page.goto(f"{flagship_origin}/map/handoffs.html#mic-com-020-h90")

    expect(page.locator("#mic-com-020-h90")).to_be_in_viewport()
    expect(page.locator("details[open]:has(#mic-com-020-h90)")).to_have_count(1)


def test_without_a_script_a_number_leads_to_its_list(chromium: Browser, flagship_origin: str) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{flagship_origin}/map/interdependence.html")

    page.click("[aria-label^='Vendas PME → Jurídico']")

    page.wait_for_url("**/handoffs.html#are-ven--are-jur")
    page.click("#are-ven--are-jur summary")
    expect(page.locator("#mic-com-020-h90")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "dark"), (390, "light")])
@pytest.mark.parametrize("path", ["interdependence", "process-dependence", "handoffs", "area/ARE-ATE"])
def test_axe_finds_nothing(open_page: Open, flagship_origin: str, path: str, width: int, scheme: str) -> None:
    page = open_page(width=width, scheme=scheme)
    page.goto(f"{flagship_origin}/map/{path}.html")
    page.evaluate("document.querySelectorAll('.pm-handoff').forEach((each, place) => { each.open = place < 3; })")

    found = Axe().run(page)

    assert [(violation["id"], violation["nodes"][0]["html"]) for violation in found.response["violations"]] == []
