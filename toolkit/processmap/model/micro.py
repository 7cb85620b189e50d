"""Micro processes: the flows."""

from typing import Literal

from pydantic import Field

from processmap.model.document_control import DocumentControl, Status
from processmap.model.steps import Step
from processmap.values.authored import Authored
from processmap.values.durations import DurationField
from processmap.values.ids import DocumentRef, KpiRef, LaneRef, MacroRef, MicroRef, PolicyRef, RoleRef, SlaRef
from processmap.values.numbers import Count
from processmap.values.rates import RateField
from processmap.values.texts import LongText, Text


class EndToEnd(Authored):
    """The promise of time for the whole flow."""

    max: DurationField = Field(description="Longest time from start to end, such as 40 bd.")
    sla: SlaRef | None = Field(default=None, description="The SLA that makes this promise.")


class Micro(Authored):
    """A micro process: a flow with lanes and steps."""

    kind: Literal["micro"] = Field(description="Says that this file holds a micro process.")
    id: MicroRef = Field(description="Id, such as MIC-COM-020.")
    name: Text = Field(description="Name: verb in the infinitive and object.")
    macro: MacroRef = Field(description="The macro process it belongs to.")
    order: Count | None = Field(default=None, description="Place within the macro.")
    owner: RoleRef = Field(description="Role that answers for it.")
    purpose: LongText | None = Field(default=None, description="What it is for.")
    result: LongText | None = Field(default=None, description="What stands at the end.")
    case: DocumentRef | None = Field(default=None, description="What one case is; without it one trigger.")
    volume: RateField | None = Field(default=None, description="Cases per period, where the starts do not say it.")
    end_to_end: EndToEnd | None = Field(default=None, description="Promise of time for the whole flow.")
    lanes: tuple[LaneRef, ...] = Field(
        default=(), description="Lanes from top to bottom; a lane not listed is added below."
    )
    steps: tuple[Step, ...] = Field(default=(), description="The flow; the next step is the next item.")
    kpis: tuple[KpiRef, ...] = Field(default=(), description="Indicators of this flow.")
    policies: tuple[PolicyRef, ...] = Field(default=(), description="Policies that it follows.")
    doc: DocumentControl | None = Field(default=None, description="Revision, state, reviewer and approver.")

    @property
    def is_planned(self) -> bool:
        """Whether only its name is known so far."""
        return self.doc is not None and self.doc.status is Status.PLANNED
