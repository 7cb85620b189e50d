"""The guide lists the fields that may be marked up; the models say which they are."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from processmap.model.glossary import GlossaryTerm
from processmap.model.kinds import CATALOGUES, FILE_KINDS
from processmap.model.steps import STEP_MODELS
from processmap.values.authored import Authored
from processmap.values.texts import MayBeMarkedUp

GUIDE = Path(__file__).parents[2] / "docs/guide/long-texts.md"


def long_fields(hint: Any) -> Iterator[str | None]:
    """The names of long fields in a model and in the models within it; None for a hint that is itself one."""
    if get_origin(hint) is Annotated and any(isinstance(mark, MayBeMarkedUp) for mark in get_args(hint)):
        yield None
    elif isinstance(hint, type) and issubclass(hint, Authored):
        for name, each in get_type_hints(hint, include_extras=True).items():
            if name in hint.model_fields:
                yield from (found or name for found in long_fields(each))
    else:
        for each in get_args(hint):
            yield from long_fields(each)


def test_the_guide_lists_every_long_field() -> None:
    models = [model for _kind, model in FILE_KINDS.values()] + [each.model for each in CATALOGUES.values()]
    table = GUIDE.read_text(encoding="utf-8").partition("## Which texts are long")[2]

    known = {name for model in (*models, *STEP_MODELS.values(), GlossaryTerm) for name in long_fields(model)}

    assert set(re.findall(r"`(\w+)`", table)) == known
