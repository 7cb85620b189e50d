"""Two people at work: a new account executive on a phone, and an auditor at a desk."""

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser


def test_a_new_account_executive_finds_what_to_do_and_returns_to_her_lane(
    flagship_origin: str, open_page: "Callable[..., Any]"
) -> None:
    page = open_page(width=390)
    page.goto(f"{flagship_origin}/map/role/index.html")
    page.click(".pm-card[href$='ROL-EXE-PME.html']")
    page.wait_for_url("**/ROL-EXE-PME.html")

    card = page.locator(".pm-task", has_text="Montar proposta")
    assert "até 1 dia útil" in card.inner_text()
    assert card.bounding_box()["width"] < 390
    card.locator("a.pm-task__how").click()
    page.wait_for_url("**/ITO-COM-001.html#a50")
    activity = page.locator("#a50")
    assert activity.locator(".pm-how-to > li").count() == 6
    assert "Pronto quando" in activity.inner_text()
    strip = page.locator(".pm-index")
    page.wait_for_function("document.querySelector('.pm-index [aria-current]')?.hash === '#a50'")
    assert strip.bounding_box()["y"] >= 0, "the chooser of activities stays in view"

    activity.get_by_role("link", name="Proposta PME").first.click()
    page.wait_for_url("**/FRM-COM-001.html")
    assert page.locator(".pm-entryfield", has_text="Desconto sobre a taxa").is_visible()
    page.locator("#usage ~ .pm-scroll").get_by_role("link", name="T20 Montar proposta").click()
    page.wait_for_url("**/MIC-COM-020.html?role=ROL-EXE-PME#t20")

    page.wait_for_function("document.querySelectorAll('.d-node.pm-dim').length > 0")
    dimmed = page.eval_on_selector_all(
        ".pm-sheet > svg:not(.pm-heads) g[data-lane]",
        "lanes => lanes.map(l => [l.dataset.lane, l.classList.contains('pm-dim')])",
    )
    assert dict(dimmed)["ROL-EXE-PME"] is False
    assert dict(dimmed)["ROL-GER-PME"] is True
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_auditor_follows_a_document_to_its_approval_and_its_validations(
    flagship_origin: str, open_page: "Callable[..., Any]"
) -> None:
    page = open_page()
    page.goto(f"{flagship_origin}/map/catalogue/documents.html")
    page.locator(".md-content a[href$='ITO-COM-001.html']:visible").first.click()
    page.wait_for_url("**/ITO-COM-001.html")

    head = " ".join(page.inner_text(".pm-document__head").split())
    assert re.search(r"Código ITO-COM-001 Revisão 04 Data da revisão 23/11/2026 Em vigor desde 23/11/2026", head)
    assert "Próxima revisão 23/11/2027" in head
    assert "Aprovado por Diretor Comercial" in head
    page.click(".pm-index a[href$='#revisions']")
    assert page.locator("#revisions + .pm-scroll tbody tr").count() == 4
    row = page.locator("#validations + .pm-scroll tbody tr").first
    assert "aprovado" in row.inner_text()
    row.get_by_role("link", name="VAL-").click()
    page.wait_for_url("**/validations.html#val-*")
    assert page.locator(":target").is_visible()


@pytest.mark.parametrize(
    ("width", "scheme", "paths"),
    [(390, "dark", ("ito/ITO-COM-001",)), (1440, "light", ("role/ROL-GER-PME", "form/FRM-COM-001"))],
)
def test_the_pages_people_work_with_are_accessible(
    flagship_origin: str, open_page: "Callable[..., Any]", width: int, scheme: str, paths: tuple[str, ...]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(width=width, scheme=scheme)
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
    trouble = []
    for path in paths:
        page.goto(f"{flagship_origin}/map/{path}.html")
        found = Axe().run(page, context=".md-content", options=rules).response["violations"]
        trouble += [(path, rule["id"], node["html"][:160]) for rule in found for node in rule["nodes"]]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path

    assert trouble == []
