"""Draws a folded diagram: the same picture looked at through a window per strip and lane, with letters at the cuts."""

from collections.abc import Iterator

from processmap.layout.folding import CHIP_ROOM, Chip, FoldedDiagram, Strip
from processmap.layout.placed import Box, PlacedLane
from processmap.layout.swimlane.sizes import HEADER_WIDTH
from processmap.render.svg.legend import legend_of, legend_row
from processmap.render.svg.markup import Page, picture, text
from processmap.render.svg.swimlane import lane_head, prefix, swimlane_body
from processmap.views.diagram import Lane
from processmap.views.wording import Wording

_CHIP_RADIUS = 9


def folded_svg(folded: FoldedDiagram, page: Page, wording: Wording) -> str:
    """Returns the picture in strips below each other, its legend at the end."""
    placed = folded.placed
    diagram = placed.diagram
    body = f"{prefix(diagram.id)}-whole"
    whole = f'<defs><g id="{body}">\n{swimlane_body(placed, page)}\n</g></defs>'
    strips = [piece for strip in folded.strips for piece in _strip(folded, strip, body)]
    legend, needed = legend_row(legend_of(diagram, wording), 10, folded.height + 9, folded.width - 20)
    return picture(
        page,
        "\n".join((whole, *strips, legend)),
        name=prefix(diagram.id),
        kind="swimlane",
        title=diagram.title,
        description=diagram.description,
        size=(folded.width, folded.height + needed),
    )


def _strip(folded: FoldedDiagram, strip: Strip, body: str) -> Iterator[str]:
    placed = {lane.id: lane for lane in folded.placed.lanes}
    lanes = {lane.id: lane for lane in folded.placed.diagram.lanes}
    width = strip.right - strip.left
    margin = strip.x_start - CHIP_ROOM - HEADER_WIDTH
    for lane in strip.lanes:
        known = lanes[lane.id]
        band = Box(margin + HEADER_WIDTH, lane.y, folded.width - 2 * margin - HEADER_WIDTH, lane.height)
        yield (
            f'<g class="d-{known.side}"><rect class="d-lane" x="{band.x}" y="{band.y}" width="{band.width}" '
            f'height="{band.height}"/>{_head(known, placed[lane.id], margin, lane.y)}</g>'
        )
        yield (
            f'<svg x="{strip.x_start}" y="{lane.y}" width="{width}" height="{lane.height}" '
            f'viewBox="{strip.left} {lane.source_y} {width} {lane.height}"><use xlink:href="#{body}"/></svg>'
        )
    yield from (_chip(chip) for chip in strip.chips)


def _head(lane: Lane, placed: PlacedLane, x: int, y: int) -> str:
    header = Box(x, y, HEADER_WIDTH, placed.header.height)
    return lane_head(lane, PlacedLane(placed.id, placed.box, header, placed.lines))


def _chip(chip: Chip) -> str:
    x, y = chip.centre
    circle = f'<circle class="d-letter" cx="{x}" cy="{y}" r="{_CHIP_RADIUS}"/>'
    return circle + text((chip.letter,), x, y, css="d-small", size=11)
