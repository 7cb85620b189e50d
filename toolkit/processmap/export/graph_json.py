"""The whole map as one JSON document: nodes, edges, and what follows from them; see graph_schema.py for its form.

One line per node and edge, so that two states of a map can be compared line by line.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, TypeAlias

from processmap.graph import Dependencies, Flow, Handoff, MapGraph, attached_to, crossings, internal_crossings
from processmap.graph.fingerprints import fingerprint
from processmap.graph.rings import process_counts, shortest_ring
from processmap.loading import MAP_FILE, Element
from processmap.model.ito import Ito
from processmap.model.micro import Micro
from processmap.model.steps import JoinStep, Step, step_kind
from processmap.values.ids import Kind
from processmap.values.references import Reference

FORMAT_VERSION = 1
MAP_NODE = "map"
"""Id of the node of map.yaml; ids of elements are in upper case."""

Json: TypeAlias = dict[str, Any]  # `Any`: JSON

_encode = json.JSONEncoder(ensure_ascii=False).encode


def graph_json(graph: MapGraph) -> str:
    """Returns the document, ending with a line feed; the same map always gives the same bytes.

    Elements come in the order of their files, steps and activities after the element that holds them, references in
    authored order before the arrows of flows. An element that breaks the schema is there with `name` and `fingerprint`
    null and without references.
    """
    nodes = list(_nodes(graph))
    known = {node["id"] for node in nodes}
    parts = {
        "version": _encode(FORMAT_VERSION),
        "map": _encode(_map(graph)),
        "nodes": _lines(nodes),
        "edges": _lines([*_references(graph, known), *_arrows(graph)]),
        "derived": _derived(graph),
    }
    return "{\n" + ",\n".join(f"{_encode(name)}: {text}" for name, text in parts.items()) + "\n}\n"


def _lines(items: Iterable[Json]) -> str:
    return "[" + ",".join(f"\n{_encode(item)}" for item in items) + "\n]"


def _map(graph: MapGraph) -> Json | None:
    settings = graph.loaded.settings
    if settings is None:
        return None
    return {
        "client": settings.client,
        "title": settings.title,
        "language": settings.language.value,
        "areas": [area.id for area in graph.areas],
    }


def _nodes(graph: MapGraph) -> Iterator[Json]:
    if graph.loaded.settings:
        yield {"type": "map", "id": MAP_NODE, "name": graph.loaded.settings.title, "file": MAP_FILE}
    for element in graph.loaded.elements.values():
        yield _element(element)
        if isinstance(element.model, Micro):
            yield from _steps(graph, element.model)
        elif isinstance(element.model, Ito):
            yield from _activities(element.model)


def _element(element: Element) -> Json:
    model = element.model
    return {
        "type": "element",
        "id": element.id,
        "kind": element.kind.name.lower(),
        "name": getattr(model, "name", None),  # targets have none
        "status": element.status.value,
        "file": element.path,
        "pointer": list(element.pointer),
        "fingerprint": fingerprint(model) if model else None,
    }


def _steps(graph: MapGraph, micro: Micro) -> Iterator[Json]:
    flow = graph.flow(micro.id)
    assert flow is not None, "the model could be read"
    for name, step in flow.steps.items():
        lane = flow.lanes[name]
        kind = step_kind(step)
        yield {
            "type": "step",
            "id": f"{micro.id}/{name}",
            "kind": kind,
            "name": _step_name(step),
            "part_of": micro.id,
            "lane": lane,
            "area": graph.area_of_lane(lane),
            "attached_to": _attached_to(flow, step),
        }


def _step_name(step: Step) -> str | None:
    if isinstance(step, JoinStep):
        return step.name  # The key that says its kind holds `all` or `any`.
    return str(getattr(step, step_kind(step)))


def _attached_to(flow: Flow, step: Step) -> str | None:
    task = attached_to(step)
    return f"{flow.micro.id}/{task}" if task else None


def _activities(ito: Ito) -> Iterator[Json]:
    found: dict[str, Json] = {}
    for activity in ito.activities:
        name = f"{ito.id}/{activity.id}"
        found.setdefault(name, {"type": "activity", "id": name, "name": activity.name, "part_of": ito.id})
    yield from found.values()


def _references(graph: MapGraph, known: Collection[str]) -> Iterator[Json]:
    for mention in graph.mentions():
        element = graph.element(mention.source)
        target = _target(mention.reference, known)
        yield {
            "type": "reference",
            "source": _source(element, mention.reference) if element else MAP_NODE,
            "target": target,
            "text": mention.reference.text,
            "path": list(mention.reference.path),
            "resolved": target in known,
        }


def _source(element: Element, reference: Reference) -> str:
    """The node that mentions: the step or activity that holds the reference, else the element."""
    match element.model, reference.path:
        case Micro(steps=parts), ("steps", int(index), *_):
            return f"{element.id}/{parts[index].id}"
        case Ito(activities=parts), ("activities", int(index), *_):
            return f"{element.id}/{parts[index].id}"
        case _:
            return element.id


def _target(reference: Reference, known: Collection[str]) -> str:
    """The node that is meant; outputs of policies and fields of forms are no nodes, so their element is."""
    if reference.text in known or reference.element.startswith(f"{Kind.MICRO}-"):
        return reference.text
    return reference.element


def _arrows(graph: MapGraph) -> Iterator[Json]:
    for micro in graph.micros:
        flow = graph.flow(micro.id)
        assert flow is not None, "the model could be read"
        for arrow in (*flow.arrows, *flow.unresolved):
            yield {
                "type": "flow",
                "source": f"{micro.id}/{arrow.source}",
                "target": f"{micro.id}/{arrow.target}",
                "kind": arrow.kind.value,
                "label": arrow.label,
                "share": str(arrow.share) if arrow.share else None,
                "path": list(arrow.path),
                "resolved": arrow.target in flow.steps,
                "back": arrow in flow.back,
            }


def _derived(graph: MapGraph) -> str:
    dependencies = Dependencies(graph)
    lists: dict[str, Iterable[Json]] = {
        "handoffs": map(_handoff, graph.handoffs),
        "internal_crossings": map(asdict, internal_crossings(graph)),
        "area_matrix": _pairs(crossings(graph)),
        "process_matrix": _pairs(process_counts(graph)),
        "documents": ({"id": document} | asdict(use) for document, use in graph.document_uses.items()),
        "rings": (
            {"members": members, "shortest": shortest_ring(members, graph.handoffs)} for members in dependencies.rings
        ),
    }
    parts = {name: _lines(items) for name, items in lists.items()}
    parts["macro_order"] = _encode(dependencies.macro_order)
    return "{\n" + ",\n".join(f"{_encode(name)}: {text}" for name, text in parts.items()) + "\n}"


def _handoff(handoff: Handoff) -> Json:
    return {
        "kind": handoff.kind.value,
        "source": handoff.source,
        "target": handoff.target,
        "sends": handoff.sends,
        "returns": handoff.returns,
        "ola": handoff.ola,
        "source_area": handoff.source_area,
        "target_area": handoff.target_area,
        "is_cross_area": handoff.is_cross_area,
        "crosses_commercial_boundary": handoff.crosses_commercial_boundary,
    }


def _pairs(counts: Mapping[tuple[str, str], int]) -> Iterator[Json]:
    for (source, target), count in counts.items():
        yield {"source": source, "target": target, "count": count}
