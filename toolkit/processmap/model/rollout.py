"""How the map comes to life: phases, deliverables, waves, validation records."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from processmap.model.entry import Entry
from processmap.values.authored import Authored
from processmap.values.dates import DateField
from processmap.values.ids import STEP_PATTERN, ElementRef, PhaseRef, RegionRef, RoleRef, ValidationRef
from processmap.values.numbers import Count
from processmap.values.texts import LongText, Text

DeliverableId = Annotated[str, StringConstraints(pattern=STEP_PATTERN)]


class Deliverable(Authored):
    """What a phase delivers."""

    id: DeliverableId = Field(description="Local id, unique in the rollout: D10.")
    name: Text = Field(description="What is delivered.")
    depends_on: tuple[DeliverableId, ...] = Field(default=(), description="Deliverables that must come first.")
    elements: tuple[ElementRef, ...] = Field(default=(), description="Elements of the map that it is about.")
    week: Count | None = Field(default=None, description="Week of the rollout in which it is due.")


class Wave(Authored):
    """A group that goes live together."""

    name: Text = Field(description="Name of the wave.")
    week: Count = Field(description="Week of the rollout in which it begins.")
    regions: tuple[RegionRef, ...] = Field(default=(), description="Regions that take part.")
    roles: tuple[RoleRef, ...] = Field(default=(), description="Roles that take part.")


class TeamMember(Authored):
    """A role in the project."""

    role: Text = Field(description="A role's id, or words such as Consultor líder.")
    duty: LongText = Field(description="What it does in the project.")


class Phase(Entry):
    """A phase of the rollout; weeks are counted on from the phases before."""

    id: PhaseRef = Field(description="Id, such as PHA-1.")
    weeks: Count = Field(description="Length in weeks.")
    deliverables: tuple[Deliverable, ...] = Field(description="What it delivers.")
    waves: tuple[Wave, ...] = Field(default=(), description="Groups that go live in it.")
    team: tuple[TeamMember, ...] = Field(default=(), description="Who works on it.")


class Validation(Authored):
    """A record that roles have validated elements, for instance on the road show."""

    id: ValidationRef = Field(description="Id, such as VAL-001.")
    elements: tuple[ElementRef, ...] = Field(description="What was validated.")
    roles: tuple[RoleRef, ...] = Field(description="Roles that validated it.")
    date: DateField = Field(description="When.")
    verdict: Literal["approved", "approved_with_changes", "rejected"] = Field(description="What they said.")
    people: Count | None = Field(default=None, description="How many people took part.")
    feedback: LongText | None = Field(default=None, description="What they asked for.")
