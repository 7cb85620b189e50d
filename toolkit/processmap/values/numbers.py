"""Whole numbers, exact decimals and booleans as authors write them.

A decimal comma is accepted. `1.000` is refused: it is a thousand in Brazil and one in English.
"""

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from processmap.values.forms import refuse, text_of

_WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,15}(?:[.,]\d{1,9})?", re.ASCII)
_AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}(?:[.,]\d{3})+", re.ASCII)


def parse_decimal(text: str, form: str = "number") -> Decimal:
    """Reads an exact number with a decimal point or comma.

    Raises:
        PydanticCustomError: if the text is no number, or if it could mean a thousand as well as a fraction.
    """
    if _AMBIGUOUS.fullmatch(text):
        refuse("thousand_or_decimal", text)
    if not _DECIMAL.fullmatch(text):
        refuse(form, text)
    return Decimal(text.replace(",", "."))


def decimal_text(number: Decimal) -> str:
    """The canonical text of a number: no exponent, no trailing zeros (`1.50` gives `1.5`)."""
    if not number:
        return "0"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _integer(given: Any) -> int:
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    text = text_of(given, "integer")
    if _AMBIGUOUS.fullmatch(text):
        refuse("thousand_or_decimal", text)
    if not _WHOLE.fullmatch(text):
        refuse("integer", text)
    return int(text)


def _decimal(given: Any) -> Decimal:
    return given if isinstance(given, Decimal) else parse_decimal(text_of(given, "number"))


def _boolean(given: Any) -> bool:
    if isinstance(given, bool):
        return given
    text = text_of(given, "boolean")
    if text not in ("true", "false"):
        refuse("boolean", text)
    return text == "true"


def _count(given: Any) -> int:
    number = _integer(given)
    if number < 0:
        refuse("count", given)
    return number


NUMBER_PATTERN = r"^-?\d+([.,]\d+)?$"

Count = Annotated[
    int,
    BeforeValidator(_count),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^\d+$"}]}),
]
"""A whole number that is not negative."""

Number = Annotated[
    Decimal,
    BeforeValidator(_decimal),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": NUMBER_PATTERN}]}),
]
"""An exact number; a decimal comma is accepted."""

Boolean = Annotated[
    bool,
    BeforeValidator(_boolean),
    WithJsonSchema({"type": "boolean"}),
]
"""`true` or `false`, and nothing else: not `yes`, not `sim`."""
