"""How a written form is refused: one pydantic error per form, which loading turns into PM103."""

from typing import Any, NoReturn

from pydantic_core import PydanticCustomError

FORM_ERROR = "written_form"
"""The pydantic error type of every refused form. Its context has `form`, the key of the expected form, and `given`."""


def refuse(form: str, given: Any) -> NoReturn:
    """Raises the error that says which form was expected.

    Args:
        form: key of the form in the findings catalogue (`PM103.form.<form>`), such as `duration`.
        given: what stands there; `Any` because authors can write a mapping or a list anywhere.
    """
    raise PydanticCustomError(FORM_ERROR, "expected {form}", {"form": form, "given": shown(given)})


def text_of(given: Any, form: str) -> str:
    """Returns the scalar text, or refuses a mapping or list under the expected form."""
    if isinstance(given, str):
        return given.strip()
    refuse(form, given)


def shown(given: Any) -> str:
    """A short form of what was written, for a message."""
    if isinstance(given, dict):
        return "{…}" if given else "{}"
    if isinstance(given, list):
        return "[…]" if given else "[]"
    return str(given)
