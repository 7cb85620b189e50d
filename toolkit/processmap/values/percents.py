"""Percents: shares of paths, thresholds, completion."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from processmap.values.forms import refuse, text_of
from processmap.values.numbers import decimal_text, parse_decimal

_FORM = re.compile(r"(\S+?)\s*%")


@dataclass(frozen=True, slots=True, order=True)
class Percent:
    """An exact percentage; `20%` has `points` 20."""

    points: Decimal

    def __str__(self) -> str:
        return f"{decimal_text(self.points)}%"


def parse_percent(given: Any) -> Percent:
    """Reads a percent; raises the pydantic error of form `percent`."""
    if isinstance(given, Percent):
        return given
    text = text_of(given, "percent")
    found = _FORM.fullmatch(text)
    if not found or found[1].startswith("-"):
        refuse("percent", text)
    return Percent(parse_decimal(found[1], "percent"))


PercentField = Annotated[
    InstanceOf[Percent],
    BeforeValidator(parse_percent),
    WithJsonSchema({"type": "string", "pattern": r"^\d+([.,]\d+)?\s*%$", "examples": ["20%"]}),
]
"""A field that takes a percent."""
