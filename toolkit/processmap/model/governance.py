"""Forums: meetings in which indicators are looked at and decisions are taken."""

from pydantic import Field

from processmap.model.entry import Entry
from processmap.values.authored import Authored
from processmap.values.ids import ElementRef, ForumRef, KpiRef, RoleRef
from processmap.values.numbers import Boolean, Count
from processmap.values.rates import Cadence
from processmap.values.texts import LongText, Text


class AgendaItem(Authored):
    """One topic of a forum's agenda."""

    topic: Text = Field(description="What is talked about.")
    minutes: Count = Field(description="Minutes set aside.")
    kpi: KpiRef | None = Field(default=None, description="The KPI looked at.")


class Forum(Entry):
    """A recurring meeting."""

    id: ForumRef = Field(description="Id, such as FOR-AGENDA-COM.")
    purpose: LongText | None = Field(default=None, description="What it is for.")
    cadence: Cadence = Field(description="Rhythm, weekday, time and length.")
    chair: RoleRef | None = Field(default=None, description="Role in the chair.")
    members: tuple[RoleRef, ...] = Field(default=(), description="Roles that take part.")
    inputs: tuple[ElementRef, ...] = Field(default=(), description="Documents and reports it needs.")
    agenda: tuple[AgendaItem, ...] = Field(default=(), description="Topics with minutes and KPIs.")
    decisions: tuple[LongText, ...] = Field(default=(), description="What it may decide.")
    requires_executive: Boolean = Field(default=False, description="Whether an executive must take part.")
