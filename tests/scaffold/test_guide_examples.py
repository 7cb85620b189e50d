"""The examples of the guide are valid.

Every YAML block is an element, a catalogue, map.yaml, steps of a flow, or (with a title) a file of the scaffold.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from processmap.app.scaffolding import sample_files
from processmap.i18n import Language
from processmap.loading import load
from processmap.loading.source import from_text
from processmap.model.kinds import CATALOGUES, FILE_KINDS
from processmap.model.steps import STEP_MODELS

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"

_BLOCK = re.compile(r'^```(?:yaml|json)(?: title="(?P<title>[^"]+)")?\n(?P<body>.*?)^```$', re.MULTILINE | re.DOTALL)
_FLOW = "kind: micro\nid: MIC-GUI-010\nname: Show an example\nmacro: MAC-GUI\nowner: ROL-GUI\nsteps:\n"


@dataclass(frozen=True)
class Example:
    page: str
    line: int
    title: str | None
    body: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def examples() -> Iterator[Example]:
    for page in sorted(GUIDE.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        for found in _BLOCK.finditer(text):
            yield Example(page.name, text.count("\n", 0, found.start()) + 2, found["title"], found["body"])


ELEMENTS = [example for example in examples() if example.title is None]
FILES = [example for example in examples() if example.title is not None]


def as_file(body: str) -> tuple[str, str]:
    """The path and text of the file that an example would be; steps get a flow around them."""
    if body.startswith("- "):
        return "processes/guide/MIC-GUI-010.yaml", _FLOW + "".join(f"  {line}\n" for line in body.splitlines())
    if body.startswith("kind: map\n"):
        return "processes/map.yaml", body
    name = re.search(r"^id: (\S+)$", body, re.MULTILINE)
    folder = "itos" if body.startswith(("kind: ito", "roles:")) else "processes"
    return f"{folder}/guide/{name[1] if body.startswith('kind:') and name else 'catalogue'}.yaml", body


@pytest.mark.parametrize("example", ELEMENTS, ids=str)
def test_every_example_is_valid(example):
    loaded = load([from_text(*as_file(example.body))])

    assert [f"{problem.code} {problem.message} at {problem.at}" for problem in loaded.problems] == []
    assert loaded.definitions or loaded.glossary or loaded.settings


@pytest.mark.parametrize("example", FILES, ids=str)
def test_files_shown_in_the_guide_are_those_of_a_new_map(example):
    assert example.body == sample_files(Language.ENGLISH)[str(example.title)].read_text(encoding="utf-8")


def test_the_guide_shows_every_kind_that_can_be_written():
    bodies = [example.body for example in ELEMENTS]

    kinds = {kind for kind in FILE_KINDS if any(body.startswith(f"kind: {kind}\n") for body in bodies)}
    lists = {key for key in (*CATALOGUES, "glossary") if any(body.startswith(f"{key}:\n") for body in bodies)}

    assert kinds == set(FILE_KINDS)
    assert lists == {*CATALOGUES, "glossary"}


def test_the_guide_shows_every_kind_of_step():
    text = (GUIDE / "micro.md").read_text(encoding="utf-8") + (GUIDE / "handoff.md").read_text(encoding="utf-8")

    assert [kind for kind in STEP_MODELS if not re.search(rf"^(  |- \{{id: \w+, ){kind}: ", text, re.MULTILINE)] == []
