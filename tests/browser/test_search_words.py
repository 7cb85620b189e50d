"""How the search compares words, in English and Portuguese, on a few entries of its own."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
SCRIPT = Path(__file__).parents[2] / "templates" / "site" / "assets" / "search.js"
TITLES = (
    "Order desk assistant",
    "Fulfil wholesale orders",
    "Decide on credit",
    "Company",
    "Processes of the box office",
    "Papéis críticos",
    "Nível de serviço",
    "Gestão de fóruns",
    "Prévia & <b>prêmio</b>",
)
ASK = """async ([script, titles, query]) => {
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  const told = message => new Promise(resolve => {
    worker.onmessage = event => resolve(event.data);
    worker.postMessage(message);
  });
  const docs = titles.map((title, number) => ({ location: String(number), title }));
  await told({ type: 0, data: { config: {}, docs, options: {} } });
  const answer = await told({ type: 2, data: query });
  worker.terminate();
  return answer.data.items.map(group => [titles[Number(group[0].location)], group[0].title]);
}"""
FIRST = {
    "assistants": "Order desk assistant",
    "wholesale order": "Fulfil wholesale orders",
    "decides credits": "Decide on credit",
    "companies": "Company",
    "boxes": "Processes of the box office",
    "process": "Processes of the box office",
    "papel critico": "Papéis críticos",
    "NIVEIS": "Nível de serviço",
    "gestoes": "Gestão de fóruns",
    "forum": "Gestão de fóruns",
    "creidt": "Decide on credit",
    "comp": "Company",
}


def test_accents_plurals_beginnings_and_slips_are_seen_through(chromium: "Browser") -> None:
    page, script = chromium.new_page(), SCRIPT.read_text(encoding="utf-8")
    found = {query: page.evaluate(ASK, [script, TITLES, query]) for query in FIRST}
    odd = page.evaluate(ASK, [script, TITLES, "premio"])
    page.close()

    assert {query: hits[0][0] if hits else "" for query, hits in found.items()} == FIRST
    assert "&#60;b&#62;<mark>prêmio</mark>&#60;/b&#62;" in odd[0][1]
