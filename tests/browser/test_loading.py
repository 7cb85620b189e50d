"""What a page of the flagship loads: nothing from elsewhere, and not much."""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

KILO = 1000
FIRST_VIEW, MICRO_PAGE = 600 * KILO, 100 * KILO
LONG_LISTS = dict.fromkeys(
    ("map/catalogue/documents.html", "map/handoffs.html", "map/process-dependence.html"), 660 * KILO
)
"""Pages that list all there is of a kind, on purpose in one place."""
CDN = re.compile(r"unpkg\.com|jsdelivr|cdnjs|googleapis|gstatic|cloudflare|fonts\.")
LOADS = re.compile(
    r"""<(?:script|img|iframe|source|embed|object|video|audio)\b[^>]*?\s(?:src|data|srcset)=["']?(?:https?:)?//
      | <link\b(?=[^>]*\brel=["']?(?:stylesheet|pre\w+|icon|modulepreload))[^>]*\bhref=["']?(?:https?:)?//
      | url\(\s*["']?(?:https?:)?// | @import\s+["'](?:https?:)?//""",
    re.VERBOSE | re.IGNORECASE,
)


def heaviest_of_each_kind(site: Path) -> list[str]:
    """The largest page of each folder of the map, and every page that stands for itself."""
    of_map = [path for path in sorted(site.glob("map/*/*.html")) if path.name != "index.html"]
    heaviest = {path.parent: path for path in sorted(of_map, key=lambda path: path.stat().st_size)}
    single = [site / "index.html", *site.glob("map/*.html"), *site.glob("map/*/index.html"), site / "guide/index.html"]
    return sorted(path.relative_to(site).as_posix() for path in {*heaviest.values(), *single})


def test_no_page_loads_from_elsewhere_and_each_first_view_is_light(
    chromium: "Browser", flagship_root: Path, flagship_origin: str
) -> None:
    weights: dict[str, int] = {}
    asked: list[str] = []
    page = chromium.new_page()
    page.on("request", lambda request: asked.append(request.url))
    foreign = set()
    for name in heaviest_of_each_kind(flagship_root / "site"):
        asked.clear()
        page.goto(f"{flagship_origin}/{name}")
        own = {urlsplit(url).path.lstrip("/") for url in asked if url.startswith(flagship_origin)}
        foreign |= {url for url in asked if not url.startswith((flagship_origin, "data:", "blob:"))}
        weights[name] = sum(
            (flagship_root / "site" / path).stat().st_size for path in own if "search_index" not in path
        )
    page.close()

    for name, weight in sorted(weights.items(), key=lambda item: -item[1])[:5]:
        print(f"{weight / KILO:7.1f} kB  {name}")  # noqa: T201  # the figure that one asks for
    assert len(weights) > 15
    assert foreign == set()
    assert {name: weight for name, weight in weights.items() if weight > LONG_LISTS.get(name, FIRST_VIEW)} == {}


def test_the_page_of_a_process_stays_small(flagship_root: Path) -> None:
    sizes = {path.name: path.stat().st_size for path in (flagship_root / "site/map/micro").glob("MIC-*.html")}

    print(f"{max(sizes.values()) / KILO:.1f} kB", max(sizes, key=lambda name: sizes[name]))  # noqa: T201  # as above
    assert {name: size for name, size in sizes.items() if size > MICRO_PAGE} == {}


def test_no_file_of_the_site_names_a_server_to_load_from(flagship_root: Path) -> None:
    site = flagship_root / "site"
    files = [path for kind in ("html", "css", "js") for path in sorted(site.rglob(f"*.{kind}"))]
    code = [path for path in files if path.suffix in (".css", ".js")]

    assert [path.name for path in files if LOADS.search(path.read_text(encoding="utf-8"))] == []
    assert [path.name for path in code if CDN.search(path.read_text(encoding="utf-8"))] == []
