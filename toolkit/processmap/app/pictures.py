"""Draws what the pages of a site show, and the files that lie beside them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from processmap.app.diagram_cache import Placer
from processmap.render.drawing import Drawing, swimlane_drawing
from processmap.render.svg.markup import Page as Surroundings
from processmap.render.svg.swimlane import swimlane_svg
from processmap.render.svg.themes import Theme
from processmap.views.micro import MicroPage
from processmap.views.site import Page
from processmap.views.wording import Wording


@dataclass(frozen=True, slots=True)
class SitePictures:
    """Everything drawn for one site."""

    drawings: Mapping[str, Drawing]
    """Inline pictures by the name under which templates ask for them."""
    files: Mapping[str, str]
    """Texts by path below docs/."""


def site_pictures(pages: Iterable[Page], wording: Wording, place: Placer) -> SitePictures:
    """Draws the pictures of all pages."""
    drawings: dict[str, Drawing] = {}
    files: dict[str, str] = {}
    for page in pages:
        for drawing, path, text in _of_page(page, wording, place):
            drawings[drawing.name] = drawing
            files[path] = text
    return SitePictures(drawings, files)


def _of_page(page: Page, wording: Wording, place: Placer) -> Iterator[tuple[Drawing, str, str]]:
    if isinstance(page, MicroPage) and page.picture:
        placed = place(page.picture)
        download = Surroundings(Theme.LIGHT, is_inline=False, own_address=f"{page.picture.id}.html")
        path = page.header.path.removesuffix(".md") + ".svg"
        yield swimlane_drawing(placed, wording), path, swimlane_svg(placed, download, wording)
