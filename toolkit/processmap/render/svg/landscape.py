"""Draws the landscape: chevrons for the value chain, plain boxes for the other bands, a chip for every micro."""

from collections.abc import Iterator

from processmap.layout.landscape import NOTCH, PlacedBand, PlacedChip, PlacedLandscape, PlacedTile
from processmap.layout.placed import Box
from processmap.render.svg.legend import LegendEntry, legend_row
from processmap.render.svg.markup import Page, escaped, link, number, picture, shape, text
from processmap.views.diagram import Side
from processmap.views.landscape import LANDSCAPE
from processmap.views.pieces import Chip
from processmap.views.wording import Wording

_MARK = 4.5


def landscape_svg(placed: PlacedLandscape, page: Page, wording: Wording) -> str:
    """Returns the picture; with a legend in it where it is a file of its own."""
    content = [piece for band in placed.bands for piece in _band(band, page)]
    height = placed.height
    if not page.is_inline:
        row, needed = legend_row(landscape_legend(placed, wording), 10, height + 10, placed.width - 20)
        content.append(row)
        height += needed + 4
    return picture(
        page,
        "\n".join(content),
        name=LANDSCAPE,
        kind="landscape",
        title=placed.landscape.title,
        description=placed.landscape.description,
        size=(placed.width, height),
    )


def landscape_legend(placed: PlacedLandscape, wording: Wording) -> tuple[LegendEntry, ...]:
    """Returns the sides and the states that occur, in the order in which they first come."""
    tiles = [tile.tile for band in placed.bands for tile in band.tiles]
    sides = [side for side in Side if any(tile.side is side for tile in tiles)]
    states = dict.fromkeys(chip.status for tile in tiles for chip in tile.micros)
    return (
        *(LegendEntry(f'<g class="d-{side}">{_mark(side, 13, 10)}</g>', wording(f"legend.{side}")) for side in sides),
        *(LegendEntry(_state(chip, 13, 10), chip.label) for chip in states),
    )


def _band(placed: PlacedBand, page: Page) -> Iterator[str]:
    box = placed.box
    yield (
        f'<rect class="d-band" x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="10"/>'
        + text((placed.band.title,), box.x + 14, box.y + 16, css="d-title", anchor="start")
    )
    for tile in placed.tiles:
        yield _tile(tile, page, is_chevron=placed.band.is_chain)
        for chip in tile.chips:
            yield _chip(chip, page)


def _tile(placed: PlacedTile, page: Page, *, is_chevron: bool) -> str:
    tile, box = placed.tile, placed.box
    outline = _chevron(box) if is_chevron else _plate(box)
    left = box.x + (NOTCH + 13 if is_chevron else 18)
    name = text(placed.lines, left + 13, box.y + box.height / 2, css="d-strong", anchor="start")
    title = f"<title>{escaped(f'{tile.ref.id} {tile.ref.label} ({tile.area})')}</title>"
    return link(
        page,
        tile.ref.href,
        f"{title}{shape(outline, 'd-tile')}{_mark(tile.side, left, box.y + box.height / 2)}{name}",
        {"class": f"d-{tile.side}", "id": f"{LANDSCAPE}-{tile.ref.id.lower()}"},
    )


def _chevron(box: Box) -> str:
    half = number(box.height / 2)
    right = box.width - NOTCH
    return f"M{box.x},{box.y}h{right}l{NOTCH},{half}l-{NOTCH},{half}h-{right}l{NOTCH},-{half}z"


def _plate(box: Box) -> str:
    width, height = box.width - 12, box.height - 12
    corners = ("a6,6 0 0 1 6,6", "a6,6 0 0 1 -6,6", "a6,6 0 0 1 -6,-6", "a6,6 0 0 1 6,-6")
    return f"M{box.x + 6},{box.y}h{width}{corners[0]}v{height}{corners[1]}h-{width}{corners[2]}v-{height}{corners[3]}z"


def _mark(side: Side, x: float, y: float) -> str:
    """A disc for commercial, a diamond for the others: what the colour says, without the colour."""
    if side is Side.COMMERCIAL:
        return f'<circle class="d-mark--full" cx="{number(x)}" cy="{number(y)}" r="{_MARK}"/>'
    size = _MARK + 0.8
    return shape(f"M{number(x)},{number(y - size)}l{size},{size}l-{size},{size}l-{size},-{size}z", "d-mark--full")


def _chip(placed: PlacedChip, page: Page) -> str:
    ref, status, box = placed.chip.ref, placed.chip.status, placed.box
    middle = box.y + box.height / 2
    title = f"<title>{escaped(f'{ref.id} {ref.label}: {status.label}')}</title>"
    frame = f'<rect class="d-chip" x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="6"/>'
    name = text(placed.lines, box.x + 24, middle, css="d-small", size=11, anchor="start")
    return link(
        page,
        ref.href,
        f"{title}{frame}{_state(status, box.x + 13, middle)}{name}",
        {"id": f"{LANDSCAPE}-{ref.id.lower()}", "data-state": status.tone, "data-roles": " ".join(placed.chip.roles)},
    )


def _state(status: Chip, x: float, y: float) -> str:
    """The state of a micro: each tone has a form of its own."""
    css = f"d-state d-state--{status.tone}"
    left, top = number(x - 4), number(y - 4)
    match status.tone:
        case "busy":
            return shape(f"M{left},{top}h8v8h-8z", css)
        case "warn":
            half = shape(f"M{number(x)},{number(y - 4.2)}a4.2,4.2 0 0 0 0,8.4z", css)
            return f'<circle class="d-state d-state--open" cx="{number(x)}" cy="{number(y)}" r="4.2"/>{half}'
        case "accent":
            return shape(f"M{number(x)},{number(y - 5)}l5,9h-10z", css)
        case "bad":
            return shape(f"M{left},{top}l8,8m0,-8l-8,8", css)
        case _:
            return f'<circle class="{css}" cx="{number(x)}" cy="{number(y)}" r="4.2"/>'
