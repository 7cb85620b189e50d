"""A site made from texts that try everything: nothing of them runs, loads or becomes a link, on any page."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.conftest import Open, built_once, served
from tests.safety.hostile_map import WORD, write_hostile_map
from tests.safety.payloads import MARK
from tests.site.built_map import SAMPLE, run_python

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

# What a text has made of itself, found by the browser's own parser. Says where, what and how.
SWEEP = r"""
(root, at) => {
  const found = [];
  const say = (element, what) => found.push([at, element.outerHTML.slice(0, 200), what]);
  const known = ['A', 'LINK', 'SCRIPT', 'IMG', 'FORM', 'USE', 'IMAGE'];
  const forbidden = ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'FRAME', 'FOREIGNOBJECT', 'ANIMATE', 'SET', 'VIDEO', 'AUDIO',
    'MATH', 'TEXTAREA', 'TEMPLATE', 'MARQUEE', 'MGLYPH', 'XMP'];
  for (const element of root.querySelectorAll('*')) {
    const name = element.tagName.toUpperCase();
    if (forbidden.includes(name)) say(element, 'element');
    if (name === 'META' && /refresh/i.test(element.httpEquiv)) say(element, 'refresh');
    if (name === 'SCRIPT' || name === 'STYLE') {
      if (element.textContent.includes('window.__x') || /evil\.example|@import/.test(element.textContent))
        if (element.type !== 'application/json') say(element, 'content');
    }
    for (const attribute of element.attributes) {
      const value = attribute.value.replace(/[\u0000-\u0020]/g, '').replace(location.origin, '');
      if (/^on/i.test(attribute.name)) say(element, attribute.name);
      if (attribute.name === 'srcdoc' || attribute.name === 'formaction' || attribute.name === 'markdown')
        say(element, attribute.name);
      if (attribute.name === 'style' && /url\(|expression|@import/i.test(value)) say(element, 'style');
      if (!['href', 'xlink:href', 'src', 'action', 'data', 'poster', 'srcset', 'background'].includes(attribute.name))
        continue;
      if (/evil\.example/.test(value)) say(element, 'address');
      if (/^\/\//.test(value) || /^[a-z][a-z0-9+.-]*:/i.test(value)) {
        const isText = element.matches('a.pm-web[rel="noopener noreferrer"]') && /^https:\/\/a\.example/.test(value);
        const isIcon = name === 'IMG' && /^data:image\/svg\+xml/.test(value);
        if (!isText && !isIcon) say(element, 'address');
      }
      if (!known.includes(name)) say(element, attribute.name);
    }
  }
  return found;
}
"""
# Pages and pictures read as files, so that none is left out.
SWEEP_FILES = """
async ([paths, sweep]) => {
  const found = [];
  const all = eval(sweep);
  for (const path of paths) {
    const text = await (await fetch('/' + path.split('/').map(encodeURIComponent).join('/'))).text();
    const type = path.endsWith('.svg') ? 'image/svg+xml' : 'text/html';
    const root = new DOMParser().parseFromString(text, type);
    if (root.querySelector('parsererror')) found.push([path, root.querySelector('parsererror').textContent, 'XML']);
    found.push(...all(root, path));
  }
  return found;
}
"""
# A reader opens what is folded and moves over what says more.
TOUCH = """
() => {
  document.querySelectorAll('details').forEach((each) => { each.open = true; });
  document.querySelectorAll('article [title], article svg a, article .pm-web').forEach((each) => {
    each.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}));
    if (each.focus) each.focus();
  });
}
"""
ONE_OF_EACH = (
    "index.html",
    *(f"map/{kind}/index.html" for kind in ("macro", "ito", "role", "area", "catalogue")),
    *(f"map/catalogue/{name}.html" for name in ("glossary", "policies", "kpis", "skills", "rollout", "issues")),
    *(f"map/{name}.html" for name in ("findings", "interdependence", "coverage", "tags")),
    *(f"map/{name}.html" for name in ("macro/MAC-V0", "micro/MIC-V1", "ito/ITO-V0", "role/ROL-V1", "area/ARE-V0")),
    "map/form/FRM-V0.html",
)


def build(root: Path) -> None:
    write_hostile_map(root)
    (root / "docs").mkdir()
    shutil.copy(SAMPLE / "mkdocs.yml", root / "mkdocs.yml")
    done = run_python(root, "-m", "processmap", "build", "--today", "2026-11-24")
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The built site of the map."""
    return built_once(tmp_path_factory, worker_id, "hostile", build) / "site"


@pytest.fixture(scope="session")
def hostile_origin(hostile_site: Path) -> Iterator[str]:
    with served(hostile_site) as origin:
        yield origin


def told(found: list[Any]) -> str:
    """The findings, one a line, so that a failure shows all of them."""
    return "\n".join(" | ".join(map(str, each)) for each in found)


def paths_of(site: Path, *suffixes: str) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in suffixes)


@pytest.fixture
def watched(open_page: Open, hostile_origin: str) -> "Iterator[tuple[Page, list[str]]]":
    """A page whose dialogs and foreign requests are noted."""
    trouble: list[str] = []
    page = open_page()
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.on("dialog", lambda dialog: (trouble.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((hostile_origin, "data:", "blob:")) else trouble.append(asked.url),
    )
    yield page, trouble
    assert trouble == []


def test_no_file_holds_what_could_run(hostile_site: Path, hostile_origin: str, chromium: "Browser") -> None:
    page = chromium.new_page()
    page.goto(f"{hostile_origin}/404.html")
    found = page.evaluate(SWEEP_FILES, [paths_of(hostile_site, ".html", ".svg"), SWEEP])
    page.close()

    assert told(found) == ""


def test_every_text_reached_the_site(hostile_site: Path) -> None:
    for name in ("micro/MIC-V0", "macro/MAC-V0", "ito/ITO-V0", "role/ROL-V0", "area/ARE-V0", "form/FRM-V0", "findings"):
        assert (hostile_site / f"map/{name}.html").read_text(encoding="utf-8").count(WORD) > 10


def test_nothing_runs_on_any_kind_of_page(watched: "tuple[Page, list[str]]", hostile_origin: str) -> None:
    page, _trouble = watched
    found = []
    for path in ONE_OF_EACH:
        page.goto(f"{hostile_origin}/{path}")
        page.evaluate(TOUCH)
        found += page.evaluate(f"({SWEEP})(document, {json.dumps(path)})")
        if page.evaluate(f"window.{MARK}") is not None:
            found.append([path, "", "ran"])

    assert told(found) == ""


def test_nothing_runs_in_a_picture_on_its_own(
    watched: "tuple[Page, list[str]]", hostile_site: Path, hostile_origin: str
) -> None:
    page, _trouble = watched
    for path in ("map/micro/MIC-V0.svg", "map/micro/MIC-V1.svg", "map/landscape.svg", "map/dependencies.svg"):
        page.goto(f"{hostile_origin}/{path}")
        assert page.evaluate(f"window.{MARK}") is None
        assert page.evaluate("document.documentElement.tagName") == "svg"


def test_nothing_runs_in_the_results_of_a_search(watched: "tuple[Page, list[str]]", hostile_origin: str) -> None:
    page, _trouble = watched
    found: list[Any] = []
    page.goto(f"{hostile_origin}/index.html")
    for query in (WORD, "script", "onerror"):
        page.click("[data-md-component=search-query]")
        page.fill("[data-md-component=search-query]", query)
        page.keyboard.press("End")  # the theme looks at what was typed when a key goes up
        page.wait_for_selector("[data-md-component=search-result] li a")
        found += page.evaluate(f"({SWEEP})(document, {json.dumps(query)})")
    page.fill("[data-md-component=search-query]", f"<img src=x onerror=window.{MARK}=1>")
    page.keyboard.press("End")
    page.wait_for_timeout(500)
    assert page.evaluate(f"window.{MARK}") is None

    assert told(found) == ""
