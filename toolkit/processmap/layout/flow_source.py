"""Writes the flow of a micro as Graphviz source. A plain drawing, until the swimlane engine takes its place."""

import textwrap

import graphviz

from processmap.views.flow import Arrow
from processmap.views.micro import FlowPicture, StepNode

_SHAPES = {
    "start": "oval",
    "end": "oval",
    "choice": "diamond",
    "options": "diamond",
    "parallel": "diamond",
    "join": "diamond",
    "approval": "hexagon",
    "note": "note",
    "handoff": "cds",
    "call": "component",
    "wait": "oval",
    "exception": "octagon",
}
_SIGNS = {"parallel": "+", "join": "+", "choice": "?", "options": "?"}
_WIDTH = 22


def flow_source(picture: FlowPicture) -> str:
    """Returns the DOT source; node ids and links come from step ids, so that they are stable."""
    graph = graphviz.Digraph(picture.id)
    graph.attr(
        rankdir="LR",
        splines="spline",
        nodesep="0.3",
        ranksep="0.45",
        bgcolor="transparent",
        pad="0.2",
        fontname="Helvetica",
    )
    graph.attr("node", fontname="Helvetica", fontsize="12", margin="0.14,0.08", penwidth="1.2", style="filled")
    graph.attr("edge", fontname="Helvetica", fontsize="10.5", arrowsize="0.7", penwidth="1.2")
    for node in picture.nodes:
        _add_node(graph, node)
    for arrow in picture.arrows:
        _add_arrow(graph, arrow)
    for task, attached in picture.attachments:
        graph.edge(task, attached, style="dotted", arrowhead="none", **{"class": "pm-edge pm-edge--attached"})
    return str(graph.source)


def _add_node(graph: "graphviz.Digraph", node: StepNode) -> None:
    is_work = node.kind in ("task", "automatic")
    text = "\n".join(textwrap.wrap(node.text or _SIGNS.get(node.kind, ""), _WIDTH)) or node.id
    lane = f"\n{node.lane}" if node.lane and node.kind not in ("join", "parallel", "note") else ""
    graph.node(
        node.id,
        graphviz.escape(f"{text}{lane}"),
        shape=_SHAPES.get(node.kind, "box"),
        style="rounded,filled" if is_work else "filled",
        URL=node.href,
        tooltip=graphviz.escape(f"{node.id} {node.kind_label}: {node.text} ({node.lane})"),
        **{"class": f"pm-node pm-node--{node.kind} pm-side--{node.side}"},
    )


def _add_arrow(graph: "graphviz.Digraph", arrow: Arrow) -> None:
    label = " ".join(part for part in (arrow.label, arrow.share) if part)
    graph.edge(
        arrow.source,
        arrow.target,
        graphviz.escape("\n".join(textwrap.wrap(label, 18))) if label else None,
        constraint="false" if arrow.rework else "true",
        **{"class": _edge_class(arrow)},
    )


def _edge_class(arrow: Arrow) -> str:
    if arrow.is_bound:
        return "pm-edge pm-edge--bound"
    return "pm-edge pm-edge--rework" if arrow.rework else "pm-edge"
