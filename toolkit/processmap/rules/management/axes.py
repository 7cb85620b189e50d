"""The columns of a decision table as axes: what a cell admits, as atoms of the declared domain.

Numbers are exact. Where a field takes whole numbers, nothing lies between 29 and 30; where it takes amounts of money,
nothing lies between two cents; elsewhere every number counts.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum
from typing import TypeAlias

from pydantic_core import PydanticCustomError

from processmap.rules.management.boxes import highest, lowest
from processmap.values.cells import Anything, Cell, OneOf, Range
from processmap.values.numbers import decimal_text, parse_decimal

Cut: TypeAlias = tuple[Decimal, int]
"""A point between numbers: just before one (0) or just after it (1)."""
Interval: TypeAlias = tuple[Cut, Cut]
"""From one cut to another; empty unless the first is lower."""


class CellFlaw(StrEnum):
    """Why a cell admits no value, or values that cannot occur."""

    NOT_NUMBER = "not_number"
    UNIT = "unit"
    """A percent where the domain has none, or the other way round."""
    OUTSIDE = "outside"
    NOTHING = "nothing"
    """No number lies in it."""
    NOT_LISTED = "not_listed"


@dataclass(frozen=True, slots=True)
class ListAxis:
    """A column whose domain is a list; its atoms are the values."""

    values: tuple[str, ...]

    @property
    def size(self) -> int:
        """Number of atoms."""
        return len(self.values)

    @property
    def is_ordered(self) -> bool:
        """A list has no order that one could rely on."""
        return False

    def mask(self, cell: Cell) -> int | CellFlaw:
        """Returns the atoms that a cell admits, or why it admits none."""
        match cell:
            case Anything():
                return (1 << self.size) - 1
            case OneOf():
                if any(value not in self.values for value in cell.values):
                    return CellFlaw.NOT_LISTED
                chosen = cell.values
            case Range():
                chosen = tuple(value for value in self.values if _lies_in(value, cell))
        found = sum(1 << number for number, value in enumerate(self.values) if value in chosen)
        return found or CellFlaw.NOT_LISTED

    def example(self, atom: int) -> str:
        """Returns a value of an atom, as authors write it."""
        return self.values[atom]

    def cell_text(self, mask: int) -> str | None:
        """Returns the cell that admits exactly these atoms."""
        chosen = [value for number, value in enumerate(self.values) if mask >> number & 1]
        return "any" if len(chosen) == self.size else chosen[0] if len(chosen) == 1 else f"[{', '.join(chosen)}]"


@dataclass(frozen=True, slots=True)
class NumberAxis:
    """A column whose domain is a range of numbers."""

    cuts: tuple[Cut, ...]
    """Where a cell or the domain begins or ends, in order; atom n lies between cut n and the next."""
    step: Decimal | None
    """Distance between two numbers that can occur; None where any number can."""
    is_percent: bool

    @property
    def size(self) -> int:
        """Number of atoms."""
        return max(len(self.cuts) - 1, 0)

    @property
    def is_ordered(self) -> bool:
        """Numbers grow from atom to atom."""
        return True

    def mask(self, cell: Cell) -> int | CellFlaw:
        """Returns the atoms that a cell admits, or why it admits none."""
        if isinstance(cell, Anything):
            return (1 << self.size) - 1
        intervals = intervals_of(cell, self.step, is_percent=self.is_percent)
        if isinstance(intervals, CellFlaw):
            return intervals
        if any(low < self.cuts[0] or high > self.cuts[-1] for low, high in intervals):
            return CellFlaw.OUTSIDE
        found = 0
        for low, high in intervals:
            first, last = bisect_left(self.cuts, low), bisect_left(self.cuts, high)
            found |= (1 << last) - (1 << first)
        return found

    def example(self, atom: int) -> str:
        """Returns the plainest number of an atom: the lowest with the fewest decimal places."""
        (low, is_after), high = self.cuts[atom], self.cuts[atom + 1]
        if not is_after:
            return self._text(low)
        places = 0
        while (number := _next(low, places)) and (number, 1) > high:
            places += 1
        return self._text(number)

    def cell_text(self, mask: int) -> str | None:
        """Returns the cell that admits exactly these neighbouring atoms; None if no cell can say it."""
        (low, is_after), (high, is_closed) = self.cuts[lowest(mask)], self.cuts[highest(mask) + 1]
        if mask == (1 << self.size) - 1:
            return "any"
        if self.step:
            high -= self.step
        elif not is_closed:
            return None
        if low == high:
            return self._text(low)
        return f"{'over ' if is_after else ''}{self._text(low)}..{self._text(high)}"

    def _text(self, number: Decimal) -> str:
        return decimal_text(number) + ("%" if self.is_percent else "")


Axis: TypeAlias = ListAxis | NumberAxis


def axis_of(domain: Cell, step: Decimal | None, cells: Iterable[Cell]) -> Axis:
    """Returns the axis of a column, cut wherever one of its cells begins or ends.

    Cells that cannot be compared with the domain cut nothing; `mask` says what is wrong with them.
    """
    if not isinstance(domain, Range):
        return ListAxis(tuple(dict.fromkeys(domain.values)) if isinstance(domain, OneOf) else ())
    (low, high) = _interval(domain, step)
    cuts = {low, high}
    for cell in cells:
        intervals = () if isinstance(cell, Anything) else intervals_of(cell, step, is_percent=domain.is_percent)
        if not isinstance(intervals, CellFlaw):
            cuts.update(cut for interval in intervals for cut in interval if low < cut < high)
    return NumberAxis(tuple(sorted(cuts)) if low < high else (low,), step, domain.is_percent)


def intervals_of(cell: OneOf | Range, step: Decimal | None, *, is_percent: bool) -> tuple[Interval, ...] | CellFlaw:
    """Returns the intervals of numbers that a cell admits; none of them is empty."""
    ranges = [cell] if isinstance(cell, Range) else [single(value) for value in cell.values]
    intervals = []
    for span in ranges:
        if span is None:
            return CellFlaw.NOT_NUMBER
        if span.is_percent != is_percent:
            return CellFlaw.UNIT
        low, high = _interval(span, step)
        if low >= high:
            return CellFlaw.NOTHING
        intervals.append((low, high))
    return tuple(intervals)


def single(value: str) -> Range | None:
    """Returns a written number as a range of its own; None if it is no number."""
    text = value.strip()
    try:
        number = parse_decimal(text.removesuffix("%").rstrip())
    except PydanticCustomError:
        return None
    return Range(number, number, is_percent=text.endswith("%"))


def _interval(span: Range, step: Decimal | None) -> Interval:
    if step is None:
        return (span.low, int(span.is_low_open)), (span.high, 1)
    first = (span.low / step).to_integral_value(ROUND_CEILING)
    if span.is_low_open and first * step == span.low:
        first += 1
    last = (span.high / step).to_integral_value(ROUND_FLOOR)
    return (first * step, 0), ((last + 1) * step, 0)


def _lies_in(value: str, span: Range) -> bool:
    number = single(value)
    if number is None or number.is_percent != span.is_percent:
        return False
    return span.low <= number.low <= span.high and not (span.is_low_open and number.low == span.low)


def _next(number: Decimal, places: int) -> Decimal:
    """The next number above that has at most so many decimal places."""
    unit = Decimal(1).scaleb(-places)
    return number.quantize(unit, ROUND_FLOOR) + unit
