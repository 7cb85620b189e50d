"""Regions on a map of tiles, one per federative unit, and their teams side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from processmap.model.commercial import FederativeUnit, Region
from processmap.views.atlas import distinct
from processmap.views.catalogues.catalogue import CatalogueSource
from processmap.views.catalogues.charted import ChartedPage, charted_page
from processmap.views.catalogues.commercial import describe_region
from processmap.views.linking import Linker
from processmap.views.pieces import Ref, Row, Table

_ROWS = (
    ". RR . AP . . .",
    ". AM PA MA CE RN .",
    "AC RO TO PI PE PB .",
    ". MT DF BA SE AL .",
    ". MS GO MG ES . .",
    ". . SP RJ . . .",
    ". . PR . . . .",
    ". . SC . . . .",
    ". . RS . . . .",
)
"""Brazil as tiles: each federative unit near its place."""

TONES = 6
"""How many grounds the style sheet has for regions; a seventh region takes the first again, with its own number."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A federative unit on the map."""

    unit: str
    column: int
    row: int
    number: int | None
    """Number of its region on the map, from 1; None where no region covers it."""
    tone: int
    region: str


@dataclass(frozen=True, slots=True)
class RegionKey:
    """A region in the legend."""

    number: int
    tone: int
    ref: Ref
    units: str
    people: str


@dataclass(frozen=True, slots=True)
class RegionMap:
    """The map, its legend, and the teams."""

    tiles: tuple[Tile, ...]
    """Empty when no region names a federative unit."""
    keys: tuple[RegionKey, ...]
    teams: Table
    """Roles in the rows, regions in the columns, with sums."""


def regions_page(source: CatalogueSource, linker: Linker) -> ChartedPage[RegionMap]:
    """Makes the page of the regions."""
    regions = linker.atlas.all(Region)
    return charted_page(source, linker, region_map(linker, regions), regions, describe_region)


def region_map(linker: Linker, regions: Sequence[Region]) -> RegionMap:
    """Returns the map; of a unit that two regions name, the first has it."""
    owner: dict[FederativeUnit, int] = {}
    for number, region in enumerate(regions, 1):
        for unit in region.ufs:
            owner.setdefault(unit, number)
    keys = tuple(_key(linker, number, region) for number, region in enumerate(regions, 1))
    return RegionMap(tuple(_tiles(owner, keys)) if owner else (), keys, _teams(linker, regions))


def _tiles(owner: Mapping[FederativeUnit, int], keys: Sequence[RegionKey]) -> list[Tile]:
    tiles = []
    for row, units in enumerate(_ROWS, 1):
        for column, unit in enumerate(units.split(), 1):
            if unit != ".":
                number = owner.get(FederativeUnit(unit))
                name = keys[number - 1].ref.label if number else ""
                tiles.append(Tile(unit, column, row, number, _tone(number or 0), name))
    return tiles


def _tone(number: int) -> int:
    return (number - 1) % TONES + 1 if number else 0


def _key(linker: Linker, number: int, region: Region) -> RegionKey:
    covers = ", ".join((*region.ufs, *region.cities))
    people = linker.wording.counted("people", sum(region.team.values()))
    return RegionKey(number, _tone(number), linker.ref(region.id), covers, people)


def _teams(linker: Linker, regions: Sequence[Region]) -> Table:
    words = linker.wording
    roles = distinct(role for region in regions for role in region.team)
    rows = [_team(linker, role, regions) for role in roles]
    if len(roles) > 1:
        sums = [sum(region.team.values()) for region in regions]
        total = words("region_map.total")
        rows.append(Row(((total,), *((words.number(each),) for each in sums), (words.number(sum(sums)),))))
    columns = (words("field.role"), *(linker.name(region.id) for region in regions), words("region_map.total"))
    return Table(columns, tuple(rows))


def _team(linker: Linker, role: str, regions: Sequence[Region]) -> Row:
    counts = [region.team.get(role, 0) for region in regions]  # type: ignore[call-overload]  # ids are plain text here
    shown = tuple((linker.wording.number(count),) if count else () for count in counts)
    return Row(((linker.ref(role),), *shown, (linker.wording.number(sum(counts)),)))
