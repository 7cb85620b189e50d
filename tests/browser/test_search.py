"""A reader asks the search of the flagship's site; what is asked for by name or id must come first."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from processmap.app.search_index import SEARCH_INDEX

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ASK = """async query => {
  const input = document.querySelector('[data-md-component=search-query]');
  const list = document.querySelector('.md-search-result__list');
  list.innerHTML = '';
  const done = new Promise(resolve => new MutationObserver(resolve).observe(list, { childList: true }));
  input.value = query;
  input.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
  await Promise.race([done, new Promise(resolve => setTimeout(resolve, 2000))]);
  await new Promise(resolve => setTimeout(resolve));
  return [...list.querySelectorAll('.md-search-result__link')].map(link => {
    const url = new URL(link.href);
    return url.pathname.slice(1) + url.hash;
  });
}"""
QUERIES = {
    "juridico": "map/area/ARE-JUR.html",
    "Jurídico": "map/area/ARE-JUR.html",
    "JURÍDICO": "map/area/ARE-JUR.html",
    "mic-com-020": "map/micro/MIC-COM-020.html",
    "MIC COM 020": "map/micro/MIC-COM-020.html",
    "MIC-COM-020/T20": "map/micro/MIC-COM-020.html#t20",
    "mic-com-020/t20": "map/micro/MIC-COM-020.html#t20",
    "KPI-COM-001": "map/catalogue/kpis.html#kpi-com-001",
    "ROL-EXE-PME": "map/role/ROL-EXE-PME.html",
    "FRM-COM-001.desconto": "map/form/FRM-COM-001.html#desconto",
    "executivo de contas pme": "map/role/ROL-EXE-PME.html",
    "executivos de contas": "map/role/ROL-EXE-PME.html",
    "gerentes pme": "map/role/ROL-GER-PME.html",
    "Negociar e contratar PME": "map/micro/MIC-COM-020.html",
    "taxas de fechamento": "map/catalogue/kpis.html#kpi-com-001",
    "alcadas de desconto": "map/catalogue/policies.html#pol-com-001",
    "emenda": "map/catalogue/documents.html#doc-aditivo",
    "poder de decisão": "map/catalogue/policies.html#pol-com-001",
    "praça": "map/catalogue/documents.html#doc-territorios",
    "roteiros de validacao": "map/catalogue/glossary.html#road-show",
    "pareceer juridico": "map/catalogue/documents.html#doc-parecer",
    "interdependencia": "map/interdependence.html",
}


@pytest.fixture(scope="module")
def entries(flagship_root: Path) -> list[dict[str, str]]:
    index = json.loads((flagship_root / "site" / SEARCH_INDEX).read_text(encoding="utf-8"))
    return [entry for entry in index["docs"] if entry.get("id")]


@pytest.fixture(scope="module", params=(1440, 390))
def page(request: pytest.FixtureRequest, chromium: "Browser", flagship_origin: str) -> "Iterator[Page]":
    context = chromium.new_context(viewport={"width": request.param, "height": 844})
    page = context.new_page()
    page.goto(f"{flagship_origin}/index.html")
    if request.param < 500:
        page.locator("label.md-header__button[for=__search]").click()
    page.locator("[data-md-component=search-query]").press_sequentially("pme")
    page.locator(".md-search-result__link").first.wait_for()
    page.locator("[data-md-component=search-query]").fill("xyzzyx")
    page.keyboard.press("End")  # a key, so that the theme notices; its answer comes after those to the letters before
    page.locator(".md-search-result__link").first.wait_for(state="detached")
    yield page
    context.close()


def first(page: "Page", query: str) -> str:
    return next(iter(page.evaluate(ASK, query)), "")


def test_what_is_asked_for_comes_first(page: "Page") -> None:
    assert {query: first(page, query) for query in QUERIES} == QUERIES


def test_every_role_is_found_by_its_name(page: "Page", entries: list[dict[str, str]]) -> None:
    roles = {entry["title"]: entry["location"] for entry in entries if entry["location"].startswith("map/role/")}

    assert len(roles) >= 30
    assert {name: first(page, name) for name in roles} == roles


def test_ids_lead_to_their_elements(page: "Page", entries: list[dict[str, str]]) -> None:
    sample = random.Random(20261124).sample(entries, 40)
    expected = {entry["id"]: entry["location"] for entry in sample}

    assert {name: first(page, name) for name in expected} == expected


def test_singular_and_plural_find_the_same(page: "Page") -> None:
    for one, many in (("papel crítico", "papeis criticos"), ("contrato", "contratos"), ("reclamação", "reclamações")):
        assert page.evaluate(ASK, one)[:5] == page.evaluate(ASK, many)[:5] != []


def test_a_word_that_nothing_has_finds_nothing(page: "Page") -> None:
    assert page.evaluate(ASK, "xyzzyx") == []


def test_a_hit_says_what_it_is_and_marks_what_was_asked(page: "Page") -> None:
    page.evaluate(ASK, "alcada de desconto")
    hit = page.locator(".md-search-result__link").first

    assert hit.locator(".pm-hit__id").inner_text() == "POL-COM-001"
    assert hit.locator(".pm-hit__about").inner_text().endswith("Política")
    assert hit.locator(".pm-hit__title mark").all_inner_texts() == ["Alçadas", "desconto"]
