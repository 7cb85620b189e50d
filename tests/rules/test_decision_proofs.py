"""The proof behind PM809 against brute force: boxes, and cells over whole and over arbitrary numbers."""

from decimal import Decimal
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processmap.rules.management.axes import CellFlaw, NumberAxis, axis_of
from processmap.rules.management.boxes import (
    Box,
    Point,
    TooLargeError,
    common_point,
    first_gap,
    highest,
    lowest,
    widened,
)
from processmap.values.cells import Anything, Cell, OneOf, Range, parse_cell, parse_domain

_SPACES = st.lists(st.integers(1, 4), min_size=1, max_size=4).flatmap(
    lambda sizes: st.tuples(
        st.just(sizes),
        st.lists(st.tuples(*(st.integers(1, (1 << size) - 1) for size in sizes)), max_size=12),
    )
)


def _holds(box: Box, point: Point) -> bool:
    return all(mask >> atom & 1 for mask, atom in zip(box, point, strict=True))


@given(_SPACES)
def test_the_first_gap_is_the_first_point_in_no_box(space: tuple[list[int], list[Box]]) -> None:
    sizes, boxes = space
    free = (point for point in product(*map(range, sizes)) if not any(_holds(box, point) for box in boxes))

    assert first_gap(sizes, boxes) == next(free, None)


@given(_SPACES)
def test_two_boxes_overlap_where_brute_force_says_so(space: tuple[list[int], list[Box]]) -> None:
    sizes, boxes = space
    points = list(product(*map(range, sizes)))

    for one, other in product(boxes, repeat=2):
        shared = [point for point in points if _holds(one, point) and _holds(other, point)]
        assert common_point(one, other) == next(iter(shared), None)


@given(_SPACES)
def test_a_widened_gap_touches_no_box_and_cannot_grow(space: tuple[list[int], list[Box]]) -> None:
    sizes, boxes = space
    gap = first_gap(sizes, boxes)
    if gap is None:
        return

    wide = widened(gap, sizes, boxes)

    assert _holds(wide, gap)
    assert all(common_point(wide, box) is None for box in boxes)
    for axis, mask in enumerate(wide):
        assert mask == (1 << highest(mask) + 1) - (1 << lowest(mask))
        for atom in {lowest(mask) - 1, highest(mask) + 1} & set(range(sizes[axis])):
            grown = (*wide[:axis], mask | 1 << atom, *wide[axis + 1 :])
            assert any(common_point(grown, box) is not None for box in boxes)


def test_filling_every_gap_covers_the_space() -> None:
    sizes = (3, 4, 2)
    boxes: list[Box] = [(0b010, 0b0110, 0b01)]
    while (gap := first_gap(sizes, boxes)) is not None:
        boxes.append(widened(gap, sizes, boxes))

    assert len(boxes) <= 8


def test_an_axis_without_atoms_leaves_nothing_to_cover() -> None:
    assert first_gap((2, 0), ()) is None


def test_a_proof_that_would_take_too_long_is_given_up() -> None:
    chance = Random(8)
    axes = 40
    boxes = []
    for _ in range(220):  # clauses of three literals each, enough of them to leave no gap
        chosen = chance.sample(range(axes), 3)
        boxes.append(tuple(chance.choice((1, 2)) if axis in chosen else 3 for axis in range(axes)))

    with pytest.raises(TooLargeError):
        first_gap((2,) * axes, boxes)


_CELLS = st.one_of(
    st.just(Anything()),
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()).map(
        lambda ends: Range(Decimal(min(ends[:2])), Decimal(max(ends[:2])), is_low_open=ends[2])
    ),
    st.lists(st.integers(0, 9).map(str), min_size=1, max_size=3).map(lambda values: OneOf(tuple(values))),
)
_DOMAIN = Range(Decimal(0), Decimal(9))


def _admits(cell: Cell, number: Decimal) -> bool:
    match cell:
        case Anything():
            return True
        case OneOf(values=values):
            return any(Decimal(value) == number for value in values)
        case Range():
            return cell.low <= number <= cell.high and not (cell.is_low_open and number == cell.low)


def _example(axis: NumberAxis, atom: int) -> Decimal:
    return Decimal(axis.example(atom))


@pytest.mark.parametrize("step", [Decimal(1), None])
@given(rows=st.lists(st.tuples(_CELLS, _CELLS), max_size=8))
def test_a_table_has_a_hole_where_brute_force_finds_one(step: Decimal | None, rows: list[tuple[Cell, Cell]]) -> None:
    axes = [axis_of(_DOMAIN, step, [row[column] for row in rows]) for column in range(2)]
    masks = [tuple(axis.mask(cell) for axis, cell in zip(axes, row, strict=True)) for row in rows]
    boxes = [box for box in masks if CellFlaw.NOTHING not in box]
    values = [number * (step or Decimal("0.5")) for number in map(Decimal, range(10 if step else 19))]
    holes = [point for point in product(values, repeat=2) if not any(all(map(_admits, row, point)) for row in rows)]

    gap = first_gap([axis.size for axis in axes], boxes)  # type: ignore[arg-type]  # only masks are left

    assert (gap is None) == (not holes)
    if gap is not None:
        case = [_example(axis, atom) for axis, atom in zip(axes, gap, strict=True)]  # type: ignore[arg-type]  # numbers
        assert not any(all(map(_admits, row, case)) for row in rows)


@pytest.mark.parametrize(
    ("domain", "step", "cells", "expected"),
    [
        ("0%..100%", None, ["over 10%..15%"], ["0%", "11%", "16%"]),
        ("0..10", None, ["0..6.9", "over 6.9..7"], ["0", "7", "8"]),
        ("0..1", None, ["0,25", "0.125..0.25"], ["0", "0.125", "0.25", "1"]),
        ("3..99", "1", ["3..29", "30..99"], ["3", "30"]),
        ("0..100", "0.01", ["over 50..100"], ["0", "50.01"]),
    ],
)
def test_the_example_of_an_atom_is_a_plain_number(
    domain: str, step: str | None, cells: list[str], expected: list[str]
) -> None:
    axis = axis_of(parse_domain(domain), Decimal(step) if step else None, map(parse_cell, cells))

    assert [axis.example(atom) for atom in range(axis.size)] == expected


@pytest.mark.parametrize(
    ("domain", "cell", "expected"),
    [
        ("0%..100%", "10..20", CellFlaw.UNIT),
        ("0..10", "muitos", CellFlaw.NOT_NUMBER),
        ("0..10", "5..11", CellFlaw.OUTSIDE),
        ("0..10", "over 5..5", CellFlaw.NOTHING),
        ("Sim", "Não", CellFlaw.NOT_LISTED),
        ("Sim", "1..2", CellFlaw.NOT_LISTED),
    ],
)
def test_a_cell_that_admits_nothing_says_why(domain: str, cell: str, expected: CellFlaw) -> None:
    axis = axis_of(parse_domain(domain), None, [parse_cell(cell)])

    assert axis.mask(parse_cell(cell)) is expected


def test_a_range_over_a_list_of_numbers_admits_those_inside() -> None:
    axis = axis_of(parse_cell(["5", "10", "15", "20"]), None, ())

    assert axis.mask(parse_cell("over 5..15")) == 0b0110
    assert axis.cell_text(0b0110) == "[10, 15]"


def test_a_domain_in_which_nothing_lies_has_no_atoms() -> None:
    axis = axis_of(parse_domain("3.2..3.8"), Decimal(1), [parse_cell("any")])

    assert axis.size == 0
    assert axis.mask(Anything()) == 0
