"""The dependency graph of micros and macros: who comes before whom, rings, single order.

The only module that needs networkx; it is imported when one of these questions is asked, since it costs 0.2 s.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from processmap.graph.index import MapGraph

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True)
class Dependencies:
    """How micros depend on each other through hand-offs, calls and ends that go on elsewhere."""

    graph: MapGraph

    def downstream(self, micro_id: str) -> tuple[str, ...]:
        """Returns every micro that is begun out of this one, directly or not, in declared order; itself in a ring."""
        return self._in_order(self._reached(self._micros, micro_id))

    def upstream(self, micro_id: str) -> tuple[str, ...]:
        """Returns every micro out of which this one is begun, directly or not, in declared order."""
        return self._in_order(self._reached(self._micros.reverse(copy=False), micro_id))

    @cached_property
    def rings(self) -> tuple[tuple[str, ...], ...]:
        """Groups of micros that all lead into each other, each in declared order and the groups by their first."""
        import networkx as nx

        groups = [
            self._in_order(group)
            for group in nx.strongly_connected_components(self._micros)
            if len(group) > 1 or any(self._micros.has_edge(micro, micro) for micro in group)
        ]
        place = self._place
        return tuple(sorted(groups, key=lambda group: place[group[0]]))

    @cached_property
    def macro_order(self) -> tuple[str, ...]:
        """Macros so that who hands on comes before who receives; in rings and ties by their `order`."""
        import networkx as nx

        macros: list[str] = [macro.id for macro in self.graph.macros]
        place = {macro: index for index, macro in enumerate(macros)}
        edges: nx.DiGraph[str] = nx.DiGraph()
        edges.add_nodes_from(macros)
        edges.add_edges_from((s, t) for s, t in self._macro_pairs() if s in place and t in place)
        condensed = nx.condensation(edges)
        members = {node: sorted(data["members"], key=place.__getitem__) for node, data in condensed.nodes(data=True)}
        ordered = nx.lexicographical_topological_sort(condensed, key=lambda node: place[members[node][0]])
        return tuple(macro for node in ordered for macro in members[node])

    @cached_property
    def _micros(self) -> nx.DiGraph[str]:
        import networkx as nx

        found: nx.DiGraph[str] = nx.DiGraph()
        found.add_nodes_from(micro.id for micro in self.graph.micros)
        known = self._place
        found.add_edges_from((h.source_micro, h.target_micro) for h in self.graph.handoffs if h.target_micro in known)
        return found

    @cached_property
    def _place(self) -> dict[str, int]:
        return {micro.id: index for index, micro in enumerate(self.graph.micros)}

    def _macro_pairs(self) -> list[tuple[str, str]]:
        macro: dict[str, str] = {micro.id: micro.macro for micro in self.graph.micros}
        pairs = [(macro.get(h.source_micro), macro.get(h.target_micro)) for h in self.graph.handoffs]
        return [(source, target) for source, target in pairs if source and target and source != target]

    def _reached(self, graph: nx.DiGraph[str], micro_id: str) -> frozenset[str]:
        if micro_id not in graph:
            return frozenset()
        import networkx as nx

        found = set(nx.descendants(graph, micro_id))
        if any(micro_id in group for group in self.rings):
            found.add(micro_id)
        return frozenset(found)

    def _in_order(self, micros: frozenset[str] | set[str]) -> tuple[str, ...]:
        return tuple(sorted(micros, key=self._place.__getitem__))
