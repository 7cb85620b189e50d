"""Pictures of the flagship in a real browser: text keeps to its place, and both forms of a picture look the same."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from tests.layout.flagship import flagship_diagrams

from processmap.i18n import Language, load_texts
from processmap.layout.placed import PlacedDiagram
from processmap.layout.swimlane import place
from processmap.render.svg.markup import Page
from processmap.render.svg.swimlane import swimlane_svg
from processmap.render.svg.themes import Theme
from processmap.views.wording import Wording

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
WORDS = Wording(load_texts("site", Language.PORTUGUESE))
FALLBACK = "<style>.pm-drawing, .pm-drawing text { font-family: 'DejaVu Sans' !important; }</style>"
MEASURE = """() => [...document.querySelectorAll('.d-node, .d-way')].map(group => ({
  id: group.id,
  shape: [...group.querySelectorAll('rect.d-shape')].map(box).pop() || null,
  texts: [...group.querySelectorAll('text')].map(box),
}));
function box(element) { const b = element.getBBox(); return [b.x, b.y, b.x + b.width, b.y + b.height]; }"""
HEADS = """() => [...document.querySelectorAll('.pm-drawing > [data-lane] > .d-head')].map(head => {
  const a = head.getBoundingClientRect(), b = head.parentNode.querySelector('text').getBoundingClientRect();
  const fits = b.left >= a.left && b.right <= a.right && b.top >= a.top && b.bottom <= a.bottom;
  return [head.parentNode.dataset.lane, fits];
})"""
# What a measured box may stick out by (px): ascent and descent of a font are more than its letters show.
SLACK = 2.0


def shown(placed: PlacedDiagram, theme: Theme) -> str:
    return swimlane_svg(placed, Page(theme, is_inline=False), WORDS)


def overflowing(placed: PlacedDiagram, measured: list[dict[str, object]]) -> Iterator[str]:
    """Texts wider than the box that the layout has kept for them."""
    prefix = placed.diagram.id.lower()
    boxes = {f"{prefix}-{label.ref.lower()}": label.box for label in placed.labels if not label.of_edge}
    boxes |= {f"{prefix}-way-{label.ref.lower()}": label.box for label in placed.labels if label.of_edge}
    for item in measured:
        shape, name = item["shape"], str(item["id"])
        box = boxes.get(name)
        limits = shape or (box and (box.x, box.y, box.right, box.bottom))
        for left, _, right, _ in item["texts"]:  # type: ignore[attr-defined]  # a list of boxes
            if limits and (left < limits[0] - SLACK or right > limits[2] + SLACK):  # type: ignore[index]  # four numbers
                yield f"{name}: {left:.1f}..{right:.1f} in {limits}"


def test_the_measure_finds_text_that_is_too_wide(chromium: "Browser") -> None:
    placed = place(flagship_diagrams()[0])
    page = chromium.new_page()
    large = FALLBACK.replace("font-family", "font-size: 19px !important; font-family")
    page.set_content(large + shown(placed, Theme.LIGHT))

    assert len(list(overflowing(placed, page.evaluate(MEASURE)))) > len(placed.nodes) / 2


def test_text_stays_in_its_box_also_in_the_widest_usual_font(chromium: "Browser") -> None:
    page = chromium.new_page()
    outside = []

    for diagram in flagship_diagrams():
        placed = place(diagram)
        page.set_content(FALLBACK + shown(placed, Theme.LIGHT))
        outside += overflowing(placed, page.evaluate(MEASURE))
        outside += [f"{diagram.id} {lane}" for lane, fits in page.evaluate(HEADS) if not fits]

    assert outside == []


@pytest.mark.parametrize(("theme", "scheme"), [(Theme.LIGHT, "light"), (Theme.DARK, "dark")])
def test_a_picture_for_download_looks_as_it_does_on_the_page(chromium: "Browser", theme: Theme, scheme: str) -> None:
    different = []

    for diagram in flagship_diagrams()[::4]:
        placed = place(diagram)
        size = {"width": min(placed.width, 2400), "height": placed.height + 90}
        page = chromium.new_context(viewport=size, color_scheme=scheme).new_page()  # type: ignore[arg-type]  # one of two words
        images = []
        for form in (theme, Theme.CSS):
            page.set_content(f"<body style='margin:0'>{shown(placed, form)}")
            images.append(page.screenshot())
        if images[0] != images[1]:
            different.append(diagram.id)

    assert different == []


def test_every_node_can_be_reached_with_the_tab_key_and_shows_it(chromium: "Browser") -> None:
    diagram = next(diagram for diagram in flagship_diagrams() if diagram.id == "MIC-COM-020")
    page = chromium.new_page()
    page.set_content(shown(place(diagram), Theme.CSS))
    reached, outlines = [], set()

    for _ in diagram.nodes:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
        outlines.add(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))

    assert reached == [f"mic-com-020-{node.id.lower()}" for node in diagram.nodes]
    assert outlines == {"solid"}


def test_sticky_lane_headers_lie_exactly_over_those_of_the_picture(chromium: "Browser") -> None:
    from processmap.render.svg.swimlane import lane_headers_svg

    placed = place(flagship_diagrams()[0])
    pattern = re.compile(r'<rect class="d-head"[^>]*>')

    assert pattern.findall(lane_headers_svg(placed)) == pattern.findall(shown(placed, Theme.LIGHT))[: len(placed.lanes)]
