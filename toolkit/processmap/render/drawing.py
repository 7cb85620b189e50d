"""A picture as a page takes it up."""

from dataclasses import dataclass

from markupsafe import Markup

from processmap.layout.placed import PlacedDiagram
from processmap.render.svg.legend import legend_html, legend_of
from processmap.render.svg.markup import Page
from processmap.render.svg.swimlane import lane_headers_svg, swimlane_svg
from processmap.views.wording import Wording


@dataclass(frozen=True, slots=True)
class Drawing:
    """An inline picture and what stands around it."""

    name: str
    """Id of the element drawn."""
    svg: Markup
    width: int
    """In px, at full size."""
    height: int
    heads: Markup | None = None
    """The lane headers alone, to lie over the left edge while the picture scrolls."""
    heads_width: int = 0
    legend: Markup | None = None


def swimlane_drawing(placed: PlacedDiagram, wording: Wording) -> Drawing:
    """Returns a placed diagram as it stands on a page."""
    svg, heads = swimlane_svg(placed, Page(), wording), lane_headers_svg(placed)
    return Drawing(
        name=placed.diagram.id,
        svg=Markup(svg.strip()),  # noqa: S704  # escaped where it was written
        width=placed.width,
        height=placed.height,
        heads=Markup(heads),  # noqa: S704  # escaped where it was written
        heads_width=max((lane.header.right for lane in placed.lanes), default=0) + 1,
        legend=Markup(legend_html(legend_of(placed.diagram, wording))),  # noqa: S704  # escaped where it was written
    )
