"""Which model reads which kind, and under which key a catalogue lists it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from processmap.model.capability import Skill, Training
from processmap.model.commercial import Incentive, Offer, Region
from processmap.model.documents import Document, Form, System
from processmap.model.glossary import GlossaryTerm
from processmap.model.governance import Forum
from processmap.model.improvement import Gap, Interview, Practice
from processmap.model.indicators import Benefit, Kpi, Report, Target
from processmap.model.ito import Ito
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.organisation import Area, External, Role, Segment
from processmap.model.policies import Control, Policy
from processmap.model.rollout import Phase, Validation
from processmap.model.services import Sla
from processmap.values.ids import Kind

AnyElement: TypeAlias = (
    Macro
    | Micro
    | Ito
    | Role
    | Area
    | External
    | Segment
    | Document
    | Form
    | System
    | Sla
    | Kpi
    | Policy
    | Control
    | Forum
    | Region
    | Target
    | Incentive
    | Skill
    | Training
    | Gap
    | Benefit
    | Practice
    | Report
    | Phase
    | Offer
    | Interview
    | Validation
)
"""Any element that has an id."""

FILE_KINDS: Mapping[str, tuple[Kind, type[Macro | Micro | Ito | Form]]] = {
    "macro": (Kind.MACRO, Macro),
    "micro": (Kind.MICRO, Micro),
    "ito": (Kind.ITO, Ito),
    "form": (Kind.FORM, Form),
}
"""Kinds that have a file of their own, by the word after `kind:`."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A kind whose entries stand in lists."""

    key: str
    """The only key of its files, the plural of the kind."""
    kind: Kind
    model: type[AnyElement]


CATALOGUES: Mapping[str, Catalogue] = {
    catalogue.key: catalogue
    for catalogue in (
        Catalogue("roles", Kind.ROLE, Role),
        Catalogue("areas", Kind.AREA, Area),
        Catalogue("externals", Kind.EXTERNAL, External),
        Catalogue("segments", Kind.SEGMENT, Segment),
        Catalogue("systems", Kind.SYSTEM, System),
        Catalogue("documents", Kind.DOCUMENT, Document),
        Catalogue("slas", Kind.SLA, Sla),
        Catalogue("kpis", Kind.KPI, Kpi),
        Catalogue("policies", Kind.POLICY, Policy),
        Catalogue("controls", Kind.CONTROL, Control),
        Catalogue("forums", Kind.FORUM, Forum),
        Catalogue("regions", Kind.REGION, Region),
        Catalogue("targets", Kind.TARGET, Target),
        Catalogue("incentives", Kind.INCENTIVE, Incentive),
        Catalogue("skills", Kind.SKILL, Skill),
        Catalogue("trainings", Kind.TRAINING, Training),
        Catalogue("issues", Kind.ISSUE, Gap),
        Catalogue("benefits", Kind.BENEFIT, Benefit),
        Catalogue("practices", Kind.PRACTICE, Practice),
        Catalogue("reports", Kind.REPORT, Report),
        Catalogue("phases", Kind.PHASE, Phase),
        Catalogue("offers", Kind.OFFER, Offer),
        Catalogue("interviews", Kind.INTERVIEW, Interview),
        Catalogue("validations", Kind.VALIDATION, Validation),
    )
}
"""Kinds that stand in catalogues, by the plural that heads the file; `roles` live in itos/, the rest in processes/."""

GLOSSARY_KEY = "glossary"
"""The key of glossary files; their entries (GlossaryTerm) are keyed by `term` and have no id."""
GLOSSARY_MODEL = GlossaryTerm
