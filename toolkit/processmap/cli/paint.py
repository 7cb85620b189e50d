"""Colours on a terminal; none in a pipe or where NO_COLOR is set."""

import os
from typing import TextIO

import click

from processmap.export.findings_full import Ink, Paint, unpainted

_LOOKS: dict[Ink, dict[str, bool | str]] = {
    Ink.ERROR: {"fg": "red", "bold": True},
    Ink.WARNING: {"fg": "yellow", "bold": True},
    Ink.INFO: {"fg": "cyan"},
    Ink.FAINT: {"dim": True},
    Ink.PLACE: {"bold": True},
}


def paint_for(stream: TextIO) -> Paint:
    """Returns the paint for a stream: colours on a terminal, none elsewhere (see no-color.org)."""
    if os.environ.get("NO_COLOR") or not stream.isatty():
        return unpainted
    return _painted


def _painted(text: str, ink: Ink) -> str:
    look = _LOOKS[ink]
    colour = look.get("fg")
    return click.style(
        text, fg=colour if isinstance(colour, str) else None, bold=bool(look.get("bold")), dim=bool(look.get("dim"))
    )
