"""pydantic's error types as codes and messages of ours."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from processmap.diagnostics import Path
from processmap.i18n import Message
from processmap.loading.likeness import is_free, likely
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

_TRUTH = {
    **dict.fromkeys(("true", "yes", "y", "on", "sim", "verdadeiro"), "true"),
    **dict.fromkeys(("false", "no", "n", "off", "não", "nao", "falso"), "false"),
}
_ONE_ID = re.compile(r"[A-Z]{3}(-[A-Z0-9]+)+(/[A-Z][A-Z0-9]*)?")


@dataclass(frozen=True, slots=True)
class Wording:
    """What to say about one schema error."""

    code: str
    message: Message
    hint: Message | None = None
    is_about_key: bool = False
    """Whether the key is meant rather than its value."""
    replacement: str | None = None
    """What it should read, where that is clear enough to put it there without asking."""
    keeps_quotes: bool = True
    """Whether quotation marks around it stay; a replacement that is no text cannot stand between them."""


def worded(details: Any, given: Tree, path: Path, keys: Sequence[str], beside: Collection[str]) -> Wording:
    """Returns the wording of an error.

    Args:
        details: pydantic's description of the error (`ErrorDetails`; `Any` as its context is untyped).
        given: what stands there.
        path: the way to it.
        keys: the keys that the schema knows beside it.
        beside: the keys that stand beside it, itself included.
    """
    kind = details["type"]
    context = details.get("ctx", {})
    if kind == "extra_forbidden":
        return unknown_key(str(path[-1]), keys, beside)
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


def unknown_key(key: str, keys: Sequence[str], beside: Collection[str]) -> Wording:
    """Returns the wording of a key that the schema does not know, given the keys that it knows and those beside it."""
    message = Message.of("PM101.message", key=key)
    near = likely(key, keys)
    if near:
        suggested = Message.of("PM101.hint", suggestion=near.word)
        replacement = near.word if near.is_certain and is_free(near.word, key, beside, keys) else None
        return Wording("PM101", message, suggested, is_about_key=True, replacement=replacement)
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
    near = likely(given, allowed) if isinstance(given, str) else None
    if near:
        hint = Message.of("PM103.choice_hint", suggestion=near.word)
        return Wording("PM103", message, hint, replacement=near.word if near.is_certain else None)
    return Wording("PM103", message)


def _form(form: str, given: Tree) -> Wording:
    hint = None
    if form in ("text", "filled_text") and isinstance(given, dict):
        hint = Message.of("PM103.quotes_hint")
    elif form == "mapping" and isinstance(given, str):
        hint = Message.of("PM103.mapping_hint")
    elif form == "list" and isinstance(given, str):
        hint = Message.of("PM103.list_hint", given=given)
    message = Message.of(f"PM103.form.{form}", given=shown(given))
    replacement = _clear_form(form, given) if isinstance(given, str) else None
    return Wording("PM103", message, hint, replacement=replacement, keeps_quotes=form != "list")


def _clear_form(form: str, given: str) -> str | None:
    """What can only be meant: a truth value in another word, a list of one id without its brackets."""
    if form == "boolean":
        return _TRUTH.get(given.casefold())
    return f"[{given}]" if form == "list" and _ONE_ID.fullmatch(given) else None
