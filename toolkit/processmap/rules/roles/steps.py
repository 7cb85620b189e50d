"""The steps of all flows that are checked, by their kind: one walk for the many rules that ask about tasks."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from processmap.diagnostics import Location
from processmap.graph import Flow
from processmap.model.steps import StepBase
from processmap.rules.naming import named, step_named
from processmap.rules.rule import RuleContext
from processmap.rules.scope import live_flows

Kind = TypeVar("Kind", bound=StepBase)


@dataclass(frozen=True, slots=True)
class Placed(Generic[Kind]):
    """A step in its flow."""

    flow: Flow
    index: int
    step: Kind

    @property
    def id(self) -> str:
        """The step by its global name, `MIC-COM-020/T20`."""
        return f"{self.flow.micro.id}/{self.step.id}"

    @property
    def lane(self) -> str | None:
        """The lane in which it stands."""
        return self.flow.lanes[self.step.id]

    @property
    def at(self) -> Location:
        """The place of its id."""
        return Location(self.flow.micro.id, ("steps", self.index, "id"))

    @property
    def names(self) -> dict[str, str]:
        """Step and micro for a message."""
        micro = self.flow.micro
        return {"step": step_named(self.step), "micro": named(micro.id, micro.name)}


def steps_of_kind(context: RuleContext, kind: type[Kind]) -> tuple[Placed[Kind], ...]:
    """Returns every step of a kind, in document order."""
    found: tuple[Placed[Kind], ...] = context.shared(_by_kind).get(kind, ())  # type: ignore[assignment]  # grouped by type
    return found


def _by_kind(context: RuleContext) -> dict[type[StepBase], tuple[Placed[StepBase], ...]]:
    found: dict[type[StepBase], list[Placed[StepBase]]] = {}
    for flow in live_flows(context):
        for index, step in enumerate(flow.micro.steps):
            found.setdefault(type(step), []).append(Placed(flow, index, step))
    return {kind: tuple(steps) for kind, steps in found.items()}
