"""Which tasks the ITOs instruct: every `does` of a live ITO, by the task that it names."""

from collections.abc import Mapping
from dataclasses import dataclass

from processmap.diagnostics import Location, Path
from processmap.model.ito import Activity, Ito
from processmap.rules.naming import named
from processmap.rules.rule import RuleContext
from processmap.rules.scope import live_models


@dataclass(frozen=True, slots=True)
class Instruction:
    """An activity of an ITO does a task."""

    ito: Ito
    activity: Activity
    path: Path
    """Where the task is named in the ITO."""
    task: str
    """The task by its global name, `MIC-COM-020/T20`."""

    @property
    def at(self) -> Location:
        """The place of the mention."""
        return Location(self.ito.id, self.path)

    @property
    def activity_name(self) -> str:
        """The activity for a reader: `ITO-COM-001/A20 (Montar proposta)`."""
        return named(f"{self.ito.id}/{self.activity.id}", self.activity.name)


@dataclass(frozen=True, slots=True)
class Instructions:
    """Everything that live ITOs instruct, in document order."""

    itos: tuple[Ito, ...]
    by_task: Mapping[str, tuple[Instruction, ...]]

    @property
    def roles(self) -> frozenset[str]:
        """The roles that have an ITO."""
        return frozenset(ito.role for ito in self.itos)


def instructions(context: RuleContext) -> Instructions:
    """Returns what the ITOs instruct; it is collected once for all rules that ask."""
    return context.shared(_collected)


def _collected(context: RuleContext) -> Instructions:
    itos = tuple(model for _, model in live_models(context) if isinstance(model, Ito))
    by_task: dict[str, list[Instruction]] = {}
    for ito in itos:
        for index, activity in enumerate(ito.activities):
            for number, task in enumerate(activity.does):
                path: Path = ("activities", index, "does", number)
                by_task.setdefault(task, []).append(Instruction(ito, activity, path, task))
    return Instructions(itos, {task: tuple(found) for task, found in by_task.items()})
