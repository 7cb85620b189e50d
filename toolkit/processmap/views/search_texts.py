"""The words of an element for the search: what its author wrote, and the names of what it mentions."""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from processmap.values.authored import Authored
from processmap.values.ids import ELEMENT_OR_STEP_PATTERN, FIELD_REF_PATTERN, OUTPUT_REF_PATTERN, STEP_PATTERN
from processmap.views.prose import plain

_REFERENCE = re.compile("|".join((ELEMENT_OR_STEP_PATTERN, OUTPUT_REF_PATTERN, FIELD_REF_PATTERN)))
_NO_WORDS = re.compile(rf"{STEP_PATTERN}|[^A-Za-zÀ-ÿ]*$")


def texts_of(model: Authored, name_of: Callable[[str], str], *, without: Container[str] = ()) -> str:
    """Returns the texts of a model in the order of its fields, then the names of what it refers to.

    Each stands once, in one line, set off from the next.

    Args:
        model: an element, or a part of one.
        name_of: the name of an element by its id, to be found under it.
        without: fields to leave out, such as the name, or the steps that stand for themselves.
    """
    leaves = tuple(leaf for leaf in _leaves(model, without) if not _NO_WORDS.match(leaf))
    texts = (" ".join(plain(leaf).split()) for leaf in leaves if not _REFERENCE.match(leaf))
    names = (name_of(re.split(r"[/.]", leaf)[0]) for leaf in leaves if _REFERENCE.match(leaf))
    return _joined(dict.fromkeys((*texts, *names)))


def _joined(texts: Iterable[str]) -> str:
    return "".join(f"{text} " if text[-1] in ".?!:;" else f"{text} · " for text in texts).rstrip(" ·")


def _leaves(value: Any, without: Container[str] = ()) -> Iterator[str]:  # `Any`: a value of any field
    if isinstance(value, Authored):
        for name in _fields(type(value)):
            if name not in without:
                yield from _leaves(getattr(value, name))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(key)
            yield from _leaves(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _leaves(each)
    elif type(value) is str:  # the words of enumerations are subclasses: they are keys, not texts
        yield value


@cache
def _fields(model: type[Authored]) -> tuple[str, ...]:
    """The fields that may hold words: neither the id nor one of a few fixed words."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if name != "id" and not _is_fixed(field.annotation))


def _is_fixed(annotation: Any) -> bool:
    return get_origin(annotation) is Literal or any(get_origin(part) is Literal for part in get_args(annotation))
