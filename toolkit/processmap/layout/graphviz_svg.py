"""Makes Graphviz's SVG fit for a page: stable, linkable, named, coloured by the site's style sheet.

Graphviz writes comments with its version, ids by counting and fixed colours; none of these may reach a page.
Links stay `xlink:href`: on a plain `href` inside an SVG, Material's instant navigation throws.
"""

import re
from html import escape

_PROLOGUE = re.compile(r"^.*?(?=<svg)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_TAG = re.compile(r"<svg[^>]*>", re.DOTALL)
_SIZE = re.compile(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"')
_COLOURS = re.compile(r' (?:fill|stroke|font-family)="[^"]*"')
_COUNTED_ID = re.compile(r' id="(?:a_)?(?:node|edge|graph)\d+"')
_OUTER_TITLE = re.compile(r"(<g[^>]*class=\"graph\"[^>]*>)\s*<title>.*?</title>", re.DOTALL)
_NODE_TITLE = re.compile(r"(<g[^>]* class=\"(?:node|edge|cluster)[^>]*>)\s*<title>.*?</title>", re.DOTALL)


def page_graph(drawn: str, *, name: str, title: str, description: str) -> tuple[str, int, int]:
    """Returns the SVG to stand inside a page, its width and its height in px.

    Args:
        drawn: what Graphviz wrote.
        name: id of the element drawn; the prefix of every id.
        title: name of the drawing for those who do not see it.
        description: what it shows, in a sentence.
    """
    svg = _COMMENT.sub("", _PROLOGUE.sub("", drawn))
    svg = _COUNTED_ID.sub("", _COLOURS.sub("", svg))
    svg = _NODE_TITLE.sub(r"\1", _OUTER_TITLE.sub(r"\1", svg))
    size = _SIZE.search(svg)
    width, height = (round(float(size[1])), round(float(size[2]))) if size else (800, 400)
    opening = (
        f'<svg class="pm-graph" role="graphics-document" aria-labelledby="{name}-title {name}-description" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-description">{escape(description)}</desc>'
    )
    body = _TAG.sub(lambda _: opening, svg, count=1)
    return "\n".join(line for line in body.splitlines() if line.strip()), width, height
