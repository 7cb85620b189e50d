"""ITOs (Instruções de Trabalho Operacionais): what one role does, activity by activity."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from processmap.model.document_control import DocumentControl
from processmap.values.authored import Authored
from processmap.values.ids import STEP_PATTERN, DocumentRef, ItoRef, RoleRef, SkillRef, StepRef, SystemRef
from processmap.values.numbers import Count
from processmap.values.texts import LongText, Text


class SkillNeed(Authored):
    """A skill that the work asks for."""

    skill: SkillRef = Field(description="The skill.")
    level: Count = Field(description="The level needed, as the skill's levels count.")


class Activity(Authored):
    """One activity of an ITO: how the tasks of the flows are done."""

    id: Annotated[str, StringConstraints(pattern=STEP_PATTERN)] = Field(description="Local id, by tens: A20.")
    name: Text = Field(description="Name: verb in the infinitive and object.")
    does: tuple[StepRef, ...] = Field(description="The tasks of the flows that it instructs.")
    by: LongText | None = Field(default=None, description="By when.")
    steps: tuple[LongText, ...] = Field(description="How it is done, step by step.")
    done_when: LongText | None = Field(default=None, description="How one knows that it is done.")
    avoid: LongText | None = Field(default=None, description="What to avoid, and why.")


class Ito(Authored):
    """An operational work instruction of one role."""

    kind: Literal["ito"] = Field(description="Says that this file holds a work instruction.")
    id: ItoRef = Field(description="Id, such as ITO-COM-001.")
    name: Text = Field(description="Title.")
    role: RoleRef = Field(description="The role that it instructs.")
    mission: LongText | None = Field(default=None, description="What the role is there for.")
    scope: LongText | None = Field(default=None, description="Where it applies.")
    backup: RoleRef | None = Field(default=None, description="Role that stands in.")
    authority: LongText | None = Field(default=None, description="What the role may decide alone.")
    references: tuple[DocumentRef, ...] = Field(default=(), description="Documents it rests on.")
    systems: tuple[SystemRef, ...] = Field(default=(), description="Systems beyond those of its tasks.")
    skills: tuple[SkillNeed, ...] = Field(default=(), description="Skills needed.")
    activities: tuple[Activity, ...] = Field(description="What is done, and how.")
    doc: DocumentControl | None = Field(default=None, description="Revision, state, reviewer and approver.")
