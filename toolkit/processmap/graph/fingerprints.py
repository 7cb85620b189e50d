"""Fingerprints of what elements mean, so that two states of a map can be compared without their wording in YAML.

They are taken from typed values (`1 du` is `1 bd`, `1,5` is `1.5`): a reformat, a comment or a changed quote
changes none. What says how an element is kept or drawn is left out.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeAlias

from processmap.graph.index import MapGraph
from processmap.model.micro import Micro
from processmap.values.authored import Authored
from processmap.values.cells import Anything, OneOf, Range
from processmap.values.durations import Duration
from processmap.values.measures import Measure
from processmap.values.numbers import decimal_text
from processmap.values.percents import Percent
from processmap.values.rates import Rate
from processmap.values.retention import Retention

SCHEME = "1"
"""Goes up when the same meaning would get another fingerprint; fingerprints of two schemes cannot be compared."""
HEX_DIGITS = 16

Canonical: TypeAlias = str | bool | int | list["Canonical"] | dict[str, "Canonical"]

# Every other value that reads and prints itself in one canonical form.
_PRINTED = (Duration, Percent, Rate, Retention, Measure, Range, Anything)


def fingerprint(model: Authored) -> str:
    """Returns the fingerprint of an element's meaning: `1:` and 16 hex digits of SHA-256.

    Left out are `doc`, the list of lanes (it gives their order; the steps say who takes part), and every field that is
    unset or as its default, so that a new optional field changes no fingerprint. References enter as ids: a change
    of the element referred to changes nothing here.

    Raises:
        TypeError: if the model holds a type that has no canonical form yet.
    """
    text = json.dumps(_fields(model), sort_keys=True, separators=(",", ":"))
    return f"{SCHEME}:{hashlib.sha256(text.encode('ascii')).hexdigest()[:HEX_DIGITS]}"


def fingerprints(graph: MapGraph) -> dict[str, str]:
    """Returns the fingerprint of every element that could be read, by id in the order of the files."""
    return {
        element.id: fingerprint(element.model)
        for element in graph.loaded.elements.values()
        if element.model is not None
    }


@cache
def _plan(model: type[Authored]) -> tuple[tuple[str, str, Any], ...]:
    """Authored key, attribute and default of each field that carries meaning."""
    left_out = {"doc", "lanes"} if model is Micro else {"doc"}
    return tuple(
        (field.alias or name, name, field.default)  # a required field has pydantic's marker here, equal to nothing
        for name, field in model.model_fields.items()
        if name not in left_out
    )


def _fields(model: Authored) -> dict[str, Canonical]:
    found: dict[str, Canonical] = {}
    for key, name, default in _plan(type(model)):
        value = getattr(model, name)
        if value is not None and value != default:
            found[key] = _canonical(value)
    return found


def _canonical(value: object) -> Canonical:
    match value:
        case Enum():
            return str(value.value)
        case str():
            return _text(value)
        case bool() | int():
            return value
        case Authored():
            return _fields(value)
        case tuple():
            return [_canonical(item) for item in value]
        case Mapping():
            return {str(key): _canonical(item) for key, item in value.items()}
        case _:
            return _scalar(value)


def _scalar(value: object) -> Canonical:
    match value:
        case Decimal():
            return decimal_text(value)
        case date() | time():
            return value.isoformat()
        case OneOf():  # As a list: the printed form does not tell `any` or `A..B` as plain values from the words.
            return [_text(item) for item in value.values]
        case _ if isinstance(value, _PRINTED):
            return str(value)
        case _:
            raise TypeError(f"no canonical form for {type(value).__name__}")


def _text(text: str) -> str:
    return text if text.isascii() and text.isalnum() else " ".join(unicodedata.normalize("NFC", text).split())
