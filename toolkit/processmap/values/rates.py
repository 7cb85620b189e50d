"""How often something comes: cases per period, and the cadence of a calendar start or a forum."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, InstanceOf, WithJsonSchema

from processmap.values.authored import Authored
from processmap.values.dates import TimeField
from processmap.values.durations import Duration, DurationField, DurationUnit, parse_duration
from processmap.values.forms import refuse, text_of
from processmap.values.numbers import decimal_text, parse_decimal


class Period(StrEnum):
    """A stretch of the calendar that rates and rhythms refer to."""

    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


@dataclass(frozen=True, slots=True)
class Rate:
    """A number of cases per period: `420/month`, or `{cases: 420, per: month}`."""

    cases: Decimal
    per: Period

    def __str__(self) -> str:
        return f"{decimal_text(self.cases)}/{self.per}"


_RATE = re.compile(r"(\S+?)\s*/\s*([a-z-]+)")
_PERIODS = {period.value: period for period in Period}


def parse_rate(given: Any) -> Rate:
    """Reads a rate in either form; raises the pydantic error of form `rate`."""
    if isinstance(given, Rate):
        return given
    if isinstance(given, dict):
        if set(given) != {"cases", "per"}:
            refuse("rate", given)
        given = f"{text_of(given['cases'], 'rate')}/{text_of(given['per'], 'rate')}"
    text = text_of(given, "rate")
    found = _RATE.fullmatch(text)
    if not found or found[2] not in _PERIODS or found[1].startswith("-"):
        refuse("rate", text)
    return Rate(parse_decimal(found[1], "rate"), _PERIODS[found[2]])


_RATE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {
            "type": "string",
            "pattern": r"^\d+([.,]\d+)?\s*/\s*(" + "|".join(_PERIODS) + ")$",
            "examples": ["420/month"],
        },
        {
            "type": "object",
            "properties": {"cases": {"type": ["number", "string"]}, "per": {"enum": list(_PERIODS)}},
            "required": ["cases", "per"],
            "additionalProperties": False,
        },
    ]
}

RateField = Annotated[InstanceOf[Rate], BeforeValidator(parse_rate), WithJsonSchema(_RATE_SCHEMA)]
"""A field that takes a number of cases per period."""


def _parse_day(given: Any) -> Duration:
    day = parse_duration(given)
    if day.unit not in (DurationUnit.BUSINESS_DAY, DurationUnit.CALENDAR_DAY):
        refuse("day_of_period", given)
    return day


DayOfPeriod = Annotated[
    InstanceOf[Duration],
    BeforeValidator(_parse_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d+\s*(bd|du|d)$", "examples": ["1 bd", "15 d"]}),
]
"""The day of a month, quarter or year: `1 bd` is its first business day, `15 d` its fifteenth day."""


class Cadence(Authored):
    """A rhythm on the calendar: every month on its first business day at 08:00."""

    every: Period = Field(description="The period after which it comes again.")
    weekday: Weekday | None = Field(default=None, description="Day of the week, for a weekly or fortnightly rhythm.")
    day: DayOfPeriod | None = Field(default=None, description="Day of the period: 1 bd is its first business day.")
    time: TimeField | None = Field(default=None, description="Time of day, such as 08:00.")
    length: DurationField | None = Field(default=None, description="How long it lasts, for a meeting.")
