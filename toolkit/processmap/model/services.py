"""Promises of time: SLAs to clients, between areas (OLAs), and of contracts."""

from enum import StrEnum

from pydantic import Field

from processmap.model.entry import Entry
from processmap.values.authored import Authored
from processmap.values.durations import DurationField
from processmap.values.ids import PartnerRef, RoleRef, SlaRef, StepRef
from processmap.values.percents import PercentField
from processmap.values.texts import Text


class SlaType(StrEnum):
    """To whom the promise is made: a client, another area (OLA), or by contract."""

    CLIENT = "client"
    INTERNAL = "internal"
    CONTRACT = "contract"


class Clock(Authored):
    """What starts and stops the clock. The steps may lie in different micros."""

    start: tuple[StepRef, ...] = Field(description="Steps at which the clock starts.")
    stop: tuple[StepRef, ...] = Field(description="Steps at which it stops.")


class Escalation(Authored):
    """Who is told when a share of the time is used up."""

    after: PercentField = Field(description="Share of the target, such as 75%.")
    inform: tuple[RoleRef, ...] = Field(description="Roles that are told.")


class Sla(Entry):
    """A promise of time."""

    id: SlaRef = Field(description="Id, such as SLA-JUR-001.")
    type: SlaType = Field(description="client, internal (OLA) or contract.")
    clock: Clock | None = Field(default=None, description="What starts and stops the clock.")
    target: DurationField | None = Field(default=None, description="The time promised.")
    compliance: PercentField | None = Field(default=None, description="Share of the cases that must keep it.")
    calendar: Text | None = Field(default=None, description="Calendar of map.yaml that counts; without it the first.")
    owner: RoleRef | None = Field(default=None, description="Role that answers for it.")
    escalation: tuple[Escalation, ...] = Field(default=(), description="Who is told, and when.")
    supports: SlaRef | None = Field(default=None, description="The client SLA that this internal one is part of.")
    customer: PartnerRef | None = Field(default=None, description="To whom the promise is made.")
