"""The index and the script of the search, put into a built site in the place of those of MkDocs and its theme.

The entries of the map are written beside its pages, as a file of docs/map/, so that whoever runs MkDocs can put them
in place afterwards. The index of MkDocs serves for the other pages of the site, such as a guide.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from html import unescape
from pathlib import Path
from typing import Any

from processmap.app.files import write_atomically
from processmap.views.search import Findable

SEARCH_ENTRIES = "map/assets/search.json"
"""The entries of the map, below docs/."""
SEARCH_INDEX = "search/search_index.json"
SEARCH_SCRIPT = "map/assets/search.js"
_WORKERS = "assets/javascripts/workers"
_OTHER_PAGES = 0.4
"""How much a page that is not of the map counts: the guide explains an offer, the map has it."""
_TAG = re.compile(r"<[^>]+>")

Entry = dict[str, Any]  # `Any`: texts, numbers and lists, as JSON has them


def entries_text(pages: Iterable[str], found: Iterable[Findable]) -> str:
    """Returns the text of `SEARCH_ENTRIES`.

    Args:
        pages: paths of all pages of the map, below docs/.
        found: what the search finds in them.
    """
    entries = [_without_defaults(asdict(each)) for each in found]
    content = {"pages": [path.removesuffix(".md") + ".html" for path in pages], "docs": entries}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def pages_with_entries(docs: Path) -> frozenset[str]:
    """Returns the pages that entries of the map lead to, by their paths in the built site; none before it has any."""
    entries = docs / SEARCH_ENTRIES
    return frozenset(json.loads(entries.read_text(encoding="utf-8"))["pages"]) if entries.is_file() else frozenset()


def renew_search(site: Path, docs: Path) -> None:
    """Puts the entries of the map, as they are now below docs/, into the index of a site that is served."""
    entries, index = docs / SEARCH_ENTRIES, site / SEARCH_INDEX
    if entries.is_file() and index.is_file():
        of_map, shown = (json.loads(path.read_text(encoding="utf-8")) for path in (entries, index))
        pages = frozenset(of_map["pages"])
        paths = ((doc, doc["location"].partition("#")[0]) for doc in shown["docs"])
        others = [doc for doc, path in paths if path not in pages and (site / path).is_file()]
        content = {"config": shown["config"], "docs": [*of_map["docs"], *others]}
        # A browser may ask for it at this very moment.
        write_atomically(index, json.dumps(content, ensure_ascii=False, separators=(",", ":")))


def install_search(site: Path) -> None:
    """Puts the index of the map and our script into a site that MkDocs has built; doing so again changes nothing.

    A site without the search of Material for MkDocs is left as it is.
    """
    entries, script, index = site / SEARCH_ENTRIES, site / SEARCH_SCRIPT, site / SEARCH_INDEX
    workers = sorted((site / _WORKERS).glob("search.*.js"))
    if not (entries.is_file() and script.is_file() and index.is_file() and workers):
        return
    of_map, of_mkdocs = (json.loads(path.read_text(encoding="utf-8")) for path in (entries, index))
    docs = [*of_map["docs"], *_other_pages(of_mkdocs["docs"], frozenset(of_map["pages"]))]
    content = {"config": of_mkdocs["config"], "docs": docs}
    index.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    for worker in workers:
        worker.write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
    entries.unlink()
    script.unlink()


def _other_pages(docs: Iterable[Entry], of_map: frozenset[str]) -> Iterator[Entry]:
    titles: dict[str, str] = {}
    for doc in docs:
        page = doc["location"].partition("#")[0]
        title = titles.setdefault(page, _plain(doc["title"]))
        if page not in of_map:
            where = title if "#" in doc["location"] else ""
            yield _without_defaults(
                {
                    "location": doc["location"],
                    "title": _plain(doc["title"]),
                    "where": where,
                    "text": _plain(doc["text"]),
                    "boost": doc.get("boost", 1) * _OTHER_PAGES,
                }
            )


def _plain(markup: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", markup)).split())


def _without_defaults(entry: Mapping[str, Any]) -> Entry:
    return {name: value for name, value in entry.items() if value not in ("", (), False) and (name, value) != _DEFAULT}


_DEFAULT = ("boost", 1)
