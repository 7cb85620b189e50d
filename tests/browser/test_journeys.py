"""The ways that people take through the flagship's site, by clicks and keys, at a desk and on a phone.

The journey through an offline folder is in test_offline, that of a workshop with `serve` in test_workshop.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("width", [1440, 390])]

Open = Callable[..., Page]
DIMMED = re.compile(r"\bpm-dim\b")


def test_a_new_account_executive_finds_her_day_and_how_to_do_it(
    flagship_origin: str, open_page: Open, width: int
) -> None:
    page = open_page(width=width)
    page.goto(f"{flagship_origin}/index.html")

    page.click(".pm-chooser summary")
    page.fill(".pm-chooser input", "executivo de contas")
    page.click(".pm-chooser [data-item]:visible a")
    page.wait_for_url("**/map/role/ROL-EXE-PME.html*")
    expect(page.locator("h1")).to_have_text("Executivo de Contas PME")
    expect(page.locator(".pm-yours")).to_be_visible()

    page.click(".pm-days a[href$='ITO-COM-001.html#a50']")
    page.wait_for_url("**/map/ito/ITO-COM-001.html#a50")
    activity = page.locator("#a50")
    expect(activity).to_be_in_viewport()
    expect(activity.locator("ol > li").first).to_be_visible()

    activity.locator("a[href$='FRM-COM-001.html']").first.click()
    page.wait_for_url("**/map/form/FRM-COM-001.html")
    expect(page.locator("#desconto").first).to_be_attached()
    page.go_back()
    page.wait_for_url("**/map/ito/ITO-COM-001.html#a50")

    page.locator("#a50 a[href*='MIC-COM-020.html'][href$='#t20']").first.click()
    page.wait_for_url("**/map/micro/MIC-COM-020.html*#t20")
    expect(page.locator("#mic-com-020-t20")).not_to_have_class(DIMMED)
    expect(page.locator("#mic-com-020-a40")).to_have_class(DIMMED)
    expect(page.locator("tr#t20")).not_to_have_class(DIMMED)
    expect(page.locator("tr#a40")).to_have_class(DIMMED)


def test_a_sales_manager_goes_from_the_matrix_to_the_proof_of_time(
    flagship_origin: str, open_page: Open, width: int
) -> None:
    page = open_page(width=width)
    page.goto(f"{flagship_origin}/map/interdependence.html")

    page.click("a.pm-count[href$='#are-ven--are-jur'] >> nth=0")
    handoff = page.locator(".pm-handoff__body:visible", has_text="Solicitar minuta ao Jurídico")
    expect(handoff).to_be_visible()
    sides = handoff.locator(".pm-side")
    expect(sides.nth(0)).to_contain_text("Solicitar minuta ao Jurídico")
    expect(sides.nth(0)).to_contain_text("envia Proposta PME")
    expect(sides.nth(1)).to_contain_text("Pedido de minuta recebido")
    expect(sides.nth(1)).to_contain_text("recebe Proposta PME")
    expect(handoff).to_contain_text("5 dias úteis")

    handoff.locator("a[href$='MIC-COM-020.html#time']").click()
    page.wait_for_url("**/map/micro/MIC-COM-020.html#time")
    proof = page.locator(".pm-timeproof").first
    expect(proof).to_contain_text("40 dias úteis")
    expect(page.locator(".pm-timeproof a[href*='MIC-JUR-010']").first).to_be_attached()


def test_an_auditor_follows_a_document_to_its_revisions_and_prints_it(
    flagship_origin: str, open_page: Open, width: int
) -> None:
    page = open_page(width=width)
    page.goto(f"{flagship_origin}/map/catalogue/documents.html")

    page.locator("input[type=search]:visible").nth(-2).fill("ITO-COM-001")
    row = page.locator("tr#ito-com-001")
    expect(row).to_contain_text("Diretor Comercial")
    expect(row).to_contain_text("23/11/2027")
    expect(page.locator("tr#ito-com-002")).to_be_hidden()
    row.locator("a[href$='ITO-COM-001.html']").click()
    page.wait_for_url("**/map/ito/ITO-COM-001.html")

    expect(page.locator("#revisions ~ .pm-scroll").first).to_contain_text("Inclui assinatura eletrônica")
    head = page.locator(".pm-hero, .pm-document").first
    expect(head).to_contain_text("Aprovado por")
    expect(head).to_contain_text("Diretor Comercial")
    expect(head).to_contain_text("23/11/2027")
    page.locator("#validations").scroll_into_view_if_needed()
    page.locator("a[href$='validations.html#val-010']").first.click()
    page.wait_for_url("**/map/catalogue/validations.html#val-010")
    expect(page.locator("#val-010")).to_be_in_viewport()
    page.go_back()

    page.emulate_media(media="print")
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator(".md-footer")).to_be_hidden()
    expect(page.locator("#revisions")).to_be_visible()
