"""The master list finds what an auditor looks for."""

import pytest
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_the_master_list_is_narrowed_down_and_leads_to_the_record_of_validation(
    flagship_origin: str, open_page: Open
) -> None:
    page = open_page()
    page.goto(f"{flagship_origin}/map/catalogue/documents.html")
    tools = page.locator("form.pm-sift__tools").first
    rows = page.locator("#controlled ~ .pm-sift").first.locator("tbody tr:visible")

    tools.get_by_label("Tipo").select_option("ITO")
    tools.get_by_label("Filtrar").fill("executivo de contas")

    assert rows.count() == 1
    assert rows.first.get_attribute("id") == "ito-com-001"
    rows.first.locator("a[href*='validations']").click()
    page.wait_for_url("**/validations.html#val-*")


def test_a_column_sorts_in_both_directions_and_dates_by_the_calendar(flagship_origin: str, open_page: Open) -> None:
    page = open_page()
    page.goto(f"{flagship_origin}/map/catalogue/documents.html")
    table = page.locator("#controlled ~ .pm-sift table").first
    button = table.get_by_role("button", name="Próxima revisão")

    button.click()
    up = table.locator("td:nth-child(9) time").evaluate_all("(days) => days.map((day) => day.dateTime)")
    button.click()
    down = table.locator("td:nth-child(9) time").evaluate_all("(days) => days.map((day) => day.dateTime)")

    assert up == sorted(up)
    assert down == sorted(up, reverse=True)
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_a_link_to_a_row_brings_back_what_filters_hide(flagship_origin: str, open_page: Open) -> None:
    page = open_page()
    page.goto(f"{flagship_origin}/map/catalogue/documents.html")
    page.locator("form.pm-sift__tools input").first.fill("nada disso")
    assert page.locator("#mic-com-020").is_hidden()

    page.evaluate("location.hash = '#mic-com-020'")

    page.locator("#mic-com-020").wait_for(state="visible")
