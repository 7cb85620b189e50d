"""Cells of a decision table (OMG DMN), in words instead of signs, so that nothing needs quotes.

A value (`Gerente`, `10%`), a list of values, a range `A..B` with both ends in, `over A..B` with A left out, or `any`.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from processmap.values.forms import refuse
from processmap.values.numbers import decimal_text, parse_decimal
from processmap.values.texts import TEXT_SCHEMA


@dataclass(frozen=True, slots=True)
class Anything:
    """Every value of the domain."""

    def __str__(self) -> str:
        return "any"


@dataclass(frozen=True, slots=True)
class OneOf:
    """One or several values, compared as text."""

    values: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(self.values)


@dataclass(frozen=True, slots=True)
class Range:
    """An interval of exact numbers; the upper end is always in."""

    low: Decimal
    high: Decimal
    is_low_open: bool = False
    """Whether `low` itself is left out (`over 10%..20%`)."""
    is_percent: bool = False

    def __str__(self) -> str:
        unit = "%" if self.is_percent else ""
        over = "over " if self.is_low_open else ""
        return f"{over}{decimal_text(self.low)}{unit}..{decimal_text(self.high)}{unit}"


Cell: TypeAlias = Anything | OneOf | Range

_RANGE = re.compile(r"(?P<over>over\s+)?(?P<low>-?[\d.,]+?)(?P<low_unit>%)?\.\.(?P<high>-?[\d.,]+?)(?P<high_unit>%)?")


def parse_cell(given: Any) -> Cell:
    """Reads a cell; raises the pydantic error of form `cell` or `range`."""
    if isinstance(given, Anything | OneOf | Range):
        return given
    if isinstance(given, list) and given and all(isinstance(value, str) for value in given):
        return OneOf(tuple(given))
    if not isinstance(given, str) or not given.strip():
        refuse("cell", given)
    text = given.strip()
    if text == "any":
        return Anything()
    return _parse_range(text) if ".." in text else OneOf((text,))


def parse_domain(given: Any) -> Cell:
    """Reads the domain of an input: a range or a list of values."""
    cell = parse_cell(given)
    if isinstance(cell, Anything):
        refuse("domain", given)
    return cell


def _parse_range(text: str) -> Range:
    found = _RANGE.fullmatch(text)
    if not found or bool(found["low_unit"]) != bool(found["high_unit"]):
        refuse("range", text)
    low, high = parse_decimal(found["low"], "range"), parse_decimal(found["high"], "range")
    if low > high:
        refuse("range", text)
    return Range(low, high, is_low_open=bool(found["over"]), is_percent=bool(found["low_unit"]))


_SCHEMA: dict[str, Any] = {"anyOf": [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}]}

CellField = Annotated[
    InstanceOf[Anything] | InstanceOf[OneOf] | InstanceOf[Range], BeforeValidator(parse_cell), WithJsonSchema(_SCHEMA)
]
"""A field that takes a cell."""
DomainField = Annotated[InstanceOf[OneOf] | InstanceOf[Range], BeforeValidator(parse_domain), WithJsonSchema(_SCHEMA)]
"""A field that takes the domain of an input."""
