"""Finds every reference that an authored model holds, with the way to it.

The models say which fields refer to what (`Refers` in ids.py, `referred()` on structured values). A plan per
model class is compiled once from the annotations, so that the walk itself touches only fields that can refer.
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Protocol, TypeAlias, Union, get_args, get_origin, runtime_checkable

from processmap.values.authored import Authored
from processmap.values.ids import Kind, Refers

Path: TypeAlias = tuple[str | int, ...]


class Reference(NamedTuple):
    """One mention of another element, of a part of it, or of a step of the same micro."""

    path: Path
    """The way from the referring element to the value, as authored."""
    text: str
    """As written: `ROL-EXE-PME`, `MIC-JUR-010/S10`, `POL-COM-001/alcada`, `FRM-COM-001.desconto`, `T60`."""
    kinds: tuple[Kind, ...]
    """Kinds it may name; empty for any."""
    is_local: bool = False
    """Whether it names a step of the same micro."""
    is_key: bool = False
    """Whether it stands as the key of a mapping."""

    @property
    def element(self) -> str:
        """The id of the element named; the text itself for a local reference."""
        return self.text.partition("/")[0].partition(".")[0]

    @property
    def part(self) -> str | None:
        """What is named inside the element: a step, an output, a field."""
        rest = self.text[len(self.element) + 1 :]
        return rest or None


@runtime_checkable
class Referring(Protocol):
    """A structured value that holds references, such as a Measure."""

    def referred(self) -> tuple[tuple[str, tuple[Kind, ...]], ...]:
        """The references as written, each with the kinds it may name."""


def references(model: Authored) -> tuple[Reference, ...]:
    """Returns every reference in a model, in the order of its fields; the id of the model itself is none."""
    found: list[Reference] = []
    _collect(model, (), found)
    return tuple(found)


_Walk: TypeAlias = Callable[[Any, Path, list[Reference]], None]
"""Adds the references in a value that stands at a path. Appending to one list is twice as fast as nested generators,
and half a million references are collected on a large map."""


def _collect(model: Authored, path: Path, found: list[Reference]) -> None:
    values = model.__dict__
    for alias, name, walk in _plan(type(model)):
        value = values[name]
        if value is not None and value != ():
            walk(value, (*path, alias), found)


@cache
def _plan(model: type[Authored]) -> tuple[tuple[str, str, _Walk], ...]:
    plan = []
    for name, field in model.model_fields.items():
        if name == "id":
            continue
        walk = _walk_of(field.annotation, tuple(field.metadata))
        if walk:
            plan.append((field.alias or name, name, walk))
    return tuple(plan)


def _walk_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> _Walk | None:  # `Any`: an annotation is any object
    mark = next((item for item in metadata if isinstance(item, Refers)), None)
    if mark:
        return _mention(mark)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _walk_of(arguments[0], arguments[1:])
    if origin is tuple:
        return _mentions(arguments[0]) or _items(_walk_of(arguments[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _entries(_walk_of(arguments[0]), _walk_of(arguments[1]))
    if origin in (Union, UnionType):
        return next(filter(None, (_walk_of(argument) for argument in arguments)), None)
    if isinstance(annotation, type) and issubclass(annotation, Authored):
        return _collect
    if isinstance(annotation, type) and hasattr(annotation, "referred"):
        return _structured
    return None


def _mention(mark: Refers) -> _Walk:
    def walk(value: Any, path: Path, found: list[Reference]) -> None:
        found.append(Reference(path, value, mark.kinds, mark.local))

    return walk


def _mentions(annotation: Any) -> _Walk | None:
    """A list of plain references, the most frequent case, without a call per item."""
    metadata = get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
    mark = next((item for item in metadata if isinstance(item, Refers)), None)
    if mark is None:
        return None
    kinds, is_local = mark.kinds, mark.local

    def walk(value: Any, path: Path, found: list[Reference]) -> None:
        found.extend([Reference((*path, index), text, kinds, is_local) for index, text in enumerate(value)])

    return walk


def _items(item: _Walk | None) -> _Walk | None:
    if item is None:
        return None

    def walk(value: Any, path: Path, found: list[Reference]) -> None:
        for index, entry in enumerate(value):
            item(entry, (*path, index), found)

    return walk


def _entries(key: _Walk | None, entry: _Walk | None) -> _Walk | None:
    if key is None and entry is None:
        return None

    def walk(value: Any, path: Path, found: list[Reference]) -> None:
        for name, content in value.items():
            if key:
                named: list[Reference] = []
                key(name, (*path, name), named)
                found.extend(Reference(mention.path, mention.text, mention.kinds, is_key=True) for mention in named)
            if entry:
                entry(content, (*path, name), found)

    return walk


def _structured(value: Referring, path: Path, found: list[Reference]) -> None:
    found.extend(Reference(path, text, kinds) for text, kinds in value.referred())
