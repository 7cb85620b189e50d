"""Which steps a role does, and which steps of others touch its own: what the parts of its page begin with."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.model.macro import Macro, ProcessClass
from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep, TaskStep
from processmap.views.linking import Linker


@dataclass(frozen=True, slots=True)
class OwnStep:
    """A task or approval that a role does."""

    micro: Micro
    step: TaskStep | ApprovalStep

    @property
    def name(self) -> str:
        """The step by its global name."""
        return f"{self.micro.id}/{self.step.id}"


def own_steps(linker: Linker, role: str) -> tuple[OwnStep, ...]:
    """The tasks in a role's lane and the approvals that it gives; those of core processes first."""
    found = _own_steps(linker, role)
    return tuple(sorted(found, key=lambda own: _place(linker, own.micro)))


def _place(linker: Linker, micro: Micro) -> int:
    macro = linker.atlas.get(micro.macro, Macro)
    return 0 if macro and macro.class_ is ProcessClass.CORE else 1


def _own_steps(linker: Linker, role: str) -> Iterator[OwnStep]:
    for micro in linker.atlas.graph.micros:
        lanes = linker.atlas.flow(micro).lanes
        for step in micro.steps:
            match step:
                case ApprovalStep(approvers=approvers) if role in approvers:
                    yield OwnStep(micro, step)
                case TaskStep(automatic=False) if lanes[step.id] == role:
                    yield OwnStep(micro, step)
                case _:
                    continue
