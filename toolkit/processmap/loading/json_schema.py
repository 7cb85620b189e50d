"""JSON Schemas for editors, out of the same models that the loader validates with.

They are a little wider than the loader, so that an editor does not cry while one types: a text may look like a number
or a boolean, and any value may still be missing. Draft 7, the one that yaml-language-server supports best.
"""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, TypeAdapter

from processmap.config import MapSettings
from processmap.model.documents import Form
from processmap.model.glossary import GlossaryTerm
from processmap.model.ito import Ito
from processmap.model.kinds import CATALOGUES, GLOSSARY_KEY
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.steps import STEP_MODELS

Schema = dict[str, Any]
"""A JSON Schema; `Any` because it nests freely."""

_DRAFT = "http://json-schema.org/draft-07/schema#"
_FILES: dict[str, tuple[str, type[BaseModel]]] = {
    "map.schema.json": ("Settings of a map", MapSettings),
    "macro.schema.json": ("Macro process", Macro),
    "micro.schema.json": ("Micro process", Micro),
    "ito.schema.json": ("Work instruction (ITO)", Ito),
    "form.schema.json": ("Form", Form),
}


def schemas() -> dict[str, Schema]:
    """Returns the schemas by file name: one per kind of file, `roles` and `catalog` for the catalogues."""
    found = {name: _document(title, [model], model.__name__) for name, (title, model) in _FILES.items()}
    models: dict[str, type[BaseModel]] = {key: catalogue.model for key, catalogue in CATALOGUES.items()}
    found["roles.schema.json"] = _catalogues("Roles", {"roles": models.pop("roles")})
    found["catalog.schema.json"] = _catalogues("Catalogues", models | {GLOSSARY_KEY: GlossaryTerm})
    return found


def _document(title: str, models: Iterable[type[BaseModel]], root: str) -> Schema:
    return {
        "$schema": _DRAFT,
        "title": title,
        "allOf": [{"$ref": f"#/definitions/{root}"}],
        "definitions": _definitions(models),
    }


def _catalogues(title: str, models: dict[str, type[BaseModel]]) -> Schema:
    lists: Schema = {
        key: {"type": ["array", "null"], "items": {"$ref": f"#/definitions/{model.__name__}"}}
        for key, model in models.items()
    }
    return {
        "$schema": _DRAFT,
        "title": title,
        "type": ["object", "null"],
        "properties": lists,
        "additionalProperties": False,
        "maxProperties": 1,
        "definitions": _definitions(models.values()),
    }


def _definitions(models: Iterable[type[BaseModel]]) -> Schema:
    found: Schema = {}
    for model in models:
        schema = TypeAdapter(model).json_schema(by_alias=True, ref_template="#/definitions/{model}")
        found |= schema.pop("$defs", {})
        found[model.__name__] = schema
    return {name: _widened(_steps(schema)) for name, schema in sorted(found.items())}


def _steps(schema: Schema) -> Schema:
    """Replaces the choice between step kinds by one condition per kind.

    With a plain choice an editor shows the errors of some other kind. So a step is checked as the kind whose key it
    has, and where none is typed yet the kinds are offered.
    """
    steps = schema.get("properties", {}).get("steps", {})
    if "oneOf" not in steps.get("items", {}):
        return schema
    offered = {kind: _kind_offer(kind) for kind in STEP_MODELS}
    steps["items"] = {
        "type": "object",
        "required": ["id"],
        "properties": {"id": {"description": "Local id, by tens and never reused: T20."}, **offered},
        "anyOf": [{"required": [kind]} for kind in STEP_MODELS],
        "allOf": [
            {"if": {"required": [kind]}, "then": {"$ref": f"#/definitions/{model.__name__}"}}
            for kind, model in STEP_MODELS.items()
        ],
    }
    return schema


def _kind_offer(kind: str) -> Schema:
    return {"description": STEP_MODELS[kind].model_fields[kind].description or ""}


def _widened(node: Any) -> Any:
    """Returns a schema in draft 7 in which every value of a mapping may also be missing."""
    if isinstance(node, list):
        return [_widened(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if key not in ("title", "default")}
    special = ("properties", "$ref", "prefixItems")
    found: Schema = {key: _widened(value) for key, value in kept.items() if key not in special}
    if "$ref" in kept:
        reference: Schema = {"$ref": kept["$ref"]}
        found = {**found, "allOf": [reference]} if found else reference
    if "prefixItems" in kept:
        found["items"] = _widened(kept["prefixItems"])
    if "properties" in kept:
        found["properties"] = {key: _or_missing(_widened(value)) for key, value in kept["properties"].items()}
    return found


def _or_missing(schema: Schema) -> Schema:
    """Allows null beside what a field takes; its description stays outside, where editors look for it."""
    about = {key: schema[key] for key in ("description",) if key in schema}
    value = {key: content for key, content in schema.items() if key not in about}
    if not value:
        return about
    choices = value.get("anyOf") if set(value) == {"anyOf"} else None
    if choices is None:
        choices = [value]
    if {"type": "null"} not in choices:
        choices = [*choices, {"type": "null"}]
    return {"anyOf": choices, **about}
