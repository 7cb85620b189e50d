"""What people must be able to do: skills, trainings."""

from typing import Literal

from pydantic import Field

from processmap.model.entry import Entry
from processmap.values.authored import Authored
from processmap.values.dates import DateField
from processmap.values.ids import ItoRef, RoleRef, SkillRef, TrainingRef
from processmap.values.numbers import Count, Number
from processmap.values.texts import LongText, Text


class Assessment(Authored):
    """How many people of a role stand at which level; never a person."""

    role: RoleRef = Field(description="The role.")
    level: Count = Field(description="The level found.")
    people: Count = Field(description="How many people.")


class Skill(Entry):
    """A skill with its levels."""

    id: SkillRef = Field(description="Id, such as SKL-CRM.")
    levels: tuple[LongText, ...] = Field(description="What each level means; the first is level 1.")
    assessments: tuple[Assessment, ...] = Field(
        default=(), description="Result of the gap analysis, in numbers of people."
    )


class ItoRevision(Authored):
    """A revision of an ITO that a training teaches."""

    ito: ItoRef = Field(description="The ITO.")
    rev: Text = Field(description="Its revision, such as 03.")


class TrainedSkill(Authored):
    """A skill and the level to which a training leads."""

    skill: SkillRef = Field(description="The skill.")
    level: Count = Field(description="The level reached.")


class Training(Entry):
    """A training or workshop."""

    id: TrainingRef = Field(description="Id, such as TRN-001.")
    type: Literal["classroom", "online", "workshop", "on_the_job"] = Field(default="classroom", description="Its form.")
    skills: tuple[TrainedSkill, ...] = Field(default=(), description="Skills that it teaches, and to which level.")
    itos: tuple[ItoRevision, ...] = Field(default=(), description="ITO revisions that it teaches.")
    audience: tuple[RoleRef, ...] = Field(description="Roles that attend.")
    hours: Number = Field(description="Length in hours.")
    wave: Text | None = Field(default=None, description="Wave of the rollout, by its name.")
    date: DateField | None = Field(default=None, description="Day on which it is held or was held last.")
    instructor: RoleRef | None = Field(default=None, description="Role that teaches.")
