"""RACI, derived: nobody writes the matrix (model.md, RACI).

R is the lane, on an approval its approvers. A is the owner of the micro, on an approval the approver, unless
`accountable` says otherwise; for a forum that decides, its chair. C and I only where they are written.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.graph.flow import Flow
from processmap.graph.index import MapGraph
from processmap.model.governance import Forum
from processmap.model.steps import ApprovalStep, TaskStep
from processmap.values.ids import Kind

_EXTERNAL = f"{Kind.EXTERNAL}-"


@dataclass(frozen=True, slots=True)
class Duty:
    """Who stands how to one task or approval; every party once, in authored order."""

    step: TaskStep | ApprovalStep
    responsible: tuple[str, ...]
    """Roles, areas or forums that do it; empty where an external does, or nobody is named."""
    accountable: tuple[str, ...]
    """Who answers for it: one, unless several approve and nothing says who of them does."""
    consulted: tuple[str, ...]
    informed: tuple[str, ...]

    @property
    def letters(self) -> dict[str, str]:
        """Letters per party, such as `R/A`."""
        found: dict[str, list[str]] = {}
        groups = (("R", self.responsible), ("A", self.accountable), ("C", self.consulted), ("I", self.informed))
        for letter, parties in groups:
            for party in parties:
                found.setdefault(party, []).append(letter)
        return {party: "/".join(letters) for party, letters in found.items()}


def duties(graph: MapGraph, flow: Flow) -> Iterator[Duty]:
    """Yields the duty of every task and approval of a flow, in authored order."""
    for step in flow.micro.steps:
        if isinstance(step, TaskStep | ApprovalStep):
            answering = accountable(graph, flow, step)
            yield Duty(step, responsible(flow, step), answering, step.consulted, step.informed)


def responsible(flow: Flow, step: TaskStep | ApprovalStep) -> tuple[str, ...]:
    """Returns who does a step: R, see `Duty.responsible`."""
    doing = step.approvers if isinstance(step, ApprovalStep) else (flow.lanes[step.id],)
    return tuple(dict.fromkeys(party for party in doing if party and not party.startswith(_EXTERNAL)))


def accountable(graph: MapGraph, flow: Flow, step: TaskStep | ApprovalStep) -> tuple[str, ...]:
    """Returns who answers for a step: A, see `Duty.accountable`."""
    if step.accountable:
        return (step.accountable,)
    if isinstance(step, ApprovalStep):
        return tuple(dict.fromkeys(_answering(graph, approver) for approver in step.approvers))
    return (flow.micro.owner,)


def _answering(graph: MapGraph, approver: str) -> str:
    """Returns the role that answers for what an approver decides; a forum without a chair stands for itself."""
    forum = graph.model(approver, Forum)
    return (forum.chair if forum else None) or approver
