"""What is measured: KPIs, targets, benefits, reports."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from pydantic import Field

from processmap.model.document_control import Status
from processmap.model.entry import Entry
from processmap.values.authored import Authored
from processmap.values.dates import DateField
from processmap.values.durations import DurationField
from processmap.values.ids import (
    BenefitRef,
    FieldName,
    ForumRef,
    KpiRef,
    RegionRef,
    ReportRef,
    RoleRef,
    StepRef,
    SystemRef,
    TargetRef,
)
from processmap.values.measures import MeasureField
from processmap.values.numbers import Number
from processmap.values.rates import Period
from processmap.values.texts import LongText, Text


class KpiType(StrEnum):
    """What a KPI tells."""

    OUTCOME = "outcome"
    TIME = "time"
    QUALITY = "quality"
    VOLUME = "volume"


class Unit(StrEnum):
    """Unit of a KPI's value."""

    PERCENT = "percent"
    MINUTE = "min"
    HOUR = "h"
    BUSINESS_DAY = "bd"
    DAY = "d"
    BRL = "BRL"
    COUNT = "count"
    LIVES = "lives"
    SCORE = "score"
    RATIO = "ratio"


class KpiTarget(Authored):
    """What is aimed at, and where it gets serious; in the KPI's unit."""

    value: Number = Field(description="What is aimed at.")
    floor: Number | None = Field(default=None, description="The value past which one has to act.")


class Kpi(Entry):
    """A key performance indicator."""

    id: KpiRef = Field(description="Id, such as KPI-COM-001.")
    type: KpiType = Field(description="outcome, time, quality or volume.")
    adds: Literal["sum", "average", "none"] = Field(default="none", description="How regions make up the whole.")
    unit: Unit = Field(description="percent, bd, BRL, count …")
    question: LongText | None = Field(default=None, description="The question that it answers.")
    formula: Text | None = Field(default=None, description="Formula over the terms: + - * / and parentheses.")
    terms: Mapping[FieldName, MeasureField] = Field(
        default={}, description="What each term measures, and at which step."
    )
    anchors: tuple[StepRef, ...] = Field(default=(), description="Steps it is measured at, beyond those of its terms.")
    better: Literal["up", "down"] = Field(description="Whether more or less is better.")
    target: KpiTarget | None = Field(default=None, description="Target and floor.")
    every: Period | None = Field(default=None, description="How often it is measured.")
    owner: RoleRef | None = Field(default=None, description="Role that answers for it.")
    source: SystemRef | None = Field(default=None, description="System that the data comes from.")
    shown_in: tuple[ForumRef, ...] = Field(default=(), description="Forums in which it is looked at.")
    freshness: DurationField | None = Field(default=None, description="Greatest age of the data shown.")


class Target(Authored):
    """The value aimed at for one KPI, region and period."""

    id: TargetRef = Field(description="Id, such as TGT-VEN-SUL-2026T1.")
    kpi: KpiRef = Field(description="The KPI.")
    region: RegionRef | None = Field(default=None, description="The region; without it the whole company.")
    period: Text = Field(description="The period, such as 2026-Q1.")
    value: Number = Field(description="The value, in the KPI's unit.")
    status: Status | None = Field(default=None, description="State; without it the entry counts as published.")


class Benefit(Entry):
    """What the work on processes brings, measured."""

    id: BenefitRef = Field(description="Id, such as BEN-001.")
    kpi: KpiRef = Field(description="The KPI that shows it.")
    baseline: Number = Field(description="Value before.")
    target: Number = Field(description="Value aimed at.")
    by: DateField | None = Field(default=None, description="When it is to be reached.")
    owner: RoleRef | None = Field(default=None, description="Role that answers for it.")


class Report(Entry):
    """A management or operational report."""

    id: ReportRef = Field(description="Id, such as RPT-001.")
    type: Literal["management", "operational"] = Field(default="management", description="For whom it is made.")
    audience: tuple[RoleRef, ...] = Field(description="Roles that read it.")
    kpis: tuple[KpiRef, ...] = Field(default=(), description="KPIs it shows.")
    frequency: Period = Field(description="How often it comes.")
    channel: Literal["intranet", "mobile", "mail"] = Field(default="intranet", description="Where it is read.")
    source: SystemRef | None = Field(default=None, description="System that makes it.")
