"""How long records are kept."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from processmap.values.forms import refuse, text_of


class RetentionUnit(StrEnum):
    """Units of retention."""

    DAY = "days"
    MONTH = "months"
    YEAR = "years"
    PERMANENT = "permanent"


@dataclass(frozen=True, slots=True)
class Retention:
    """A length of keeping: `5 years`, `6 months`, `permanent`."""

    count: int
    """0 when permanent."""
    unit: RetentionUnit

    def __str__(self) -> str:
        return "permanent" if self.unit is RetentionUnit.PERMANENT else f"{self.count} {self.unit}"


_FORM = re.compile(r"(\d{1,4})\s*(day|month|year)s?", re.ASCII)


def parse_retention(given: Any) -> Retention:
    """Reads a retention; raises the pydantic error of form `retention`."""
    if isinstance(given, Retention):
        return given
    text = text_of(given, "retention")
    if text == "permanent":
        return Retention(0, RetentionUnit.PERMANENT)
    found = _FORM.fullmatch(text)
    if not found:
        refuse("retention", text)
    return Retention(int(found[1]), RetentionUnit(found[2] + "s"))


RetentionField = Annotated[
    InstanceOf[Retention],
    BeforeValidator(parse_retention),
    WithJsonSchema(
        {"type": "string", "pattern": r"^(\d+\s*(day|month|year)s?|permanent)$", "examples": ["5 years", "permanent"]}
    ),
]
"""A field that takes a retention."""
