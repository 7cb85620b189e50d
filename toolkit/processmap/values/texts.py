"""Free text in the map's language."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class MayBeMarkedUp:
    """Marks a field whose text readers see with its emphasis, lists and links."""


LongText = Annotated[Text, MayBeMarkedUp()]
"""Text that explains: it may hold the small Markdown of views/prose.py. What names a thing is a Text, never this."""
