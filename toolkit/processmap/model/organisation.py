"""Who takes part: areas, externals, segments, roles."""

from enum import StrEnum

from pydantic import Field

from processmap.model.entry import Entry
from processmap.model.ito import SkillNeed
from processmap.values.durations import DurationField
from processmap.values.ids import AreaRef, ExternalRef, RoleRef, SegmentRef
from processmap.values.numbers import Boolean, Count
from processmap.values.texts import LongText


class Area(Entry):
    """An organisational unit."""

    id: AreaRef = Field(description="Id, such as ARE-COM.")
    commercial: Boolean = Field(description="Whether it belongs to the sales side of the company.")
    parent: AreaRef | None = Field(default=None, description="The area above.")
    purpose: LongText | None = Field(default=None, description="What it is there for.")


class External(Entry):
    """A party outside the company: clients, suppliers, authorities."""

    id: ExternalRef = Field(description="Id, such as EXT-PME.")


class Segment(Entry):
    """A market segment."""

    id: SegmentRef = Field(description="Id, such as SEG-PME.")
    criteria: LongText | None = Field(default=None, description="What puts a client into it.")


class Level(StrEnum):
    """The level of a role in the organisation, from the top."""

    EXECUTIVE = "executive"
    MANAGER = "manager"
    SPECIALIST = "specialist"
    OPERATIONAL = "operational"


class Role(Entry):
    """A role of the organisation; never a person."""

    id: RoleRef = Field(description="Id, such as ROL-EXE-PME.")
    area: AreaRef = Field(description="The area it belongs to.")
    reports_to: RoleRef | None = Field(default=None, description="The role above; the top role has none.")
    level: Level = Field(description="executive, manager, specialist or operational.")
    headcount: Count | None = Field(default=None, description="People in this role.")
    capacity: DurationField | None = Field(default=None, description="Working hours per week and person, such as 40 h.")
    critical: Boolean = Field(default=False, description="Whether the work stands still without it.")
    backup: RoleRef | None = Field(default=None, description="Role that stands in, where no ITO says so.")
    mission: LongText | None = Field(default=None, description="What the role is there for.")
    skills: tuple[SkillNeed, ...] = Field(default=(), description="Skills that the role requires.")
