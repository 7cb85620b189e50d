"""The JSON Schemas accept what the loader accepts, and an editor that is still being typed in."""

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from processmap.loading.json_schema import schemas
from processmap.model.kinds import CATALOGUES, FILE_KINDS, GLOSSARY_KEY

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tests" / "rules" / "base_map").rglob("*.yaml")) + sorted(
    path for folder in ("processes", "itos") for path in (ROOT / folder).rglob("*.yaml")
)


class Core(yaml.SafeLoader):
    """YAML 1.2 core types, as yaml-language-server reads them."""


Core.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]+\.[0-9]+$", "-+0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_form), list(_first))


def schema_of(document: dict[str, Any]) -> dict[str, Any]:
    all_schemas = schemas()
    if "roles" in document:
        return all_schemas["roles.schema.json"]
    kind = document.get("kind", "map" if "client" in document else "catalog")
    return all_schemas[f"{kind}.schema.json"]


def errors(document: dict[str, Any]) -> list[str]:
    validator = jsonschema.Draft7Validator(schema_of(document))
    return [error.message for error in validator.iter_errors(document)]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_each_schema_is_a_valid_one_of_draft_7(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schemas()[name])


def test_every_kind_of_file_and_catalogue_has_a_schema() -> None:
    found = schemas()

    assert {f"{kind}.schema.json" for kind in (*FILE_KINDS, "map", "roles")} <= set(found)
    catalogues = set(found["catalog.schema.json"]["properties"])
    assert catalogues == {*CATALOGUES, GLOSSARY_KEY} - {"roles"}


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_the_flagship_and_the_base_map_fit(file: Path) -> None:
    document = yaml.load(file.read_text(encoding="utf-8"), Loader=Core)

    assert errors(document) == []


@pytest.mark.parametrize(
    "document",
    [
        {"kind": "micro", "id": None, "name": None, "macro": None, "owner": None, "steps": None},
        {"kind": "micro", "id": "MIC-A", "name": 7, "macro": "MAC-A", "owner": "ROL-A", "doc": {"rev": 1.10}},
        {"benefits": [{"id": "BEN-1", "name": True, "kpi": "KPI-A", "baseline": "0,35", "target": 1}]},
    ],
)
def test_what_is_still_being_typed_and_texts_that_look_like_numbers_are_let_through(document: dict[str, Any]) -> None:
    assert errors(document) == []


@pytest.mark.parametrize(
    "step",
    [
        {"id": "T1", "task": "a", "sistem": "SYS-A"},
        {"id": "T1", "task": "a", "wait": "b"},
        {"id": "T1", "join": "some"},
    ],
)
def test_a_wrong_step_is_refused(step: dict[str, Any]) -> None:
    document = {"kind": "micro", "id": "MIC-A", "name": "x", "macro": "MAC-A", "owner": "ROL-A", "steps": [step]}

    assert errors(document) != []


def test_descriptions_are_kept_for_the_editor_to_show() -> None:
    assert "Name: verb in the infinitive and object." in str(schemas()["micro.schema.json"])
