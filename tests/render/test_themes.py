import re
from itertools import product

import pytest

from processmap.render.svg.themes import DARK, LIGHT, Theme, site_style_sheet, style_sheet

TEXTS = ("ink", "quiet")
GROUNDS = (
    "ground",
    "card",
    "commercial-lane",
    "commercial-head",
    "support-lane",
    "support-head",
    "external-lane",
    "external-head",
    "handoff-ground",
)


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground(colours: dict[str, str]) -> None:
    weak = {
        (text, ground): round(found, 2)
        for text, ground in product(TEXTS, GROUNDS)
        if (found := contrast(colours[text], colours[ground])) < 4.5
    }

    assert weak == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_and_symbols_stand_out_from_their_lanes(colours: dict[str, str]) -> None:
    lines = ("line", "commercial", "support", "start", "wait", "gateway", "handoff", "rework")
    lanes = ("commercial-lane", "support-lane", "external-lane")

    weak = [pair for pair in product(lines, lanes) if contrast(colours[pair[0]], colours[pair[1]]) < 3]

    assert weak == []


def test_both_themes_name_the_same_colours() -> None:
    assert list(LIGHT) == list(DARK)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_resolved_style_sheet_has_no_variable_and_no_media_rule(theme: Theme) -> None:
    sheet = style_sheet(theme)

    assert "var(" not in sheet
    assert "--pmd" not in sheet
    assert "@media" not in sheet
    assert ".d-non-commercial .d-shape{stroke:" in sheet


def test_every_variable_of_the_site_has_a_value() -> None:
    sheet = site_style_sheet()

    assert set(re.findall(r"var\(--pmd-([a-z-]+)\)", sheet)) <= {*re.findall(r"--pmd-([a-z-]+):", sheet)}
