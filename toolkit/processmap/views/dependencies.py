"""The dependency map: every micro in the lane of its area, and who hands over to whom."""

from collections.abc import Iterator, Mapping

from processmap.graph import Handoff, HandoffKind
from processmap.model.document_control import Status
from processmap.model.micro import Micro
from processmap.model.organisation import Area
from processmap.views.diagram import Diagram, Edge, Lane, Node, NodeKind, Side
from processmap.views.linking import Linker
from processmap.views.swimlane import NO_LANE

DEPENDENCIES = "dependencies"
"""Name of the picture."""


def dependency_map(linker: Linker) -> Diagram:
    """Makes the dependency map; a micro that neither hands over nor receives stands in it too."""
    words = linker.wording
    micros = linker.atlas.graph.micros
    lanes = _lanes(linker, micros)
    sides = {lane.id: lane.side for lane in lanes}
    nodes = tuple(_node(linker, micro) for micro in micros)
    lane_of = {node.id: node.lane for node in nodes}
    edges = tuple(_edges(linker, lane_of, sides))
    return Diagram(
        id=DEPENDENCIES,
        title=words("dependencies.title"),
        description=words(
            "dependencies.description",
            micros=words.counted("micros", len(nodes)),
            handoffs=words.counted("handoffs", len(edges)),
        ),
        lanes=lanes,
        nodes=nodes,
        edges=edges,
    )


def handoffs_by_pair(handoffs: tuple[Handoff, ...]) -> dict[tuple[str, str], list[Handoff]]:
    """Groups hand-offs by the micros that they connect, in the order in which these first come; calls count too."""
    found: dict[tuple[str, str], list[Handoff]] = {}
    for handoff in handoffs:
        if handoff.source_micro != handoff.target_micro:
            found.setdefault((handoff.source_micro, handoff.target_micro), []).append(handoff)
    return found


def handed_over(linker: Linker, handoffs: list[Handoff]) -> str:
    """The names of the documents that go over, or how the other process is begun."""
    names = dict.fromkeys(linker.name(document) for handoff in handoffs for document in handoff.sends)
    if names:
        return ", ".join(names)
    is_call = all(handoff.kind is HandoffKind.CALL for handoff in handoffs)
    return linker.wording("step_kind.call" if is_call else "step_kind.handoff")


def _area_of(linker: Linker, micro: Micro) -> str:
    return linker.atlas.graph.area_of_micro(micro.id) or NO_LANE


def _lanes(linker: Linker, micros: tuple[Micro, ...]) -> tuple[Lane, ...]:
    used = {_area_of(linker, micro) for micro in micros}
    known = tuple(
        Lane(area.id, area.name, Side.COMMERCIAL if area.commercial else Side.NON_COMMERCIAL)
        for area in linker.atlas.areas
        if area.id in used
    )
    named = {lane.id for lane in known}
    # An area that is only written down, or a micro whose macro is missing, must not cost the picture.
    strange = [area for area in dict.fromkeys(_area_of(linker, micro) for micro in micros) if area not in named]
    return (*known, *(Lane(area, linker.name(area), Side.NON_COMMERCIAL) for area in strange))


def _node(linker: Linker, micro: Micro) -> Node:
    words = linker.wording
    area = _area_of(linker, micro)
    known = linker.atlas.get(area, Area)
    is_planned = linker.atlas.status(micro) is Status.PLANNED
    state = f", {words.word('status', Status.PLANNED).lower()}" if is_planned else ""
    return Node(
        id=micro.id,
        kind=NodeKind.PROCESS_PLANNED if is_planned else NodeKind.PROCESS,
        lane=area,
        label=micro.name,
        detail=micro.id,
        href=linker.ref(micro.id).href,
        title=f"{micro.id} {words('kind.micro')}: {micro.name} ({known.name if known else area}{state})",
    )


def _edges(linker: Linker, lane_of: Mapping[str, str], sides: Mapping[str, Side]) -> Iterator[Edge]:
    for (source, target), found in handoffs_by_pair(linker.atlas.graph.handoffs).items():
        if source not in lane_of or target not in lane_of:
            continue
        yield Edge(
            id=f"{source}-{target}",
            source=source,
            target=target,
            crosses_boundary=sides[lane_of[source]] is not sides[lane_of[target]],
            title=f"{linker.name(source)} → {linker.name(target)}: {handed_over(linker, found)}",
        )
