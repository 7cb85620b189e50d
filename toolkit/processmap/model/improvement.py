"""What was found and learnt: gaps, practices, interviews."""

from typing import Literal

from pydantic import Field

from processmap.model.entry import Entry
from processmap.values.authored import Authored
from processmap.values.dates import DateField
from processmap.values.ids import ElementRef, InterviewRef, IssueRef, PracticeRef, RoleRef, StepRef
from processmap.values.numbers import Count
from processmap.values.texts import LongText, Text


class Gap(Authored):
    """A gap or "small fire" of a flow (catalogue `issues`)."""

    id: IssueRef = Field(description="Id, such as ISS-001.")
    name: Text = Field(description="What is wrong, in a few words.")
    description: LongText | None = Field(default=None, description="More about it.")
    step: StepRef = Field(description="Where it shows.")
    type: Literal["rework", "delay", "handoff", "system", "policy", "skill", "data", "compliance"] = Field(
        description="What sort of gap it is."
    )
    severity: Literal["low", "medium", "high"] = Field(description="How bad it is.")
    action: LongText = Field(description="What is done about it.")
    owner: RoleRef = Field(description="Role that does it.")
    due: DateField = Field(description="Until when.")
    status: Literal["open", "in_progress", "done"] = Field(description="How far it has come.")


class Practice(Entry):
    """A practice of other companies, industries or countries (benchmark)."""

    id: PracticeRef = Field(description="Id, such as PRA-001.")
    source: LongText = Field(description="Where it comes from.")
    country: Text | None = Field(default=None, description="Country.")
    industry: Text | None = Field(default=None, description="Industry.")
    adopted_in: tuple[ElementRef, ...] = Field(default=(), description="Processes that adopted it.")


class Interview(Authored):
    """Interviews with one role: how many were planned and held."""

    id: InterviewRef = Field(description="Id, such as ITV-001.")
    role: RoleRef = Field(description="The role interviewed.")
    planned: Count = Field(description="Interviews planned.")
    done: Count = Field(description="Interviews held.")
    findings: tuple[IssueRef, ...] = Field(default=(), description="Gaps that came out of them.")
