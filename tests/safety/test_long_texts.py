"""The guide lists the fields that may be marked up; the models say which they are."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from tests.safety.hostile_map import Maker, write_elements
from tests.site.built_map import SAMPLE, write_pages

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


class Marking(Maker):
    """Makes plain names, and long texts with marks."""

    def long_text(self, model: type, name: str) -> str:
        """A text with each mark."""
        return f"**{model.__name__}.{name}** with [a link](ROL-V0) and `code`\n\n- one\n- two\n"

    def text(self, model: type, name: str) -> str:
        """A name with signs that mean nothing in it."""
        return f"{model.__name__} {name}"


def test_no_page_shows_the_marks_of_a_long_text(tmp_path: Path) -> None:
    write_elements(tmp_path, [Marking(0)])
    shutil.copy(SAMPLE / "mkdocs.yml", tmp_path / "mkdocs.yml")
    write_pages(tmp_path)

    shown = [
        f"{path.relative_to(tmp_path).as_posix()}: {found}"
        for path in sorted((tmp_path / "docs").rglob("*"))
        if path.suffix in (".md", ".svg", ".json")
        for found in re.findall(r".{0,60}\*\*\w+\.\w+\*\*|.{0,60}\]\(ROL-V0\)", path.read_text(encoding="utf-8"))
    ]

    assert "\n".join(shown) == ""
