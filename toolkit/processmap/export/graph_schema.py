"""The JSON Schema of graph_json.py: what programs that read the document can rely on."""

from typing import Any, TypeAlias

from processmap.export.graph_json import FORMAT_VERSION, MAP_NODE
from processmap.graph import ArrowKind, HandoffKind
from processmap.graph.fingerprints import HEX_DIGITS, SCHEME
from processmap.model.document_control import Status
from processmap.model.steps import STEP_MODELS
from processmap.values.ids import ID_PATTERN, Kind

Schema: TypeAlias = dict[str, Any]  # `Any`: JSON


def graph_schema() -> Schema:
    """Returns the JSON Schema (draft 2020-12) of the document; a new dict at each call."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dependency graph of a process map",
    } | _object(
        {
            "version": {"const": FORMAT_VERSION, "description": "Goes up when a reader has to change."},
            "map": _or_null(_map()),
            "nodes": _list({"oneOf": [_map_node(), _element_node(), _step_node(), _activity_node()]}),
            "edges": _list({"oneOf": [_reference_edge(), _flow_edge()]}),
            "derived": _derived(),
        }
    )


def _map() -> Schema:
    return _object(
        {
            "client": _text("The company that is mapped."),
            "title": _text("Title of the map."),
            "language": {"enum": ["en", "pt-BR"]},
            "areas": _list(_text("Id of an area."), "Areas in their declared order."),
        }
    )


def _map_node() -> Schema:
    return _object({"type": {"const": "map"}, "id": {"const": MAP_NODE}, "name": _text("Its title."), "file": _file()})


def _element_node() -> Schema:
    return _object(
        {
            "type": {"const": "element"},
            "id": _text("As authored; a malformed id is kept."),
            "kind": {"enum": [kind.name.lower() for kind in Kind]},
            "name": _or_null(_text("Null when it has none or breaks the schema.")),
            "status": {"enum": [status.value for status in Status]},
            "file": _file(),
            "pointer": _path("The way to it inside the file; empty when the file holds nothing else."),
            "fingerprint": _or_null(
                {
                    "type": "string",
                    "pattern": f"^{SCHEME}:[0-9a-f]{{{HEX_DIGITS}}}$",
                    "description": "Of its meaning: a reformat changes none. Null when it breaks the schema.",
                }
            ),
        }
    )


def _step_node() -> Schema:
    return _object(
        {
            "type": {"const": "step"},
            "id": _text("Global name, such as MIC-COM-020/T20."),
            "kind": {"enum": list(STEP_MODELS)},
            "name": _or_null(_text("Null for a join without a name.")),
            "part_of": _text("Id of the micro."),
            "lane": _or_null(_text("Role, area or external; inherited where it is not written.")),
            "area": _or_null(_text("Area of the lane; null for an external.")),
            "attached_to": _or_null(_text("Task on whose border it stands.")),
        }
    )


def _activity_node() -> Schema:
    return _object(
        {
            "type": {"const": "activity"},
            "id": _text("Global name, such as ITO-COM-001/A20."),
            "name": _text("Its name."),
            "part_of": _text("Id of the ITO."),
        }
    )


def _reference_edge() -> Schema:
    return _object(
        {
            "type": {"const": "reference"},
            "source": _text("Node that mentions: step, activity, element or map."),
            "target": _text("Node that is mentioned, or the text when there is no such node."),
            "text": _text("As authored: MIC-JUR-010/S10, POL-COM-001/alcada."),
            "path": _path("The way from the element, or from map.yaml, to the mention."),
            "resolved": {"type": "boolean", "description": "Whether the target is a node."},
        }
    )


def _flow_edge() -> Schema:
    return _object(
        {
            "type": {"const": "flow"},
            "source": _text("Step that comes before."),
            "target": _text("Step that follows."),
            "kind": {"enum": [kind.value for kind in ArrowKind]},
            "label": _or_null(_text("Condition, outcome or time of the path.")),
            "share": _or_null({"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?%$"}),
            "path": _path(
                "The way from the micro to the `to` that is written, or to the step when the next item follows."
            ),
            "resolved": {"type": "boolean", "description": "Whether the target is a node."},
            "back": {"type": "boolean", "description": "Whether it closes a cycle."},
        }
    )


def _derived() -> Schema:
    return _object(
        {
            "handoffs": _list(_handoff(), "One process goes on in another."),
            "internal_crossings": _list(_internal_crossing(), "Arrows between lanes of two areas inside one micro."),
            "area_matrix": _list(_pair("area"), "Hand-offs from one area into another."),
            "process_matrix": _list(_pair("micro"), "Hand-offs from one micro into another or itself."),
            "documents": _list(_document(), "Who makes and uses each document that a step names."),
            "rings": _list(_ring(), "Micros that all lead into each other."),
            "macro_order": _list(_text("Id of a macro."), "Who hands on comes before who receives; ties by `order`."),
        }
    )


def _handoff() -> Schema:
    return _object(
        {
            "kind": {"enum": [kind.value for kind in HandoffKind]},
            "source": _text("The sending step."),
            "target": _text("The start that is reached, or the micro when none fits."),
            "sends": _list(_text("Id of a document or form.")),
            "returns": _list(_text("Id of a document or form.")),
            "ola": _or_null(_text("Id of the internal SLA.")),
            "source_area": _or_null(_text("Area of the sending step's lane.")),
            "target_area": _or_null(_text("Area of the receiving start's lane.")),
            "is_cross_area": {"type": "boolean"},
            "crosses_commercial_boundary": {"type": "boolean"},
        }
    )


def _internal_crossing() -> Schema:
    return _object(
        {
            "micro": _text("Id of the micro."),
            "source_step": _text("Local id."),
            "target_step": _text("Local id."),
            "source_area": _text("Id of the area."),
            "target_area": _text("Id of the area."),
        }
    )


def _pair(what: str) -> Schema:
    count = {"type": "integer", "minimum": 1}
    return _object({"source": _text(f"Id of the {what}."), "target": _text(f"Id of the {what}."), "count": count})


def _document() -> Schema:
    steps = {
        "produced_by": "Steps that make it.",
        "consumed_by": "Steps that take it in or wait for it.",
        "read_by": "Steps that consult it.",
        "received_by": "Starts it comes with; hand-offs and calls it comes back to.",
        "sent_by": "Hand-offs, calls and ends that hand it on or give it back.",
        "delivered_by": "Steps that deliver it to an external.",
    }
    lists = {name: _list(_text("Global name of a step."), text) for name, text in steps.items()}
    return _object({"id": _text("Id of the document or form."), **lists})


def _ring() -> Schema:
    micros = {"type": "string", "pattern": ID_PATTERN}
    shortest = _list(micros, "The fewest that lead from the first back to it; the last leads to the first.")
    return _object({"members": _list(micros, "In declared order."), "shortest": shortest})


def _file() -> Schema:
    return _text("POSIX path relative to the map's root.")


def _path(description: str) -> Schema:
    return _list({"type": ["string", "integer"]}, description)


def _text(description: str) -> Schema:
    return {"type": "string", "description": description}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(items: Schema, description: str | None = None) -> Schema:
    return {"type": "array", "items": items} | ({"description": description} if description else {})


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
