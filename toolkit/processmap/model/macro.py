"""Macro processes: the value chain and what supports and manages it."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from processmap.model.document_control import DocumentControl
from processmap.values.authored import Authored
from processmap.values.ids import AreaRef, DocumentRef, KpiRef, MacroRef, PartnerRef, PolicyRef, RoleRef, SegmentRef
from processmap.values.numbers import Count
from processmap.values.texts import LongText, Text


class ProcessClass(StrEnum):
    """The part of the landscape in which a macro stands."""

    CORE = "core"
    SUPPORT = "support"
    MANAGEMENT = "management"


class Macro(Authored):
    """A macro process. Its micros, SIPOC and hand-offs are derived."""

    kind: Literal["macro"] = Field(description="Says that this file holds a macro process.")
    id: MacroRef = Field(description="Id, such as MAC-COM.")
    name: Text = Field(description="Name, starting with a verb in the infinitive.")
    class_: ProcessClass = Field(alias="class", description="core, support or management: its band in the landscape.")
    area: AreaRef = Field(description="Area that runs it.")
    owner: RoleRef = Field(description="Role that answers for it.")
    order: Count = Field(description="Place in the value chain; macros stand in ascending order.")
    purpose: LongText = Field(description="What it is for, in one sentence.")
    pcf: Text | None = Field(default=None, description="APQC Process Classification Framework element id.")
    segments: tuple[SegmentRef, ...] = Field(default=(), description="Market segments it serves.")
    suppliers: tuple[PartnerRef, ...] | None = Field(
        default=None, description="Areas and externals that supply it; if given, it must be complete."
    )
    inputs: tuple[DocumentRef, ...] | None = Field(
        default=None, description="Documents that come in; if given, it must be complete."
    )
    outputs: tuple[DocumentRef, ...] | None = Field(
        default=None, description="Documents that go out; if given, it must be complete."
    )
    customers: tuple[PartnerRef, ...] | None = Field(
        default=None, description="Areas and externals that it serves; if given, it must be complete."
    )
    kpis: tuple[KpiRef, ...] = Field(default=(), description="Indicators by which it is managed.")
    policies: tuple[PolicyRef, ...] = Field(default=(), description="Policies that it follows.")
    doc: DocumentControl | None = Field(default=None, description="Revision, state, reviewer and approver.")
