"""Writes a free-form graph as Graphviz source. Colours come from the style sheet of the site, not from here."""

import textwrap

import graphviz

from processmap.views.networks import Network, NetworkEdge, NetworkNode

_WIDTH = 24
_LABEL_WIDTH = 18
_WIDEST = 6.0


def network_source(network: Network) -> str:
    """Returns the DOT source; ids and links come from ids of the map, so that they are stable."""
    graph = graphviz.Digraph(network.name)
    graph.attr(
        rankdir="LR", splines="spline", nodesep="0.3", ranksep="0.8", bgcolor="transparent", pad="0.2", newrank="true"
    )
    graph.attr(fontname="Helvetica", fontsize="11")
    graph.attr(
        "node",
        shape="box",
        style="rounded,filled",
        fontname="Helvetica",
        fontsize="12",
        margin="0.2,0.09",
        penwidth="1.3",
    )
    graph.attr("edge", fontname="Helvetica", fontsize="10.5", arrowsize="0.7")
    for group in dict.fromkeys(node.group for node in network.nodes):
        members = [node for node in network.nodes if node.group == group]
        if group:
            _add_group(graph, group, members)
        else:
            for node in members:
                _add_node(graph, node)
    for edge in network.edges:
        _add_edge(graph, edge)
    return str(graph.source)


def _add_group(graph: "graphviz.Digraph", group: str, members: list[NetworkNode]) -> None:
    side = members[0].side
    focus = " pm-focus" if members[0].is_focus else ""
    with graph.subgraph(name=f"cluster_{group}") as cluster:
        cluster.attr(
            label=graphviz.escape(group),
            labeljust="l",
            style="rounded,filled",
            margin="14",
            **{"class": f"pm-group pm-side--{side}{focus}"},
        )
        for node in members:
            _add_node(cluster, node)


def _add_node(graph: "graphviz.Digraph", node: NetworkNode) -> None:
    attributes = {"URL": node.href} if node.href else {}
    focus = " pm-focus" if node.is_focus else ""
    graph.node(
        node.id,
        graphviz.escape("\n".join(textwrap.wrap(node.label, _WIDTH))),
        tooltip=graphviz.escape(node.title),
        **attributes,
        **{"class": f"pm-node pm-side--{node.side}{focus}"},
    )


def _add_edge(graph: "graphviz.Digraph", edge: NetworkEdge) -> None:
    width = min(_WIDEST, 0.9 + 0.6 * edge.count)
    label = "\n".join(textwrap.wrap(edge.label, _LABEL_WIDTH))
    link = {"URL": edge.href, "labelURL": edge.href} if edge.href else {}
    graph.edge(
        edge.source,
        edge.target,
        graphviz.escape(label) if label else None,
        penwidth=f"{width:.1f}",
        # Told without colour too: two heads where it leads from a commercial area into another one or back.
        arrowhead="normalnormal" if edge.crosses_boundary else "normal",
        edgetooltip=graphviz.escape(edge.title),
        labeltooltip=graphviz.escape(edge.title),
        **link,
        **{"class": f"pm-edge{' pm-edge--boundary' if edge.crosses_boundary else ''}"},
    )
