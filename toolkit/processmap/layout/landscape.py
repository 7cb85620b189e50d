"""Places the landscape: bands below each other, macros side by side, each with its micros below it."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.layout.placed import Box
from processmap.layout.text import LINE_HEIGHTS, wrap
from processmap.views.landscape import Band, Landscape, MacroTile, MicroChip

WIDTH = 1165
"""Of the whole picture, in px: as wide as a page."""
NOTCH = 13
"""Depth of a chevron's notch and point."""

_MARGIN = 1
_PADDING = 14
_TITLE = 30
_BAND_GAP = 12
_LEAST_TILE = 172
_TILE_GAP = 10
_ROW_GAP = 14
_TILE_INSET = 34
_CHIP_GAP = 5
_CHIP_INSET = 32
_CHIP_PADDING = 12
_NAME_SIZE = 12
_CHIP_SIZE = 11


@dataclass(frozen=True, slots=True)
class PlacedChip:
    """A micro in its place."""

    chip: MicroChip
    box: Box
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedTile:
    """A macro in its place, with its micros."""

    tile: MacroTile
    box: Box
    lines: tuple[str, ...]
    chips: tuple[PlacedChip, ...]


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """A band over the whole width, its title at the top left."""

    band: Band
    box: Box
    tiles: tuple[PlacedTile, ...]


@dataclass(frozen=True, slots=True)
class PlacedLandscape:
    """The landscape with its coordinates, in whole px."""

    landscape: Landscape
    width: int
    height: int
    bands: tuple[PlacedBand, ...]


def place_landscape(landscape: Landscape) -> PlacedLandscape:
    """Gives every band, macro and micro its place."""
    top = _MARGIN
    bands = []
    for band in landscape.bands:
        placed = _band(band, top)
        bands.append(placed)
        top = placed.box.bottom + _BAND_GAP
    height = bands[-1].box.bottom + _MARGIN if bands else 2 * _MARGIN
    return PlacedLandscape(landscape, WIDTH, height, tuple(bands))


def _band(band: Band, top: int) -> PlacedBand:
    inner = WIDTH - 2 * _MARGIN - 2 * _PADDING
    per_row = min(len(band.tiles), (inner + _TILE_GAP) // (_LEAST_TILE + _TILE_GAP))
    rows = -(-len(band.tiles) // per_row)
    # As even as can be: 8 macros stand in two rows of 4, not of 6 and 2.
    per_row = -(-len(band.tiles) // rows)
    width = (inner - _TILE_GAP * (per_row - 1)) // per_row
    tiles: list[PlacedTile] = []
    y = top + _TITLE
    for start in range(0, len(band.tiles), per_row):
        row = tuple(_row(band.tiles[start : start + per_row], y, width))
        tiles.extend(row)
        y = max(_bottom(tile) for tile in row) + _ROW_GAP
    box = Box(_MARGIN, top, WIDTH - 2 * _MARGIN, y - _ROW_GAP + _PADDING - top)
    return PlacedBand(band, box, tuple(tiles))


def _row(tiles: tuple[MacroTile, ...], top: int, width: int) -> Iterator[PlacedTile]:
    named = [(tile, wrap(tile.ref.label, width - 2 * _TILE_INSET, _NAME_SIZE, bold=True)) for tile in tiles]
    height = max(44, 16 + LINE_HEIGHTS[_NAME_SIZE] * max(len(lines) for _, lines in named))
    for index, (tile, lines) in enumerate(named):
        x = _MARGIN + _PADDING + index * (width + _TILE_GAP)
        box = Box(x, top, width, height)
        yield PlacedTile(tile, box, lines, tuple(_chips(tile, box)))


def _chips(tile: MacroTile, head: Box) -> Iterator[PlacedChip]:
    y = head.bottom + _CHIP_GAP + 2
    for chip in tile.micros:
        lines = wrap(chip.ref.label, head.width - _CHIP_INSET, _CHIP_SIZE)
        height = _CHIP_PADDING + LINE_HEIGHTS[_CHIP_SIZE] * max(1, len(lines))
        yield PlacedChip(chip, Box(head.x, y, head.width, height), lines)
        y += height + _CHIP_GAP


def _bottom(tile: PlacedTile) -> int:
    return tile.chips[-1].box.bottom if tile.chips else tile.box.bottom
