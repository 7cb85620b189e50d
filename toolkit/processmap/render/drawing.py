"""A picture as a page takes it up."""

from dataclasses import dataclass

from markupsafe import Markup

from processmap.layout.folding import FoldedDiagram
from processmap.layout.landscape import PlacedLandscape
from processmap.layout.placed import PlacedDiagram
from processmap.render.svg.landscape import landscape_legend, landscape_svg
from processmap.render.svg.legend import legend_html, legend_of
from processmap.render.svg.markup import Page
from processmap.render.svg.swimlane import lane_headers_svg, swimlane_svg
from processmap.views.landscape import LANDSCAPE
from processmap.views.wording import Wording


@dataclass(frozen=True, slots=True)
class Drawing:
    """An inline picture and what stands around it. All of it is escaped where it was written."""

    name: str
    """Id of the element drawn, or name of the picture."""
    svg: Markup
    width: int
    """In px, at full size."""
    height: int
    heads: Markup | None = None
    """The lane headers alone, to lie over the left edge while the picture scrolls."""
    heads_width: int = 0
    legend: Markup | None = None
    strips: tuple["Window", ...] = ()
    """Parts of the picture folded for paper, from top to bottom."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a picture that lies in a file, small enough for a sheet of paper."""

    file: str
    """Beside the page."""
    y: int
    width: int
    height: int

    @property
    def src(self) -> str:
        """The address of the part alone."""
        return f"{self.file}#svgView(viewBox(0,{self.y},{self.width},{self.height}))"


def swimlane_drawing(placed: PlacedDiagram, wording: Wording, strips: tuple[Window, ...] = ()) -> Drawing:
    """Returns a placed diagram as it stands on a page, with its strips for paper where it has them."""
    return Drawing(
        name=placed.diagram.id,
        svg=_safe(swimlane_svg(placed, Page(), wording)),
        width=placed.width,
        height=placed.height,
        heads=_safe(lane_headers_svg(placed)),
        heads_width=max((lane.header.right for lane in placed.lanes), default=0) + 1,
        legend=_safe(legend_html(legend_of(placed.diagram, wording))),
        strips=strips,
    )


def paper_strips(folded: FoldedDiagram, file: str) -> tuple[Window, ...]:
    """Returns the strips of a folded diagram, each of which must not be cut by the end of a sheet."""
    return tuple(Window(file, strip.y - _MARGIN, folded.width, strip.height + 2 * _MARGIN) for strip in folded.strips)


_MARGIN = 2


def landscape_drawing(placed: PlacedLandscape, wording: Wording) -> Drawing:
    """Returns the landscape as it stands on a page."""
    return Drawing(
        name=LANDSCAPE,
        svg=_safe(landscape_svg(placed, Page(), wording)),
        width=placed.width,
        height=placed.height,
        legend=_safe(legend_html(landscape_legend(placed, wording))),
    )


def graph_drawing(name: str, svg: str, width: int, height: int) -> Drawing:
    """Returns what Graphviz has drawn, made fit for a page, as it stands there."""
    return Drawing(name, _safe(svg), width, height)


def _safe(svg: str) -> Markup:
    return Markup(svg.strip())  # noqa: S704  # escaped where it was written
