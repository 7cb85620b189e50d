"""Keeps authored text data: what stands in YAML must neither become Markdown nor HTML."""

import json
import re
from functools import lru_cache
from html import escape

from markupsafe import Markup

_MARKDOWN = {ord(character): f"&#{ord(character)};" for character in "\\`*_{}[]()#+-.!|~^=:$@"}


# Control signs and signs that are none. No page shows them, XML cannot hold them, and a front matter with one of them
# is not YAML: MkDocs would then take it for the text of the page.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\ud800-\udfff]"
)


def heading_text(text: object) -> Markup:
    """Text for a Markdown heading: every character that Markdown could take for a sign is written as an entity."""
    return Markup(escape(_one_line(text)).translate(_MARKDOWN))  # noqa: S704  # escaped right here


def front_matter_text(text: object) -> Markup:
    """Text for a value of the front matter; themes put it into pages unescaped, so it is HTML already."""
    return Markup(json.dumps(escape(_one_line(text)), ensure_ascii=False))  # noqa: S704  # escaped


_FENCES = {ord("`"): "&#96;", ord("~"): "&#126;"}


def page_text(value: object) -> object:
    """Text inside HTML: escaped, on one line, and without what could open a fence before HTML is even looked at."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return _escaped(value)


@lru_cache(maxsize=1 << 14)  # a site says the same names over and over
def _escaped(text: str) -> Markup:
    return Markup(" ".join(escape(_UNSEEN.sub("", text)).translate(_FENCES).splitlines()))  # noqa: S704  # escaped right here


def shipped_markdown(text: str) -> Markup:
    """Markdown that comes with processmap, such as the page of a rule; never anything that an author has written.

    The name of a file beside a fence goes in a line of its own: only some Markdown knows it there.
    """
    return Markup(_TITLED_FENCE.sub(r"`\2`\n\n\1", text))  # noqa: S704  # our own


_TITLED_FENCE = re.compile(r'^(```[a-z]+) title="([^"`]+)"$', re.MULTILINE)


def css_text(text: object) -> Markup:
    """Text for a string in a style element: every sign but letters and digits is written as its number."""
    signs = (sign if sign.isalnum() and sign.isascii() else f"\\{ord(sign):06x}" for sign in _one_line(text))
    return Markup("".join(signs))  # noqa: S704  # escaped right here


def _one_line(text: object) -> str:
    return " ".join(_UNSEEN.sub("", str(text)).split())
