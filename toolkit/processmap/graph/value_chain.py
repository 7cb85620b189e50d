"""The value chain: the core processes, who works in them, and what would take it apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from processmap.graph.contracts import in_use
from processmap.graph.cut_points import CutPoint, cut_points, pairs_connected
from processmap.model.macro import ProcessClass
from processmap.model.micro import Micro
from processmap.model.organisation import Role
from processmap.model.steps import HandoffStep, Step, TaskStep

if TYPE_CHECKING:
    from processmap.graph.index import MapGraph


@dataclass(frozen=True)
class ValueChain:
    """The processes in use of the core macros and the hand-offs, calls and ends between them."""

    graph: MapGraph

    @cached_property
    def micros(self) -> tuple[Micro, ...]:
        """The processes, in declared order."""
        core = {macro.id for macro in self.graph.macros if macro.class_ is ProcessClass.CORE}
        return tuple(micro for micro in self.graph.micros if micro.macro in core and in_use(self.graph, micro.id))

    @cached_property
    def links(self) -> tuple[tuple[int, int], ...]:
        """What connects the processes, as pairs of numbers: two processes of a hand-off, or a process and a document.

        A document that one process makes and another reads connects them too. Processes have their number in `micros`,
        documents those after. Who reads a standing document depends on nobody.
        """
        place: dict[str, int] = {micro.id: number for number, micro in enumerate(self.micros)}
        pairs = ((place.get(c.source.id), place.get(c.target.id)) for c in self.graph.contracts.all)
        links = [(one, other) for one, other in pairs if one is not None and other is not None and one != other]
        made_and_read = [use for use in self.graph.document_uses.values() if use.read_by and use.produced_by]
        for document, use in enumerate(made_and_read, len(place)):
            users = (step.partition("/")[0] for step in (*use.produced_by, *use.read_by))
            links += [(place[micro], document) for micro in users if micro in place]
        return tuple(dict.fromkeys(links))

    @cached_property
    def cut_points(self) -> tuple[CutPoint, ...]:
        """The processes without which others no longer hang together, by their number in `micros`."""
        return cut_points(len(self.micros), self._nodes, self.links)

    @cached_property
    def degrees(self) -> Mapping[int, int]:
        """To how many processes and documents each process is linked, by its number; none has no entry."""
        return Counter(node for link in self.links for node in link)

    @cached_property
    def _nodes(self) -> int:
        return max((other + 1 for _, other in self.links), default=0) + len(self.micros)

    @cached_property
    def workplaces(self) -> Mapping[str, tuple[int, ...]]:
        """The processes, by number, in which each role works, by role.

        Approvals do not count: the role above can give them.
        """
        found: dict[str, dict[int, None]] = {}
        for number, micro in enumerate(self.micros):
            for role in self._workers(micro):
                found.setdefault(role, {})[number] = None
        return {role: tuple(numbers) for role, numbers in found.items()}

    def share_lost_without(self, role: str) -> Fraction:
        """Returns which share of the connections between processes is lost when the work of a role stops.

        Two processes are connected if a chain of hand-offs leads from one to the other, in whatever direction; those in
        which the role works stop as well.
        """
        before = pairs_connected(len(self.micros), self._nodes, self.links)
        after = pairs_connected(len(self.micros), self._nodes, self.links, frozenset(self.workplaces.get(role, ())))
        return Fraction(before - after, before) if before else Fraction(0)

    def _workers(self, micro: Micro) -> list[str]:
        flow = self.graph.flow(micro.id)
        assert flow is not None, "the model could be read"
        lanes = (flow.lanes[step.id] for step in micro.steps if _is_work(step))
        return [lane for lane in dict.fromkeys(lanes) if lane and self.graph.model(lane, Role)]


def _is_work(step: Step) -> bool:
    return isinstance(step, HandoffStep) or (isinstance(step, TaskStep) and not step.automatic)
