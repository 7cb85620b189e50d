"""Colours and width of a terminal; no colours in a pipe or where NO_COLOR is set."""

import os
import shutil
from typing import TextIO

import click

from processmap.export.findings_full import WIDTH, Ink, Paint, unpainted

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


def width_of(stream: TextIO) -> int:
    """Returns the columns to write in: those of a terminal, but 80 to 120; in a pipe always the same."""
    return min(max(shutil.get_terminal_size().columns, 80), 120) if stream.isatty() else WIDTH


def _painted(text: str, ink: Ink) -> str:
    look = _LOOKS[ink]
    colour = look.get("fg")
    return click.style(
        text, fg=colour if isinstance(colour, str) else None, bold=bool(look.get("bold")), dim=bool(look.get("dim"))
    )
