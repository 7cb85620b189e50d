"""Durations: minutes, hours, business days, calendar days."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from processmap.values.forms import refuse, text_of
from processmap.values.numbers import decimal_text, parse_decimal


class DurationUnit(StrEnum):
    """Units of elapsed time. Minutes and hours are business time unless the context says otherwise."""

    MINUTE = "min"
    HOUR = "h"
    BUSINESS_DAY = "bd"
    CALENDAR_DAY = "d"


_UNITS = {unit.value: unit for unit in DurationUnit} | {"du": DurationUnit.BUSINESS_DAY}
_FORM = re.compile(r"(\S+?)\s*(min|h|bd|du|d)")


@dataclass(frozen=True, slots=True)
class Duration:
    """An exact length of time, such as `20 min`, `1,5 h`, `2 bd` (business days) or `3 d` (calendar days).

    Durations of different units compare only on a calendar, so there is no order here.
    """

    amount: Decimal
    """Not negative."""
    unit: DurationUnit

    def __str__(self) -> str:
        return f"{decimal_text(self.amount)} {self.unit}"


def parse_duration(given: Any) -> Duration:
    """Reads a duration; raises the pydantic error of form `duration`."""
    if isinstance(given, Duration):
        return given
    text = text_of(given, "duration")
    found = _FORM.fullmatch(text)
    if not found or found[1].startswith("-"):
        refuse("duration", text)
    return Duration(parse_decimal(found[1], "duration"), _UNITS[found[2]])


DURATION_PATTERN = r"^\d+([.,]\d+)?\s*(min|h|bd|du|d)$"

DurationField = Annotated[
    InstanceOf[Duration],
    BeforeValidator(parse_duration),
    WithJsonSchema({"type": "string", "pattern": DURATION_PATTERN, "examples": ["20 min", "2 h", "1 bd", "3 d"]}),
]
"""A field that takes a duration."""
