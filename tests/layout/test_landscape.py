from itertools import combinations

from processmap.layout.landscape import WIDTH, place_landscape
from processmap.layout.placed import Box
from processmap.layout.text import text_width
from processmap.model.macro import ProcessClass
from processmap.views.diagram import Side
from processmap.views.landscape import Band, Landscape, MacroTile, MicroChip
from processmap.views.pieces import Chip, Ref

STATE = Chip("Published", "good")


def tile(number: int, micros: int = 2, name: str = "Sell to small companies") -> MacroTile:
    chips = tuple(
        MicroChip(Ref(f"MIC-{number}-{index}", "Negotiate and contract with a client " * (1 + index % 2), "x"), STATE)
        for index in range(micros)
    )
    return MacroTile(Ref(f"MAC-{number}", name, "x"), "Sales", Side.COMMERCIAL, "●", chips)


def landscape(*counts: int) -> Landscape:
    classes = (ProcessClass.MANAGEMENT, ProcessClass.CORE, ProcessClass.SUPPORT)
    bands = (
        Band(class_, class_, tuple(map(tile, range(count)))) for class_, count in zip(classes, counts, strict=True)
    )
    return Landscape("Map", "All", tuple(band for band in bands if band.tiles))


def boxes_of(drawn: Landscape) -> list[Box]:
    placed = place_landscape(drawn)
    return [
        box for band in placed.bands for item in band.tiles for box in (item.box, *(chip.box for chip in item.chips))
    ]


def meet(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def test_nothing_overlaps_however_many_there_are() -> None:
    for counts in ((5, 5, 3), (1, 1, 1), (0, 13, 0), (2, 7, 8)):
        boxes = boxes_of(landscape(*counts))

        assert not any(meet(one, other) for one, other in combinations(boxes, 2)), counts


def test_everything_stands_inside_its_band_and_the_picture() -> None:
    placed = place_landscape(landscape(5, 13, 3))

    for band in placed.bands:
        for item in band.tiles:
            for box in (item.box, *(chip.box for chip in item.chips)):
                assert band.box.x < box.x
                assert box.right < band.box.right
                assert band.box.y < box.y
                assert box.bottom < band.box.bottom
    assert placed.bands[-1].box.bottom < placed.height
    assert placed.width == WIDTH


def test_names_fit_beside_the_mark() -> None:
    for band in place_landscape(landscape(6, 6, 6)).bands:
        for item in band.tiles:
            assert all(text_width(line, 12, bold=True) <= item.box.width - 60 for line in item.lines)
            assert all(text_width(line, 11) <= chip.box.width - 30 for chip in item.chips for line in chip.lines)


def test_rows_are_as_even_as_can_be() -> None:
    tops = [item.box.y for item in place_landscape(landscape(0, 8, 0)).bands[0].tiles]

    assert [tops.count(top) for top in dict.fromkeys(tops)] == [4, 4]


def test_an_empty_map_gives_an_empty_picture() -> None:
    assert place_landscape(Landscape("Map", "Nothing", ())).bands == ()
