"""Drops from a built site what no page ever asks for: maps of scripts and styles, which only their makers need."""

from pathlib import Path

_KINDS = ("*.css.map", "*.js.map")


def drop_unasked(site: Path) -> None:
    """Deletes source maps. A browser asks for them only in its developer tools, and does without."""
    for kind in _KINDS:
        for path in site.rglob(kind):
            path.unlink()
