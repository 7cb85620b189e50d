"""One page of every kind is accessible: axe finds nothing, nothing is cut off, the keyboard reaches and leaves all."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[..., "Page"]

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
EVERYTHING = {"type": "tag", "values": LEVELS}
# The scheme changes colours and nothing else.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# Without the page of changes: it is made from the history of a repository, which the copy built here does not have.
PAGES = (
    "index",
    "map/macro/index",
    "map/macro/MAC-COM",
    "map/micro/MIC-COM-020",
    "map/micro/MIC-COM-040",
    "map/ito/index",
    "map/ito/ITO-COM-001",
    "map/role/index",
    "map/role/ROL-GER-PME",
    "map/area/index",
    "map/area/ARE-VEN",
    "map/form/FRM-COM-001",
    "map/interdependence",
    "map/handoffs",
    "map/process-dependence",
    "map/coverage",
    "map/findings",
    "map/tags",
    "map/catalogue/index",
    *(
        f"map/catalogue/{name}"
        for name in (
            *("documents", "forms", "systems", "glossary", "slas", "kpis", "reports", "benefits"),
            *("policies", "controls", "forums", "segments", "offers", "regions", "targets", "incentives"),
            *("externals", "skills", "trainings", "issues", "practices", "interviews", "rollout", "validations"),
        )
    ),
)


KEYED = ("map/micro/MIC-COM-020", "map/interdependence", "map/catalogue/policies", "map/catalogue/documents")


@pytest.mark.parametrize(
    ("width", "scheme", "rules"), [(1440, "light", EVERYTHING), (1440, "dark", COLOURS), (390, "light", EVERYTHING)]
)
def test_axe_finds_nothing_and_no_page_is_wider_than_the_window(
    flagship_origin: str, open_page: Open, width: int, scheme: str, rules: dict[str, object]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, axe, trouble = open_page(width=width, scheme=scheme), Axe(), []
    for path in PAGES:
        page.goto(f"{flagship_origin}/{path}.html")
        found = axe.run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
        trouble += [(path, rule["id"], node["target"], node["html"][:160]) for rule in found for node in rule["nodes"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            trouble.append((path, "wider than the window", page.evaluate("document.documentElement.scrollWidth"), ""))

    assert trouble == []


# Remembers how everything that takes the focus looks without it, and writes down what gets it and how it looks then.
WATCH = """() => {
  const content = document.querySelector(".md-content");
  const all = [...content.querySelectorAll("a[href], a[*|href], button, select, input, summary, [tabindex='0']")];
  const shown = all.filter((each) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({
    visibilityProperty: true, contentVisibilityAuto: true,
  }));
  const look = (element) => [element, ...element.querySelectorAll("*")].slice(0, 8).map((each) => {
    const style = getComputedStyle(each);
    const outline = style.outlineStyle === "none" ? "" : style.outlineWidth + style.outlineColor;
    return [outline, style.boxShadow, style.stroke, style.strokeWidth].join();
  }).join("|");
  const name = (element) => element.outerHTML.slice(0, 140);
  const before = new Map(shown.map((each) => [each, look(each)]));
  const seen = new Set();
  const state = window.watched = { pale: [], left: false };
  content.addEventListener("focusin", ({ target }) => {
    seen.add(target);
    if (before.get(target) === look(target)) state.pale.push(name(target));
  });
  content.addEventListener("focusout", ({ relatedTarget }) => {
    if (!content.contains(relatedTarget)) state.left = true;
  });
  state.missed = () => shown.filter((each) => !seen.has(each)).map(name);
  const small = (each) => {
    const box = (each.closest("label") ?? each).getBoundingClientRect();
    return box.width < 23.5 || box.height < 23.5;
  };
  state.small = shown.filter((each) => each.matches("button, select, input, summary") && small(each)).map(name);
  shown[0].focus();
  return shown.length;
}"""


@pytest.mark.parametrize("path", ["index", *KEYED])
def test_the_tab_key_reaches_everything_shows_where_it_is_and_leaves(
    flagship_origin: str, open_page: Open, path: str
) -> None:
    page = open_page()
    page.goto(f"{flagship_origin}/{path}.html")
    page.keyboard.press("Shift")  # from now on the browser shows the focus, also where a script sets it
    count = page.evaluate(WATCH)
    for place in range(count + 20):
        page.keyboard.press("Tab")
        if place % 20 == 19 and page.evaluate("watched.left"):
            break

    assert page.evaluate("({ ...watched, missed: watched.missed() })") == {
        "pale": [],
        "left": True,
        "missed": [],
        "small": [],
    }


def test_escape_closes_what_opens_and_gives_the_focus_back(flagship_origin: str, open_page: Open) -> None:
    page = open_page()
    focused = "document.activeElement.matches('{}')"

    page.goto(f"{flagship_origin}/map/micro/MIC-COM-020.html")
    walk, stage = ('[data-walk="open"]', ".pm-walk:not([hidden])"), ('[data-act="full"]', ".pm-figure--stage")
    for opener, opened in (walk, stage):
        page.locator(opener).first.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(opened)
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        page.wait_for_selector(opened, state="detached")
        assert page.evaluate(focused.format(opener)), opener

    page.goto(f"{flagship_origin}/map/interdependence.html")
    page.locator("a.pm-count").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#handoff-panel[open]")
    page.keyboard.press("Escape")
    page.wait_for_selector("#handoff-panel:not([open])", state="attached")
    assert page.evaluate(focused.format("a.pm-count"))
