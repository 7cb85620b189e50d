"""A form as it looks in the hand of whoever fills it in: a picture, made of the same fields as the dictionary."""

from collections.abc import Mapping
from dataclasses import dataclass

from processmap.model.documents import FieldType, Form, FormField
from processmap.views.linking import Linker
from processmap.views.pieces import Cell

_SHAPES: Mapping[FieldType, str] = {
    FieldType.LONG_TEXT: "area",
    FieldType.BOOLEAN: "switch",
    FieldType.CHOICE: "choice",
    FieldType.MULTI_CHOICE: "choices",
    FieldType.DATE: "date",
    FieldType.FILE: "file",
    FieldType.SIGNATURE: "signature",
}
_MOST_SHOWN = 4
"""A choice of more options is a list that one opens."""


@dataclass(frozen=True, slots=True)
class PreviewField:
    """One field."""

    label: str
    is_required: bool
    help: Cell
    shape: str
    """`line`, `area`, `switch`, `choice`, `choices`, `list`, `date`, `file` or `signature`."""
    hint: str
    """What stands in the empty field: a mask such as `00.000.000/0000-00`."""
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """The whole form on the device that it is made for."""

    device: str
    """`mobile`, `web` or `paper`."""
    title: str
    fields: tuple[PreviewField, ...]


def preview_of(linker: Linker, form: Form) -> Preview:
    """Draws a form in words."""
    return Preview(form.channel, form.name, tuple(_field(linker, field) for field in form.fields))


def _field(linker: Linker, field: FormField) -> PreviewField:
    words = linker.wording
    return PreviewField(
        label=field.label,
        is_required=field.required,
        help=linker.prose(field.help),
        shape=_shape(field),
        hint=words.word("field_hint", field.type),
        options=(words("yes"), words("no")) if field.type is FieldType.BOOLEAN else field.options,
    )


def _shape(field: FormField) -> str:
    is_long = field.type is FieldType.CHOICE and len(field.options) > _MOST_SHOWN
    return "list" if is_long else _SHAPES.get(field.type, "line")
