"""Keeps authored text data: what stands in YAML must neither become Markdown nor HTML."""

import json
from html import escape

from markupsafe import Markup

_MARKDOWN = {ord(character): f"&#{ord(character)};" for character in "\\`*_{}[]()#+-.!|~^=:$@"}


def heading_text(text: object) -> Markup:
    """Text for a Markdown heading: every character that Markdown could take for a sign is written as an entity."""
    return Markup(escape(" ".join(str(text).split())).translate(_MARKDOWN))  # noqa: S704  # escaped right here


def front_matter_text(text: object) -> Markup:
    """Text for a value of the front matter; themes put it into pages unescaped, so it is HTML already."""
    return Markup(json.dumps(escape(" ".join(str(text).split())), ensure_ascii=False))  # noqa: S704  # escaped


_FENCES = {ord("`"): "&#96;", ord("~"): "&#126;"}


def page_text(value: object) -> object:
    """Text inside HTML: escaped, on one line, and without what could open a fence before HTML is even looked at."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(" ".join(escape(value).translate(_FENCES).splitlines()))  # noqa: S704  # escaped right here


def css_text(text: object) -> Markup:
    """Text for a string in a style element: every sign but letters and digits is written as its number."""
    signs = (
        sign if sign.isalnum() and sign.isascii() else f"\\{ord(sign):06x}" for sign in " ".join(str(text).split())
    )
    return Markup("".join(signs))  # noqa: S704  # escaped right here
