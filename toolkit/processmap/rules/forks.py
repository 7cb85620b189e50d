"""Steps with written paths, and how each path is labelled."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias, get_args

from processmap.diagnostics import Location
from processmap.model.micro import Micro
from processmap.model.steps import (
    ApprovalStep,
    CallStep,
    ChoiceStep,
    ConditionalPath,
    HandoffStep,
    OptionsStep,
    OutcomePath,
    ParallelPath,
    WaitPath,
    WaitStep,
)

LabelledPath: TypeAlias = ConditionalPath | OutcomePath | WaitPath
Fork: TypeAlias = ChoiceStep | ApprovalStep | OptionsStep | WaitStep | HandoffStep | CallStep
"""A step whose paths carry labels."""
_FORKS = frozenset(get_args(Fork))


def forks(micro: Micro) -> Iterator[tuple[int, Fork]]:
    """Yields the steps that may have labelled paths, with their index."""
    for index, step in enumerate(micro.steps):
        if type(step) in _FORKS:  # `isinstance` on pydantic models is slow where it says no
            yield index, step  # type: ignore[misc]  # a set of types narrows nothing


def labelled_paths(fork: Fork) -> Sequence[LabelledPath]:
    """Returns the paths of a fork, in their order."""
    return fork.paths


def label_of(path: LabelledPath | ParallelPath) -> str | None:
    """Returns what tells a path apart: the answer, the other process's end, or the time that has passed."""
    match path:
        case ConditionalPath(when=label):
            return label
        case OutcomePath(outcome=label):
            return label
        case WaitPath(when=str(label)):
            return label
        case WaitPath(after=duration) if duration is not None:
            return str(duration)
        case _:
            return None


def same_label(label: str) -> str:
    """Returns the form in which two labels are compared: readers see no difference in case or spaces."""
    return " ".join(label.split()).casefold()


def path_location(micro: Micro, step_index: int, path_index: int, path: LabelledPath | ParallelPath) -> Location:
    """Returns the place of a path: its label, or where it leads to if it has none."""
    match path:
        case OutcomePath():
            key = "outcome"
        case ConditionalPath():
            key = "when"
        case WaitPath(when=str()):
            key = "when"
        case WaitPath(after=duration) if duration is not None:
            key = "after"
        case _:
            key = "to"
    return Location(micro.id, ("steps", step_index, "paths", path_index, key))
