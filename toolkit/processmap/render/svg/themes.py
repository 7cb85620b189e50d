"""The colours of diagrams, light and dark, and the two forms of their style sheet.

On the site the style sheet works with custom properties, so that a picture follows the reader's choice of light or
dark. Programs that print or convert (librsvg, CairoSVG) do not know `var()` and would draw everything black: for them
every variable is replaced by its colour.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType


class Theme(StrEnum):
    """How a picture gets its colours."""

    CSS = "css"
    """From the page around it, light or dark."""
    LIGHT = "light"
    DARK = "dark"


LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "ground": "#ffffff",
        "card": "#ffffff",
        "ink": "#1c2733",
        "quiet": "#52606f",
        "line": "#4b5a69",
        "rule": "#ccd5df",
        "rule-strong": "#9aa8b7",
        "focus": "#0a66b7",
        "commercial": "#0b5cad",
        "commercial-lane": "#f5f9fe",
        "commercial-head": "#dcebfa",
        "support": "#8a4b08",
        "support-lane": "#fffaf3",
        "support-head": "#fbe7cc",
        "external-lane": "#f6f8fa",
        "external-head": "#e6ebf0",
        "start": "#1b6b3a",
        "start-ground": "#e4f4ea",
        "wait": "#5b3fa8",
        "wait-ground": "#efeafb",
        "gateway": "#7a5a00",
        "gateway-ground": "#fff7db",
        "handoff": "#0e6470",
        "handoff-ground": "#e0f4f6",
        "rework": "#a61b1b",
        "rework-ground": "#fdeaea",
    }
)
"""Colours by name; every text stands on every ground with a contrast of at least 4.5."""

DARK: Mapping[str, str] = MappingProxyType(
    {
        "ground": "#141c27",
        "card": "#1e2938",
        "ink": "#e4eaf1",
        "quiet": "#a9b6c5",
        "line": "#a3b3c5",
        "rule": "#36465a",
        "rule-strong": "#5a6e85",
        "focus": "#7cbcff",
        "commercial": "#86c1ff",
        "commercial-lane": "#131e2c",
        "commercial-head": "#17324f",
        "support": "#f5b971",
        "support-lane": "#1d1b19",
        "support-head": "#432d14",
        "external-lane": "#18202b",
        "external-head": "#263344",
        "start": "#80d6a0",
        "start-ground": "#15352a",
        "wait": "#c3b1ff",
        "wait-ground": "#2d2650",
        "gateway": "#f4cd6a",
        "gateway-ground": "#372c10",
        "handoff": "#7fd5df",
        "handoff-ground": "#11363c",
        "rework": "#ff9d9d",
        "rework-ground": "#461c20",
    }
)
"""The same names for dark surroundings."""

_SHEET = Path(__file__).with_name("diagrams.css")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_VARIABLE = re.compile(r"var\(--pmd-([a-z-]+)\)")
_SCOPE = ".pm-drawing "
_PREFIX = "--pmd-"


@cache
def site_style_sheet() -> str:
    """Returns the style sheet for pages; it follows the reader's light or dark setting."""
    return "\n".join(
        (
            f".pm-drawing {{ {_declared(LIGHT)} }}",
            f"@media (prefers-color-scheme: dark) {{ .pm-drawing {{ {_declared(DARK)} }} }}",
            f'[data-md-color-scheme="default"] .pm-drawing {{ {_declared(LIGHT)} }}',
            f'[data-md-color-scheme="slate"] .pm-drawing {{ {_declared(DARK)} }}',
            # On paper there is no dark page.
            f"@media print {{ [data-md-color-scheme] .pm-drawing {{ {_declared(LIGHT)} }} }}",
            _rules_text(),
        )
    )


@cache
def style_sheet(theme: Theme) -> str:
    """Returns the style sheet that goes into a picture of its own."""
    if theme is Theme.CSS:
        return site_style_sheet()
    colours = LIGHT if theme is Theme.LIGHT else DARK
    return "".join(_resolved_rules(colours))


def _declared(colours: Mapping[str, str]) -> str:
    return " ".join(f"{_PREFIX}{name}: {colour};" for name, colour in colours.items())


@cache
def _rules_text() -> str:
    return _SHEET.read_text(encoding="utf-8")


def _resolved_rules(colours: Mapping[str, str]) -> Iterator[str]:
    """Rules without variables: what a class changes for what stands in it becomes rules of its own.

    Those name two classes; in the others the class is written twice, so that their order still decides.
    """
    rules = [(selector.strip(), _declarations(body)) for selector, body in _RULE.findall(_uncommented())]
    contexts = [(selector, _changes(body, colours)) for selector, body in rules if _changes(body, colours)]
    for selector, body in rules:
        if ":" in selector or _changes(body, colours):
            continue
        plain = [item for item in body if set(_VARIABLE.findall(item)) <= set(colours)]
        name = selector.removeprefix(_SCOPE)
        if plain:
            yield f"{name * 2 if name.startswith('.d-') else name}{{{_replaced(plain, colours)}}}"
        for context, changes in contexts:
            changed = [item for item in body if set(_VARIABLE.findall(item)) & set(changes)]
            inside = {**colours, **changes}
            if changed and all(set(_VARIABLE.findall(item)) <= set(inside) for item in changed):
                yield f"{context.removeprefix(_SCOPE)} {name}{{{_replaced(changed, inside)}}}"


def _uncommented() -> str:
    return _COMMENT.sub("", _rules_text())


def _declarations(body: str) -> list[str]:
    return [" ".join(item.split()) for item in body.split(";") if item.strip()]


def _changes(body: list[str], colours: Mapping[str, str]) -> dict[str, str]:
    """The variables that a rule sets for what stands inside."""
    pairs = (item.split(": ", 1) for item in body if item.startswith(_PREFIX))
    return {name.removeprefix(_PREFIX): _coloured(value, colours) for name, value in pairs}


def _replaced(body: list[str], colours: Mapping[str, str]) -> str:
    return ";".join(_coloured(item, colours).replace(": ", ":") for item in body)


def _coloured(text: str, colours: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda found: colours[found[1]], text)
