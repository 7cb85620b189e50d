"""The dependency graph of micros in DOT, the language of Graphviz: areas as clusters, hand-offs as edges."""

from collections.abc import Iterator, Mapping

from processmap.graph import Handoff, HandoffKind, MapGraph
from processmap.model.micro import Micro

_EDGE_STYLES = {HandoffKind.HANDOFF: "solid", HandoffKind.CALL: "dashed", HandoffKind.END: "bold"}


def graph_dot(graph: MapGraph) -> str:
    """Returns the DOT text, ending with a line feed; the same map always gives the same bytes.

    Areas come in declared order and micros without an area after them; each hand-off, call and end is one edge that
    names what is sent. Micros without steps and targets that do not exist are dashed.
    """
    return "\n".join(["digraph processmap {", *_indented(_statements(graph)), "}"]) + "\n"


def quoted(text: str) -> str:
    """Returns text as a DOT string that is shown exactly so.

    A backslash begins an escape of Graphviz and an ampersand an HTML entity, in quoted strings too.
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return '"' + "\\n".join(escaped.splitlines()) + '"'


def _statements(graph: MapGraph) -> Iterator[str]:
    settings = graph.loaded.settings
    yield f"graph [rankdir=LR, fontname=Helvetica, label={quoted(settings.title if settings else '')}]"
    yield 'node [shape=box, style="rounded", fontname=Helvetica, fontsize=11]'
    yield "edge [fontname=Helvetica, fontsize=9]"
    clusters = _micros_by_area(graph)
    names: dict[str, str] = {area.id: area.name for area in graph.areas}
    for area in [*names, *(area for area in clusters if area not in names)]:
        if area in clusters:
            yield from _cluster(area, names.get(area, area), clusters[area])
    yield from _nodes([micro for micro in graph.micros if graph.area_of_micro(micro.id) is None])
    yield from _strangers(graph)
    document_names = _document_names(graph)
    yield from (_edge(handoff, document_names) for handoff in graph.handoffs)


def _micros_by_area(graph: MapGraph) -> dict[str, list[Micro]]:
    found: dict[str, list[Micro]] = {}
    for micro in graph.micros:
        if (area := graph.area_of_micro(micro.id)) is not None:
            found.setdefault(area, []).append(micro)
    return found


def _cluster(area: str, name: str, micros: list[Micro]) -> Iterator[str]:
    yield f"subgraph {quoted(f'cluster_{area}')} {{"
    yield f"  graph [label={quoted(name)}]"
    yield from _indented(_nodes(micros))
    yield "}"


def _nodes(micros: list[Micro]) -> Iterator[str]:
    for micro in micros:
        style = "" if micro.steps else ', style="rounded,dashed"'
        label = quoted(f"{micro.id}\n{micro.name}")
        yield f"{quoted(micro.id)} [label={label}{style}]"


def _strangers(graph: MapGraph) -> Iterator[str]:
    known = {micro.id for micro in graph.micros}
    for target in sorted({handoff.target_micro for handoff in graph.handoffs} - known):
        yield f'{quoted(target)} [style="rounded,dashed"]'


def _document_names(graph: MapGraph) -> Mapping[str, str]:
    elements = graph.loaded.elements
    sent = {document for handoff in graph.handoffs for document in handoff.sends}
    return {name: getattr(elements[name].model, "name", name) for name in sent if name in elements}


def _edge(handoff: Handoff, names: Mapping[str, str]) -> str:
    label = quoted("\n".join(names.get(document, document) for document in handoff.sends))
    style = _EDGE_STYLES[handoff.kind]
    return f"{quoted(handoff.source_micro)} -> {quoted(handoff.target_micro)} [label={label}, style={style}]"


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
