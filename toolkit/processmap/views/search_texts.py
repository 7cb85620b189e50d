"""The words of an element for the search: what its author wrote, and the names of what it mentions."""

import re
from collections.abc import Callable, Container, Iterator
from typing import Any

from processmap.values.authored import Authored
from processmap.values.ids import ELEMENT_OR_STEP_PATTERN, FIELD_REF_PATTERN, OUTPUT_REF_PATTERN, STEP_PATTERN
from processmap.views.prose import plain

_REFERENCE = re.compile("|".join((ELEMENT_OR_STEP_PATTERN, OUTPUT_REF_PATTERN, FIELD_REF_PATTERN)))
_STEP = re.compile(STEP_PATTERN)
_NO_TEXT = frozenset({"id", "kind"})


def texts_of(model: Authored, name_of: Callable[[str], str], *, without: Container[str] = ()) -> str:
    """Returns the texts of a model in the order of its fields, each once, joined by a space.

    Args:
        model: an element, or a part of one.
        name_of: the name of an element by its id, to be found under it; empty for none.
        without: fields to leave out, such as the name, or the steps that stand for themselves.
    """
    found = (text for text in _leaves(model, without) if not _STEP.match(text))
    words = (name_of(text.partition("/")[0].partition(".")[0]) if _REFERENCE.match(text) else text for text in found)
    return " ".join(dict.fromkeys(" ".join(plain(word).split()) for word in words if word))


def _leaves(value: Any, without: Container[str] = ()) -> Iterator[str]:  # `Any`: a value of any field
    if isinstance(value, Authored):
        for name in type(value).model_fields:
            if name not in _NO_TEXT and name not in without:
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
