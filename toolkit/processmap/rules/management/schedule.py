"""The weeks of the rollout, counted on from phase to phase, and the deliverables in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from processmap.diagnostics import Location
from processmap.model.rollout import Deliverable, Phase


@dataclass(frozen=True, slots=True)
class PlacedDeliverable:
    """A deliverable in its phase."""

    phase: Phase
    index: int
    deliverable: Deliverable
    last_week: int
    """The week in which it is due; without one, the last week of its phase."""

    def at(self, *path: str | int) -> Location:
        """A place inside it."""
        return Location(self.phase.id, ("deliverables", self.index, *path))


@dataclass(frozen=True)
class Schedule:
    """The phases in the order of the files."""

    phases: tuple[Phase, ...]

    @cached_property
    def weeks(self) -> Mapping[str, range]:
        """The weeks of each phase: the first of three phases of four weeks has 1 to 4, the next 5 to 8."""
        found: dict[str, range] = {}
        begins = 1
        for phase in self.phases:
            found[phase.id] = range(begins, begins + phase.weeks)
            begins += phase.weeks
        return found

    @cached_property
    def deliverables(self) -> tuple[PlacedDeliverable, ...]:
        """Every deliverable, by phase and then in authored order."""
        return tuple(
            PlacedDeliverable(phase, index, deliverable, self._due(phase, deliverable))
            for phase in self.phases
            for index, deliverable in enumerate(phase.deliverables)
        )

    @cached_property
    def by_id(self) -> Mapping[str, PlacedDeliverable]:
        """Deliverables by id; of an id that comes twice, the first."""
        found: dict[str, PlacedDeliverable] = {}
        for placed in self.deliverables:
            found.setdefault(placed.deliverable.id, placed)
        return found

    def _due(self, phase: Phase, deliverable: Deliverable) -> int:
        return self.weeks[phase.id].stop - 1 if deliverable.week is None else deliverable.week
