"""RACI, derived: nobody writes the matrix (model.md, RACI)."""

from dataclasses import dataclass

from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep, StepBase, TaskStep
from processmap.values.ids import Kind
from processmap.views.atlas import kind_of
from processmap.views.flow import lanes_of
from processmap.views.linking import Linker


@dataclass(frozen=True, slots=True)
class Duty:
    """Who stands how to one step."""

    step: StepBase
    letters: dict[str, str]
    """Letters per role or forum, such as `R/A`."""


def duties(linker: Linker, micro: Micro) -> tuple[Duty, ...]:
    """R, A, C and I of every task and approval."""
    lanes = lanes_of(linker, micro)
    return tuple(
        Duty(step, _letters(micro, step, lanes[step.id]))
        for step in micro.steps
        if isinstance(step, TaskStep | ApprovalStep)
    )


def _letters(micro: Micro, step: TaskStep | ApprovalStep, lane: str) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    doing = step.approvers if isinstance(step, ApprovalStep) else (lane,)
    for party in doing:
        if party and kind_of(party) is not Kind.EXTERNAL:
            found.setdefault(party, []).append("R")
    accountable = step.accountable or (
        step.approvers[0] if isinstance(step, ApprovalStep) and step.approvers else micro.owner
    )
    found.setdefault(accountable, []).append("A")
    for letter, parties in (("C", step.consulted), ("I", step.informed)):
        for party in parties:
            found.setdefault(party, []).append(letter)
    return {party: "/".join(letters) for party, letters in found.items()}
