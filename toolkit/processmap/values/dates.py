"""Calendar dates, times of day and years as ISO 8601 writes them."""

import re
from datetime import date, time
from typing import Annotated, Any

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from processmap.values.forms import refuse, text_of

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


def parse_date(given: Any) -> date:
    """Reads `2026-05-06`; raises the pydantic error of form `date`, also for a day that does not exist."""
    if isinstance(given, date):
        return given
    text = text_of(given, "date")
    if not _DATE.fullmatch(text):
        refuse("date", text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        refuse("existing_date", text)


def parse_time(given: Any) -> time:
    """Reads `08:00`; raises the pydantic error of form `time`."""
    if isinstance(given, time):
        return given
    text = text_of(given, "time")
    if not _TIME.fullmatch(text):
        refuse("time", text)
    return time.fromisoformat(text)


DateField = Annotated[
    InstanceOf[date],
    BeforeValidator(parse_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
"""A field that takes a date."""

TimeField = Annotated[
    InstanceOf[time],
    BeforeValidator(parse_time),
    WithJsonSchema({"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$", "examples": ["08:00"]}),
]
"""A field that takes a time of day."""
