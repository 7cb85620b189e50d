"""Which keys the schema knows at a place: what a mistyped key is compared with."""

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from processmap.diagnostics import Path
from processmap.loading.positions import Tree
from processmap.model.steps import STEP_MODELS, StepBase, step_kind


def known_keys(model: type[BaseModel], tree: Tree, path: Path) -> tuple[str, ...]:
    """Returns the authored names of the fields of the mapping at a path; empty where any key may stand."""
    node: Any = tree
    annotation: Any = model
    for step in path:
        annotation = _inner(annotation, step)
        node = node[step]
        if annotation is StepBase:
            try:
                annotation = STEP_MODELS[step_kind(node)]
            except PydanticCustomError:
                return tuple(STEP_MODELS)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return tuple(field.alias or name for name, field in annotation.model_fields.items())
    return ()


def _inner(annotation: Any, step: str | int) -> Any:
    """The type of what stands under a key or index; `Any` because an annotation is any object."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            if (field.alias or name) == step:
                return _plain(field.annotation)
        return None
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return _plain(arguments[0])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _plain(arguments[1])
    return None


def _plain(annotation: Any) -> Any:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _plain(arguments[0])
    if origin in (Union, UnionType):
        members = [_plain(argument) for argument in arguments if argument is not type(None)]
        if members and all(isinstance(member, type) and issubclass(member, StepBase) for member in members):
            return StepBase
        return members[0] if members else None
    return annotation
