"""The smallest pieces of SVG: escaped text, numbers in one format, lines of text, the frame of a picture."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from processmap.layout.text import LINE_HEIGHTS
from processmap.render.svg.themes import Theme, style_sheet

# What XML cannot hold at all; and the two signs with which a fence begins in the Markdown around an inline picture.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FENCES = {ord("`"): "&#96;", ord("~"): "&#126;"}
# Half the height of a capital letter: `dominant-baseline` is unknown to librsvg.
_HALF_CAPITAL = 0.35


@dataclass(frozen=True, slots=True)
class Page:
    """Where a picture stands."""

    theme: Theme = Theme.CSS
    is_inline: bool = True
    """Whether it stands inside a page, whose style sheet has the colours and whose legend stands beside it."""
    own_address: str = ""
    """The page itself as seen from the picture, put before links that stay on it; needed where it is a file apart."""
    has_links: bool = True

    def link(self, href: str | None) -> str | None:
        """The address as it is written into the picture; None for no link."""
        if href is None or not self.has_links:
            return None
        return f"{self.own_address}{href}" if href.startswith("#") else href


def escaped(text: str) -> str:
    """Text as it may stand between tags and in attributes, on one line."""
    return escape(_FORBIDDEN.sub("", " ".join(text.split()))).translate(_FENCES)


def number(value: float) -> str:
    """A coordinate with at most one decimal: `12`, `12.5`."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def text(
    lines: Iterable[str], x: float, middle: float, *, css: str = "", size: int = 12, anchor: str = "middle"
) -> str:
    """Lines below each other, the block centred on `middle`."""
    shown = list(lines)
    if not shown:
        return ""
    height = LINE_HEIGHTS[size]
    first = middle - (len(shown) - 1) * height / 2 + _HALF_CAPITAL * size
    spans = "".join(
        f'<tspan x="{number(x)}" y="{number(first + index * height)}">{escaped(line)}</tspan>'
        for index, line in enumerate(shown)
    )
    css = f' class="{css}"' if css else ""
    return f'<text{css} text-anchor="{anchor}">{spans}</text>'


def shape(d: str, css: str) -> str:
    """A path with its class."""
    return f'<path class="{css}" d="{d}"/>'


def link(page: Page, href: str | None, content: str, attributes: Mapping[str, str]) -> str:
    """A link around content, or a plain group where there is nothing to link to.

    `xlink:href`, because Material's instant navigation stumbles over a plain `href` inside an SVG.
    """
    there = page.link(href)
    written = "".join(f' {name}="{escaped(value)}"' for name, value in attributes.items() if value)
    if there is None:
        return f"<g{written}>{content}</g>"
    return f'<a{written} xlink:href="{escaped(there)}">{content}</a>'


def picture(
    page: Page, content: str, *, name: str, kind: str, title: str, description: str, size: tuple[int, int]
) -> str:
    """The frame: size, name and description for those who listen, and colours where it does not stand in a page."""
    width, height = size
    style = "" if page.is_inline else f"<style>{style_sheet(page.theme)}</style>"
    ground = "" if page.is_inline else f'<rect class="d-ground" width="{width}" height="{height}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'class="pm-drawing pm-drawing--{kind}" role="graphics-document" aria-labelledby="{name}-title {name}-desc" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<title id="{name}-title">{escaped(title)}</title><desc id="{name}-desc">{escaped(description)}</desc>'
        f"{style}{ground}\n{content}\n</svg>\n"
    )
