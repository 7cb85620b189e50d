"""Finds every link of a built site that leads nowhere: in pages, in pictures and in the index of the search."""

import json
import re
from collections.abc import Container, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What we write has quotes around attributes and no angle bracket in them; a parser takes ten times as long.
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_ATTRIBUTE = re.compile(r"\s(id|name|href|xlink:href|src|action|poster)=\"([^\"]*)\"")
_MADE_BY_SCRIPT = frozenset({"__skip", "__search", "__drawer"})


def broken_links(site: Path) -> list[str]:
    """Returns a line for each broken link, `page: link`, in order and without repetitions."""
    files = sorted(path for path in site.rglob("*") if path.suffix in (".html", ".svg"))
    read = {path: _links_and_fragments(path.read_text(encoding="utf-8")) for path in files}
    fragments = {path: found for path, (_links, found) in read.items()}
    broken = (
        f"{path.relative_to(site).as_posix()}: {link}"
        for path, (links, _fragments) in (*read.items(), *_search(site))
        # The server shows this page at any address; its links begin at the root.
        if path.name != "404.html"
        for link in links
        if not _resolves(path, link, fragments)
    )
    return list(dict.fromkeys(broken))


def _links_and_fragments(text: str) -> tuple[list[str], set[str]]:
    links, fragments = [], set()
    for tag in _TAG.findall(text):
        for name, value in _ATTRIBUTE.findall(tag):
            if name in ("id", "name"):
                fragments.add(unescape(value))
            else:
                links.append(unescape(value))
    return links, fragments


def _search(site: Path) -> Iterator[tuple[Path, tuple[list[str], set[str]]]]:
    index = site / "search" / "search_index.json"
    docs = json.loads(index.read_text(encoding="utf-8"))["docs"]
    # Its addresses are written from the root of the site.
    yield site / "index.html", ([doc["location"] for doc in docs], set())


def _resolves(path: Path, link: str, fragments: dict[Path, Container[str]]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return False
    fragment = unquote(parts.fragment)
    if fragment.startswith("svgView(") and target.suffix == ".svg":
        return True  # a part of the picture
    return not fragment or target not in fragments or fragment in fragments[target] or fragment in _MADE_BY_SCRIPT
