"""What one can do with a picture: follow links by mouse and keyboard, enlarge it, fill the screen, follow a role."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
MICRO = "map/micro/MIC-COM-020.html"


@pytest.fixture(scope="module", params=[1440, 390])
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": request.param, "height": 900})
    yield page
    page.close()


@pytest.fixture
def micro(page: Page, sample_origin: str) -> Iterator[Page]:
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(f"{sample_origin}/{MICRO}")
    page.evaluate("localStorage.clear()")
    page.goto(f"{sample_origin}/index.html")
    page.goto(f"{sample_origin}/{MICRO}")
    yield page
    assert trouble == []


def shown_width(page: Page) -> float:
    return float(page.evaluate("document.querySelector('.pm-sheet').getBoundingClientRect().width"))


def test_the_tab_key_visits_the_steps_in_authored_order_and_shows_each(micro: Page) -> None:
    micro.focus(".pm-diagram")
    visited = []
    for _ in range(4):
        micro.keyboard.press("Tab")
        visited.append(micro.evaluate("document.activeElement.id"))

    assert visited == [f"mic-com-020-{step}" for step in ("s10", "t20", "t20-out", "g30")]
    assert micro.evaluate(
        """() => {
            const view = document.querySelector('.pm-diagram').getBoundingClientRect();
            const node = document.activeElement.getBoundingClientRect();
            return node.left >= view.left && node.right <= view.right + 1;
        }"""
    )
    assert micro.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_enter_on_a_hand_off_opens_the_other_process(micro: Page) -> None:
    micro.focus("#mic-com-020-h90")
    micro.keyboard.press("Enter")

    micro.wait_for_url("**/MIC-JUR-010.html*")


def test_buttons_keys_and_the_wheel_change_the_size_and_the_point_stays(micro: Page) -> None:
    at_first = shown_width(micro)
    micro.click("button[data-act=in]")
    larger = shown_width(micro)
    micro.focus(".pm-diagram")
    micro.keyboard.press("-")
    back = shown_width(micro)
    micro.hover(".pm-diagram", position={"x": 150, "y": 150})
    micro.keyboard.down("Control")
    micro.mouse.wheel(0, -100)
    micro.keyboard.up("Control")
    by_wheel = shown_width(micro)

    assert larger == pytest.approx(at_first * 1.25, abs=2)
    assert back == pytest.approx(at_first, abs=2)
    assert by_wheel == pytest.approx(at_first * 1.1, abs=2)


def test_a_plain_wheel_scrolls_the_page(micro: Page) -> None:
    before = shown_width(micro)
    micro.hover(".pm-diagram", position={"x": 150, "y": 150})
    micro.mouse.wheel(0, -100)

    assert shown_width(micro) == before


def test_lane_names_stay_when_the_picture_scrolls(micro: Page) -> None:
    micro.click("button[data-act=in]")
    micro.click("button[data-act=in]")
    micro.evaluate("document.querySelector('.pm-diagram').scrollLeft = 400")

    heads = micro.locator(".pm-heads").bounding_box()
    view = micro.locator(".pm-diagram").bounding_box()
    assert heads is not None
    assert view is not None
    assert heads["x"] == pytest.approx(view["x"], abs=3)


def test_on_the_whole_screen_one_drags_the_picture_and_escape_closes_it(micro: Page) -> None:
    size = micro.viewport_size
    assert size is not None
    before = shown_width(micro)
    micro.click("button[data-act=full]")
    micro.wait_for_timeout(300)
    view = micro.locator(".pm-diagram").bounding_box()
    assert view is not None
    assert view["height"] > size["height"] * 0.7
    micro.click("button[data-act=in]")
    micro.click("button[data-act=in]")
    first = micro.locator("#mic-com-020-t60").bounding_box()
    x, y = size["width"] / 2, size["height"] / 2
    micro.mouse.move(x, y)
    micro.mouse.down()
    micro.mouse.move(x - 120, y - 20, steps=4)
    micro.mouse.up()
    micro.wait_for_timeout(100)
    moved = micro.locator("#mic-com-020-t60").bounding_box()
    heads = micro.locator(".pm-heads").bounding_box()
    assert first is not None
    assert moved is not None
    assert heads is not None
    assert moved["x"] == pytest.approx(first["x"] - 120, abs=4)
    assert heads["x"] == pytest.approx(view["x"], abs=3)

    micro.keyboard.press("Escape")
    micro.wait_for_timeout(300)

    assert micro.locator(".pm-figure--stage").count() == 0
    assert shown_width(micro) == pytest.approx(before, abs=2)


def test_a_focused_step_comes_into_view_on_the_whole_screen(micro: Page) -> None:
    micro.click("button[data-act=full]")
    micro.wait_for_timeout(300)
    for _ in range(5):
        micro.click("button[data-act=in]")
    micro.focus("#mic-com-020-e110")
    micro.wait_for_timeout(300)

    node = micro.locator("#mic-com-020-e110").bounding_box()
    view = micro.locator(".pm-diagram").bounding_box()
    assert node is not None
    assert view is not None
    assert view["x"] <= node["x"]
    assert node["x"] + node["width"] <= view["x"] + view["width"]
    micro.keyboard.press("Escape")


def test_one_role_is_followed_in_picture_and_table_and_remembered(micro: Page, sample_origin: str) -> None:
    micro.select_option("select[data-roles]", "ROL-GER-PME")

    assert micro.url.endswith("?role=ROL-GER-PME")
    assert micro.locator("#mic-com-020-a40.pm-dim").count() == 0
    assert micro.locator("#mic-com-020-t20.pm-dim").count() == 1
    assert micro.locator("tr#a40.pm-dim").count() == 0
    assert micro.locator("tr#t20.pm-dim").count() == 1
    micro.goto(f"{sample_origin}/{MICRO}")
    assert micro.locator("#mic-com-020-t20.pm-dim").count() == 1
    micro.select_option("select[data-roles]", "")
    assert micro.locator(".pm-dim").count() == 0


def test_a_link_can_ask_for_a_role(micro: Page, sample_origin: str) -> None:
    micro.goto(f"{sample_origin}/{MICRO}?role=ROL-DIR-COM")

    assert micro.locator("#mic-com-020-a45.pm-dim").count() == 0
    assert micro.locator("#mic-com-020-a40.pm-dim").count() == 1


def test_home_and_process_alternate_without_loading_and_pictures_work_each_time(micro: Page) -> None:
    for _ in range(2):
        micro.evaluate("document.querySelector('.md-header a.md-logo').click()")  # on a phone it hides in the menu
        micro.wait_for_url("**/index.html")
        if not micro.is_visible("#landscape-mic-com-020"):  # a phone has the landscape as a list
            micro.click(".pm-tile summary >> text=Vender")
        micro.click(":is(#landscape-mic-com-020, .pm-tile a[href$='MIC-COM-020.html']):visible")
        micro.wait_for_url("**/MIC-COM-020.html")
        before = shown_width(micro)
        micro.click("button[data-act=in]")

        assert shown_width(micro) == pytest.approx(before * 1.25, abs=2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_figure(micro: Page, scheme: str) -> None:
    micro.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of two words
    micro.reload()

    found = Axe().run(micro, context=".pm-figure")

    assert found.violations_count == 0, found.generate_report()
