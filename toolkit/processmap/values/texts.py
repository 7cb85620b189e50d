"""Free text in the map's language."""

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from processmap.values.forms import refuse

TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"]}


def _text(given: Any) -> str:
    if not isinstance(given, str):
        refuse("text", given)
    if not given.strip():
        refuse("filled_text", given)
    return given


Text = Annotated[str, BeforeValidator(_text), WithJsonSchema(TEXT_SCHEMA)]
"""Text as authored; what looks like a number or a boolean in YAML (`007`, `NO`, `1.10`) is text as well."""
