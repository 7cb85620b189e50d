"""Ids and references to them, as types that cannot be mixed up.

An id reads `PREFIX(-[A-Z0-9]+){1,3}`; the prefix says the kind. A reference field carries a `Refers` mark that
says which kinds it may name, so that one walker (`references.py`) finds every reference of every model.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, NewType

from pydantic import StringConstraints

ID = r"[A-Z]{3}(?:-[A-Z0-9]+){1,3}"
STEP = r"[A-Z]+[0-9]+"
ID_PATTERN = rf"^{ID}$"
STEP_PATTERN = rf"^{STEP}$"
STEP_REF_PATTERN = rf"^{ID}/{STEP}$"
ELEMENT_OR_STEP_PATTERN = rf"^{ID}(?:/{STEP})?$"
OUTPUT_REF_PATTERN = rf"^{ID}/[a-z][a-z0-9_]*$"
FIELD_REF_PATTERN = rf"^{ID}\.[a-z][a-z0-9_]*$"
NAME_PATTERN = r"^[a-z][a-z0-9_]*$"


class Kind(StrEnum):
    """The kinds of elements; the value is the prefix of their ids."""

    MACRO = "MAC"
    MICRO = "MIC"
    ITO = "ITO"
    ROLE = "ROL"
    AREA = "ARE"
    EXTERNAL = "EXT"
    SEGMENT = "SEG"
    DOCUMENT = "DOC"
    FORM = "FRM"
    SYSTEM = "SYS"
    SLA = "SLA"
    KPI = "KPI"
    POLICY = "POL"
    CONTROL = "CTL"
    FORUM = "FOR"
    REGION = "REG"
    TARGET = "TGT"
    INCENTIVE = "INC"
    SKILL = "SKL"
    TRAINING = "TRN"
    ISSUE = "ISS"
    BENEFIT = "BEN"
    PRACTICE = "PRA"
    REPORT = "RPT"
    PHASE = "PHA"
    OFFER = "OFF"
    INTERVIEW = "ITV"
    VALIDATION = "VAL"


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field as a reference.

    An empty `kinds` admits every kind. `local` is a reference to a step of the same micro.
    """

    kinds: tuple[Kind, ...] = ()
    local: bool = False


LocalStepId = NewType("LocalStepId", str)
ElementId = NewType("ElementId", str)
MacroId = NewType("MacroId", str)
MicroId = NewType("MicroId", str)
ItoId = NewType("ItoId", str)
RoleId = NewType("RoleId", str)
AreaId = NewType("AreaId", str)
ExternalId = NewType("ExternalId", str)
LaneId = NewType("LaneId", str)
PartnerId = NewType("PartnerId", str)
SegmentId = NewType("SegmentId", str)
DocumentId = NewType("DocumentId", str)
FormId = NewType("FormId", str)
SystemId = NewType("SystemId", str)
SlaId = NewType("SlaId", str)
KpiId = NewType("KpiId", str)
PolicyId = NewType("PolicyId", str)
ControlId = NewType("ControlId", str)
ForumId = NewType("ForumId", str)
RegionId = NewType("RegionId", str)
TargetId = NewType("TargetId", str)
IncentiveId = NewType("IncentiveId", str)
SkillId = NewType("SkillId", str)
TrainingId = NewType("TrainingId", str)
IssueId = NewType("IssueId", str)
BenefitId = NewType("BenefitId", str)
PracticeId = NewType("PracticeId", str)
ReportId = NewType("ReportId", str)
PhaseId = NewType("PhaseId", str)
OfferId = NewType("OfferId", str)
InterviewId = NewType("InterviewId", str)
ValidationId = NewType("ValidationId", str)
StepRefId = NewType("StepRefId", str)
ProcessRefId = NewType("ProcessRefId", str)
PolicyOutputId = NewType("PolicyOutputId", str)
FormFieldId = NewType("FormFieldId", str)

_IS_ID = StringConstraints(pattern=ID_PATTERN)

ElementRef = Annotated[ElementId, _IS_ID, Refers()]
MacroRef = Annotated[MacroId, _IS_ID, Refers((Kind.MACRO,))]
MicroRef = Annotated[MicroId, _IS_ID, Refers((Kind.MICRO,))]
ItoRef = Annotated[ItoId, _IS_ID, Refers((Kind.ITO,))]
RoleRef = Annotated[RoleId, _IS_ID, Refers((Kind.ROLE,))]
AreaRef = Annotated[AreaId, _IS_ID, Refers((Kind.AREA,))]
ExternalRef = Annotated[ExternalId, _IS_ID, Refers((Kind.EXTERNAL,))]
LaneRef = Annotated[LaneId, _IS_ID, Refers((Kind.ROLE, Kind.AREA, Kind.EXTERNAL))]
PartnerRef = Annotated[PartnerId, _IS_ID, Refers((Kind.AREA, Kind.EXTERNAL))]
SegmentRef = Annotated[SegmentId, _IS_ID, Refers((Kind.SEGMENT,))]
DocumentRef = Annotated[DocumentId, _IS_ID, Refers((Kind.DOCUMENT, Kind.FORM))]
FormRef = Annotated[FormId, _IS_ID, Refers((Kind.FORM,))]
SystemRef = Annotated[SystemId, _IS_ID, Refers((Kind.SYSTEM,))]
SlaRef = Annotated[SlaId, _IS_ID, Refers((Kind.SLA,))]
KpiRef = Annotated[KpiId, _IS_ID, Refers((Kind.KPI,))]
PolicyRef = Annotated[PolicyId, _IS_ID, Refers((Kind.POLICY,))]
ControlRef = Annotated[ControlId, _IS_ID, Refers((Kind.CONTROL,))]
ForumRef = Annotated[ForumId, _IS_ID, Refers((Kind.FORUM,))]
RegionRef = Annotated[RegionId, _IS_ID, Refers((Kind.REGION,))]
SkillRef = Annotated[SkillId, _IS_ID, Refers((Kind.SKILL,))]
TargetRef = Annotated[TargetId, _IS_ID, Refers((Kind.TARGET,))]
IncentiveRef = Annotated[IncentiveId, _IS_ID, Refers((Kind.INCENTIVE,))]
TrainingRef = Annotated[TrainingId, _IS_ID, Refers((Kind.TRAINING,))]
IssueRef = Annotated[IssueId, _IS_ID, Refers((Kind.ISSUE,))]
BenefitRef = Annotated[BenefitId, _IS_ID, Refers((Kind.BENEFIT,))]
PracticeRef = Annotated[PracticeId, _IS_ID, Refers((Kind.PRACTICE,))]
ReportRef = Annotated[ReportId, _IS_ID, Refers((Kind.REPORT,))]
PhaseRef = Annotated[PhaseId, _IS_ID, Refers((Kind.PHASE,))]
OfferRef = Annotated[OfferId, _IS_ID, Refers((Kind.OFFER,))]
InterviewRef = Annotated[InterviewId, _IS_ID, Refers((Kind.INTERVIEW,))]
ValidationRef = Annotated[ValidationId, _IS_ID, Refers((Kind.VALIDATION,))]

ApproverRef = Annotated[ElementId, _IS_ID, Refers((Kind.ROLE, Kind.FORUM))]
"""Who decides an approval: a role or a forum."""
ProcessRef = Annotated[ProcessRefId, StringConstraints(pattern=ELEMENT_OR_STEP_PATTERN), Refers((Kind.MICRO,))]
"""A micro, or one of its starts (`MIC-JUR-010/S10`)."""
TriggerRef = Annotated[
    ElementId, StringConstraints(pattern=ELEMENT_OR_STEP_PATTERN), Refers((Kind.MICRO, Kind.EXTERNAL))
]
"""What may trigger a start: a micro, one of its steps, or an external."""
StepRef = Annotated[StepRefId, StringConstraints(pattern=STEP_REF_PATTERN), Refers((Kind.MICRO,))]
"""A step by its global name, `MIC-COM-020/T20`."""
PolicyOutputRef = Annotated[PolicyOutputId, StringConstraints(pattern=OUTPUT_REF_PATTERN), Refers((Kind.POLICY,))]
"""An output of a decision table, `POL-COM-001/alcada`."""
FormFieldRef = Annotated[FormFieldId, StringConstraints(pattern=FIELD_REF_PATTERN), Refers((Kind.FORM,))]
"""A field of a form, `FRM-COM-001.desconto`."""
LocalStepRef = Annotated[LocalStepId, StringConstraints(pattern=STEP_PATTERN), Refers((), local=True)]
"""A step of the same micro, `T20`."""
FieldName = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
"""The technical name of a form field or of an input or output of a decision table."""
