"""The ends of other processes that hand-offs and calls wait for (`outcome`)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from processmap.diagnostics import Location
from processmap.model.document_control import Status
from processmap.model.micro import Micro
from processmap.model.steps import CallStep, EndStep, HandoffStep, StepBase
from processmap.rules.naming import holder_named, named, step_named
from processmap.rules.rule import RuleContext
from processmap.rules.scope import live_micros
from processmap.rules.steps_of_micro import step_by_id


@dataclass(frozen=True, slots=True)
class ExpectedEnd:
    """One `outcome`, and what stands under that id in the other process."""

    location: Location
    holder: str
    """The step that waits, for a reader."""
    target: Micro
    outcome: str
    end: StepBase | None
    """The step of that id; None where there is none."""

    @property
    def known_ends(self) -> tuple[str, ...]:
        """The ends there are."""
        return tuple(step.id for step in self.target.steps if isinstance(step, EndStep))

    @property
    def names(self) -> Mapping[str, str]:
        """The parameters that its messages share."""
        return {
            "holder": self.holder,
            "element": named(self.target.id, self.target.name),
            "part": self.outcome,
            "step": step_named(self.end) if self.end else self.outcome,
            "key": "outcome",
        }


def expected_ends(context: RuleContext) -> Iterator[ExpectedEnd]:
    """Yields every outcome whose process is known and has a flow, in document order."""
    for micro in live_micros(context):
        for index, step in enumerate(micro.steps):
            if type(step) is not HandoffStep and type(step) is not CallStep:
                continue
            target = context.map.elements.get(step.to_process.partition("/")[0])
            if target is None or not isinstance(target.model, Micro) or target.status is Status.PLANNED:
                continue
            for position, path in enumerate(step.paths):
                at = ("steps", index, "paths", position, "outcome")
                yield ExpectedEnd(
                    location=Location(micro.id, at),
                    holder=holder_named(micro.id, micro, at),
                    target=target.model,
                    outcome=path.outcome,
                    end=step_by_id(target.model, path.outcome),
                )
