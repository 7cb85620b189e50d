"""pydantic's error types as codes and messages of ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from processmap.diagnostics import Path
from processmap.i18n import Message
from processmap.loading.positions import Tree
from processmap.values.forms import FORM_ERROR, shown
from processmap.values.ids import (
    ELEMENT_OR_STEP_PATTERN,
    FIELD_REF_PATTERN,
    ID_PATTERN,
    NAME_PATTERN,
    OUTPUT_REF_PATTERN,
    STEP_PATTERN,
    STEP_REF_PATTERN,
)

_ID_FORMS = {
    ID_PATTERN: "id",
    ELEMENT_OR_STEP_PATTERN: "id_or_step",
    STEP_REF_PATTERN: "step_reference",
    OUTPUT_REF_PATTERN: "output_reference",
    FIELD_REF_PATTERN: "field_reference",
    STEP_PATTERN: "step_id",
}
_STRUCTURES = {
    "string_type": "text",
    "tuple_type": "list",
    "list_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "mapping_type": "mapping",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What to say about one schema error."""

    code: str
    message: Message
    hint: Message | None = None
    is_about_key: bool = False
    """Whether the key is meant rather than its value."""
    replacement: str | None = None
    """What it should read, where that is clear."""


def worded(details: Any, given: Tree, path: Path, keys: Sequence[str]) -> Wording:
    """Returns the wording of an error.

    Args:
        details: pydantic's description of the error (`ErrorDetails`; `Any` as its context is untyped).
        given: what stands there.
        path: the way to it.
        keys: the keys that the schema knows beside it.
    """
    kind = details["type"]
    context = details.get("ctx", {})
    if kind == "extra_forbidden":
        return unknown_key(str(path[-1]), keys)
    if kind == "string_pattern_mismatch":
        return _pattern(context["pattern"], given, is_key=details["loc"][-1] == "[key]")
    if kind in ("enum", "literal_error"):
        return _choice(context["expected"], given)
    if kind == FORM_ERROR:
        return _form(context["form"], given)
    if kind in _STRUCTURES:
        return _form(_STRUCTURES[kind], given)
    if kind in ("too_short", "too_long", "missing"):
        return _form("pair", given)
    return Wording("PM103", Message.of("PM103.form.other", given=shown(given)))


def unknown_key(key: str, keys: Sequence[str]) -> Wording:
    """Returns the wording of a key that the schema does not know beside the keys that it knows."""
    message = Message.of("PM101.message", key=key)
    near = get_close_matches(key, keys, n=1, cutoff=0.6)
    if near:
        suggested = Message.of("PM101.hint", suggestion=near[0])
        return Wording("PM101", message, suggested, is_about_key=True, replacement=near[0])
    if " " in key:  # a comma inside braces cuts a text: `{why: Refazer, dentro: sim}`
        return Wording("PM101", message, Message("PM103.braces_hint"), is_about_key=True)
    hint = Message.of("PM101.known", keys=", ".join(keys)) if keys else None
    return Wording("PM101", message, hint, is_about_key=True)


def unsaid_step(error_type: str, context: Mapping[str, object]) -> Wording:
    """Returns the wording of a step that does not say its kind, or says two; the context may name the kinds found."""
    return Wording("PM103", Message.of(f"PM103.{error_type}", **context), Message("PM103.step_hint"))


def _pattern(pattern: str, given: Tree, *, is_key: bool) -> Wording:
    if pattern in _ID_FORMS:
        hint = Message.of(f"PM104.{_ID_FORMS[pattern]}_hint")
        return Wording("PM104", Message.of("PM104.message", given=shown(given)), hint, is_about_key=is_key)
    form = "name" if pattern == NAME_PATTERN else "pattern"
    return Wording("PM103", Message.of(f"PM103.form.{form}", given=shown(given)), is_about_key=is_key)


def _choice(expected: str, given: Tree) -> Wording:
    allowed = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    message = Message.of("PM103.choice", given=shown(given), allowed=", ".join(allowed))
    near = get_close_matches(given, allowed, n=1, cutoff=0.6) if isinstance(given, str) else []
    if near:
        return Wording("PM103", message, Message.of("PM103.choice_hint", suggestion=near[0]), replacement=near[0])
    return Wording("PM103", message)


def _form(form: str, given: Tree) -> Wording:
    hint = None
    if form in ("text", "filled_text") and isinstance(given, dict):
        hint = Message.of("PM103.quotes_hint")
    elif form == "mapping" and isinstance(given, str):
        hint = Message.of("PM103.mapping_hint")
    elif form == "list" and isinstance(given, str):
        hint = Message.of("PM103.list_hint", given=given)
    return Wording("PM103", Message.of(f"PM103.form.{form}", given=shown(given)), hint)
