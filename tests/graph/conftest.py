"""Small flows and maps in a line or two."""

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from processmap.graph import Flow, MapGraph, flow_of
from processmap.loading import from_text, load
from processmap.model.micro import Micro

FIXTURES = Path(__file__).parent / "fixtures"
HEAD = {"kind": "micro", "id": "MIC-A-010", "name": "Atender", "macro": "MAC-A", "owner": "ROL-A"}

FlowFrom = Callable[[str], Flow]
MapFrom = Callable[[dict[str, str]], MapGraph]


@pytest.fixture
def flow() -> FlowFrom:
    """Makes the flow of a list of steps in YAML."""

    def make(steps: str) -> Flow:
        listed = yaml.load(textwrap.dedent(steps), yaml.BaseLoader)
        return flow_of(Micro.model_validate(HEAD | {"steps": listed}))

    return make


@pytest.fixture
def example() -> FlowFrom:
    """Makes the flow of one of the examples of the design."""

    def make(name: str) -> Flow:
        text = (FIXTURES / f"{name}.yaml").read_text(encoding="utf-8")
        return flow_of(Micro.model_validate(yaml.load(text, yaml.BaseLoader)))

    return make


@pytest.fixture
def map_from() -> MapFrom:
    """Makes the graph of files given as text by path; every file has to follow the schema."""

    def make(files: dict[str, str]) -> MapGraph:
        loaded = load([from_text(path, textwrap.dedent(text)) for path, text in files.items()])
        assert loaded.problems == ()
        return MapGraph(loaded)

    return make
