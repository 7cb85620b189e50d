"""What the search of a built site is made from."""

import json
from pathlib import Path

import pytest

from processmap.app.search_index import SEARCH_ENTRIES, SEARCH_INDEX, entries_text, install_search
from processmap.views.search import Findable

ROLE = Findable("map/role/ROL-A.html", "Gerente & Cia", "Papel", "ROL-A", where="Vendas", boost=1.5)
TERM = Findable("map/catalogue/glossary.html#vida", "Vida", "Glossário", words=("beneficiário",), is_term=True)
OF_MKDOCS = {
    "config": {"lang": ["pt"]},
    "docs": [
        {"location": "map/role/ROL-A.html", "title": "Gerente", "text": "<p>Do mapa</p>"},
        {"location": "guide/a.html", "title": "Guia &amp; ajuda", "text": "<p>Um <b>texto</b></p>"},
        {"location": "guide/a.html#mais", "title": "Mais", "text": "", "boost": 2},
    ],
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        SEARCH_ENTRIES: entries_text(("map/role/ROL-A.md",), (ROLE, TERM)),
        SEARCH_INDEX: json.dumps(OF_MKDOCS),
        "map/assets/search.js": "ours",
        "assets/javascripts/workers/search.1a2b.min.js": "theirs",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def index_of(site: Path) -> dict[str, object]:
    return json.loads((site / SEARCH_INDEX).read_text(encoding="utf-8"))


def test_entries_of_the_map_take_the_place_of_its_pages_and_other_pages_stay(site):
    install_search(site)

    assert index_of(site) == {
        "config": {"lang": ["pt"]},
        "docs": [
            {
                "location": "map/role/ROL-A.html",
                "title": "Gerente & Cia",
                "kind": "Papel",
                "id": "ROL-A",
                "where": "Vendas",
                "boost": 1.5,
            },
            {
                "location": "map/catalogue/glossary.html#vida",
                "title": "Vida",
                "kind": "Glossário",
                "words": ["beneficiário"],
                "is_term": True,
            },
            {"location": "guide/a.html", "title": "Guia & ajuda", "text": "Um texto", "boost": 0.4},
            {"location": "guide/a.html#mais", "title": "Mais", "where": "Guia & ajuda", "boost": 0.8},
        ],
    }


def test_the_script_takes_the_place_of_the_worker_and_nothing_is_left_beside(site):
    install_search(site)

    assert (site / "assets/javascripts/workers/search.1a2b.min.js").read_text() == "ours"
    assert list((site / "map/assets").iterdir()) == []


def test_a_second_time_changes_nothing(site):
    install_search(site)
    once = index_of(site)

    install_search(site)

    assert index_of(site) == once


def test_a_theme_without_a_search_worker_keeps_its_own_search(site):
    (site / "assets/javascripts/workers/search.1a2b.min.js").unlink()

    install_search(site)

    assert index_of(site) == OF_MKDOCS
