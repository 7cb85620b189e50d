"""A micro's flow as a workflow graph.

Each step is a node. A step happens once per token; only `join: all` waits. Choices, approvals, waits and answers of
other processes take one way; so does a rework, whose bound is one more way, and a task that may be broken off. What
runs beside a task (an attached wait that does not interrupt and leads somewhere) is an optional branch of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from processmap.graph.flow import Arrow, ArrowKind, Flow, attached_to
from processmap.graph.workflow.net import Join, Net, Split, net
from processmap.model.steps import (
    EndStep,
    JoinStep,
    NoteStep,
    OptionsStep,
    ParallelStep,
    StartStep,
    Step,
    WaitStep,
)

# Steps are asked for their exact type: `isinstance` on pydantic models is slow where it says no.
_SPLITS = {ParallelStep: Split.ALL, OptionsStep: Split.SOME}


@dataclass(frozen=True, slots=True)
class FlowNet:
    """A flow as a graph, and what each part of it stands for."""

    net: Net
    steps: Sequence[str]
    """Id of the step that each node stands for; a step may have a second node, where two decisions fall in it."""
    arrows: Sequence[Arrow | None]
    """By number, the arrow of the flow; None for the way to what hangs on a task, and for those from and to outside."""

    def steps_of(self, nodes: Iterable[int], flow: Flow) -> frozenset[str]:
        """Returns the steps that happen where some nodes do; with a merge right before it an end that stops all."""
        found = {self.steps[node] for node in nodes}
        for node in self.net.cancelling:
            if self.steps[node] in found:
                found.update(arrow.target for arrow in flow.outgoing[self.steps[node]])
        return frozenset(found)


def is_sequential(flow: Flow) -> bool:
    """Whether a case is always in one place: nothing opens branches, and no join waits for several."""
    for step in flow.micro.steps:
        if type(step) in _SPLITS:
            return False
        if type(step) is JoinStep and step.join == "all" and len(flow.incoming[step.id]) > 1:
            return False
        if runs_beside(flow, step):
            return False
    return True


def runs_beside(flow: Flow, step: Step) -> bool:
    """Whether an attached wait leaves its task alone and leads somewhere, so that two things go on."""
    return type(step) is WaitStep and bool(step.attached_to) and not step.interrupts and bool(flow.outgoing[step.id])


def net_of(flow: Flow) -> FlowNet:
    """Returns the graph of a flow in which every target exists; the order of nodes and arrows is the authored one."""
    return _Translation(flow).result()


class _Translation:
    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.steps: list[str] = []
        self.joins: list[Join] = []
        self.splits: list[Split] = []
        self.cancelling: list[int] = []
        self.starts: list[int] = []
        self.ends: list[tuple[int, int]] = []
        self.arrows: list[Arrow | None] = []
        self.number: dict[str, int] = {}

    def result(self) -> FlowNet:
        found = [(step_id, step) for step_id, step in self.flow.steps.items() if not self._does_nothing(step)]
        for step_id, step in found:
            self.number[step_id] = self._node(step_id, step)
        for step_id, step in found:
            self._leave(step_id, step)
        graph = net(self.joins, self.splits, self.ends, starts=self.starts, cancelling=self.cancelling)
        self.arrows += [None] * (len(graph.sources) - len(self.arrows))
        return FlowNet(graph, self.steps, self.arrows)

    def _does_nothing(self, step: Step) -> bool:
        """Notes, and attached waits that only warn."""
        if type(step) is NoteStep:
            return True
        return bool(attached_to(step)) and not self.flow.outgoing[step.id]

    def _node(self, step_id: str, step: Step) -> int:
        waits = type(step) is JoinStep and step.join == "all"
        self.steps.append(step_id)
        self.joins.append(Join.ALL if waits else Join.ANY)
        self.splits.append(_SPLITS.get(type(step), Split.ONE))
        node = len(self.steps) - 1
        if type(step) is StartStep:
            self.starts.append(node)
        elif self._cancels(step):
            self.cancelling.append(node)
        return node

    def _cancels(self, step: Step) -> bool:
        """An end that stops all others; and a merge right before it, where whoever comes first is at the end."""
        if type(step) is JoinStep and step.join == "any":
            behind = [self.flow.steps[arrow.target] for arrow in self.flow.outgoing[step.id]]
            return len(behind) == 1 and isinstance(behind[0], EndStep) and self._cancels(behind[0])
        return type(step) is EndStep and step.cancels_all

    def _leave(self, step_id: str, step: Step) -> None:
        node = self.number[step_id]
        if node in self.cancelling:
            return
        hanging = self.flow.attached.get(step_id, ())
        beside = [other for other in hanging if runs_beside(self.flow, other)]
        if beside:
            node = self._open_beside(node, step_id, beside)
        outgoing: Sequence[Arrow] = self.flow.outgoing[step_id]
        if type(step) is OptionsStep:
            outgoing = self._without_bounds(node, step_id, outgoing)
        for arrow in outgoing:
            self._arrow(node, self.number[arrow.target], arrow)
        for other in hanging:
            if other.id in self.number and other not in beside:
                self._arrow(node, self.number[other.id])

    def _open_beside(self, node: int, step_id: str, beside: Sequence[Step]) -> int:
        """Opens what runs beside a task; returns the node that the task's own ways leave from."""
        self.splits[node] = Split.FIRST
        done = self._second_node(step_id, node)
        for step in beside:
            self._arrow(node, self.number[step.id])
        return done

    def _without_bounds(self, node: int, step_id: str, outgoing: Sequence[Arrow]) -> list[Arrow]:
        """Gives each option with a bound a node of its own, in which it goes back or on; returns the other options."""
        plain: list[Arrow] = []
        following = (*outgoing[1:], None)
        for arrow, then in zip(outgoing, following, strict=True):
            if arrow.rework is not None and then is not None:
                decided = self._second_node(step_id, node)
                self._arrow(decided, self.number[arrow.target], arrow)
                self._arrow(decided, self.number[then.target], then)
            elif arrow.kind is not ArrowKind.BOUND:
                plain.append(arrow)
        return plain

    def _second_node(self, step_id: str, node: int) -> int:
        self.steps.append(step_id)
        self.joins.append(Join.ANY)
        self.splits.append(Split.ONE)
        self._arrow(node, len(self.steps) - 1)
        return len(self.steps) - 1

    def _arrow(self, source: int, target: int, arrow: Arrow | None = None) -> None:
        self.ends.append((source, target))
        self.arrows.append(arrow)
