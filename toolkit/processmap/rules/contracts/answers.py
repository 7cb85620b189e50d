"""What those who wait for another process expect to get back, and the ends of that process that can answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.diagnostics import Location, Path
from processmap.graph import Contract
from processmap.model.steps import CallStep, EndStep, HandoffStep
from processmap.rules.rule import RuleContext
from processmap.rules.steps_of_micro import step_by_id


@dataclass(frozen=True, slots=True)
class AnsweringEnd:
    """An end of the process that is asked."""

    step: EndStep
    index: int
    """Place in its micro."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One list of documents that come back."""

    documents: tuple[str, ...]
    path: Path
    """The step or the path of the step that waits."""
    at: Location
    """The list, or what stands for it where nothing comes back."""
    ends: tuple[AnsweringEnd, ...]
    """The end that is waited for, or all that can be reached where none is named."""
    is_complete: bool
    """Whether the list says everything that comes back from these ends."""

    def place_of(self, micro_id: str, document: str) -> Location:
        """Returns where a document stands in the list."""
        return Location(micro_id, (*self.path, "returns", self.documents.index(document)))


def answers_to(context: RuleContext, contract: Contract) -> Iterator[Answer]:
    """Yields what comes back to a sender, for the step as a whole and then for each of its paths."""
    step = contract.step
    if contract.start is None or isinstance(step, EndStep):
        return
    here: Path = ("steps", contract.step_index)
    if step.returns:
        at = Location(contract.source.id, (*here, "returns"))
        ends = _reachable_ends(context, contract)
        yield Answer(step.returns, here, at, ends, is_complete=not step.paths)
    yield from _answers_on_paths(contract, step, here)


def _answers_on_paths(contract: Contract, step: HandoffStep | CallStep, here: Path) -> Iterator[Answer]:
    for number, path in enumerate(step.paths):
        end = step_by_id(contract.target, path.outcome)
        if isinstance(end, EndStep):
            place = (*here, "paths", number)
            at = Location(contract.source.id, (*place, "returns" if path.returns else "outcome"))
            found = AnsweringEnd(end, contract.target.steps.index(end))
            yield Answer(path.returns, place, at, (found,), is_complete=not step.returns)


def _reachable_ends(context: RuleContext, contract: Contract) -> tuple[AnsweringEnd, ...]:
    flow = context.graph.flow(contract.target.id)
    assert flow is not None
    assert contract.start is not None
    reached = flow.reachable_from(contract.start.id)
    return tuple(
        AnsweringEnd(step, index)
        for index, step in enumerate(contract.target.steps)
        if isinstance(step, EndStep) and step.id in reached
    )
