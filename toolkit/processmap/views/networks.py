"""Free-form graphs: how areas depend on each other, and the neighbourhood of a macro."""

from dataclasses import dataclass

from processmap.graph import Handoff, HandoffKind
from processmap.graph.handoffs import crossings
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.organisation import Area
from processmap.views.addresses import HANDOFFS, Address, handoffs_fragment
from processmap.views.atlas import distinct
from processmap.views.dependencies import handed_over, handoffs_by_pair
from processmap.views.diagram import Side
from processmap.views.linking import Linker

AREAS = "areas"
"""Name of the picture of areas."""


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An area or a process."""

    id: str
    label: str
    side: Side
    href: str | None
    title: str
    group: str = ""
    """Name of the group it is drawn in; empty for none."""
    is_focus: bool = False
    """Whether the graph is about it."""


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """Who hands over to whom."""

    source: str
    target: str
    count: int
    """Number of hand-offs; it decides the width of the line."""
    crosses_boundary: bool
    """Leads from a commercial area into another one or back."""
    title: str
    label: str = ""
    href: str | None = None
    """The list of these hand-offs."""


@dataclass(frozen=True, slots=True)
class Network:
    """A graph without lanes."""

    name: str
    """Id of the picture."""
    title: str
    description: str
    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]


def area_network(linker: Linker) -> Network:
    """Makes the graph of areas that hand over to each other; the others are left out."""
    words = linker.wording
    counted = crossings(linker.atlas.graph)
    used = {area for pair in counted for area in pair}
    areas = tuple(area for area in linker.atlas.areas if area.id in used)
    commercial: dict[str, bool] = {area.id: area.commercial for area in areas}
    return Network(
        name=AREAS,
        title=words("network.areas_title"),
        description=words("network.areas_description", handoffs=words.counted("handoffs", sum(counted.values()))),
        nodes=tuple(_area_node(linker, area) for area in areas),
        edges=tuple(
            NetworkEdge(
                source,
                target,
                count,
                crosses_boundary=commercial[source] != commercial[target],
                title=f"{linker.name(source)} → {linker.name(target)}: {words.counted('handoffs', count)}",
                label=words.number(count),
                href=Address(HANDOFFS, handoffs_fragment(source, target)).seen_from(linker.page),
            )
            for (source, target), count in counted.items()
            if source in commercial and target in commercial
        ),
    )


def neighbourhood(linker: Linker, macro: Macro) -> Network:
    """Makes the graph of a macro's micros and of those that hand over to them or get something from them."""
    words = linker.wording
    own = tuple(micro.id for micro in linker.atlas.micros_of(macro.id))
    pairs = {
        pair: found
        for pair, found in handoffs_by_pair(linker.atlas.graph.handoffs).items()
        if (pair[0] in own or pair[1] in own) and all(linker.atlas.get(micro, Micro) for micro in pair)
    }
    shown = {*own, *(micro for pair in pairs for micro in pair)}
    micros = tuple(micro for micro in linker.atlas.graph.micros if micro.id in shown)
    return Network(
        name=macro.id,
        title=words("network.neighbourhood_title", name=macro.name),
        description=words("network.neighbourhood_description", count=len(shown) - len(own)),
        nodes=tuple(_micro_node(linker, micro, is_focus=micro.id in own) for micro in micros),
        edges=tuple(_micro_edge(linker, pair, found) for pair, found in pairs.items()),
    )


def _area_node(linker: Linker, area: Area) -> NetworkNode:
    side = Side.COMMERCIAL if area.commercial else Side.NON_COMMERCIAL
    group = linker.wording("area.commercial_plural" if area.commercial else "area.support_plural")
    return NetworkNode(area.id, area.name, side, linker.ref(area.id).href, f"{area.id} {area.name}", group)


def _micro_node(linker: Linker, micro: Micro, *, is_focus: bool) -> NetworkNode:
    area = linker.atlas.graph.area_of_micro(micro.id)
    side = Side.COMMERCIAL if linker.atlas.is_commercial(area) else Side.NON_COMMERCIAL
    title = f"{micro.id} {micro.name} ({linker.name(area) if area else '?'})"
    macro = linker.name(micro.macro)
    return NetworkNode(micro.id, micro.name, side, linker.ref(micro.id).href, title, macro, is_focus=is_focus)


def _micro_edge(linker: Linker, pair: tuple[str, str], found: list[Handoff]) -> NetworkEdge:
    source, target = pair
    sent = handed_over(linker, found)
    documents = distinct(name for handoff in found for name in handoff.sends)
    is_call = all(handoff.kind is HandoffKind.CALL for handoff in found)
    more = f" +{len(documents) - 1}" if len(documents) > 1 else ""
    label = f"{linker.name(documents[0])}{more}" if documents else linker.wording("step_kind.call") if is_call else ""
    return NetworkEdge(
        source,
        target,
        len(found),
        crosses_boundary=any(handoff.crosses_commercial_boundary for handoff in found),
        title=f"{linker.name(source)} → {linker.name(target)}: {sent}",
        label=label,
    )
