"""The explicit listing of all catalogues, in the groups in which the site offers them."""

from collections.abc import Mapping

from processmap.model.capability import Skill, Training
from processmap.model.commercial import Incentive, Offer, Region
from processmap.model.documents import Document, Form, System
from processmap.model.governance import Forum
from processmap.model.improvement import Gap, Interview, Practice
from processmap.model.indicators import Benefit, Kpi, Report, Target
from processmap.model.organisation import External, Segment
from processmap.model.policies import Control, Policy
from processmap.model.rollout import Phase, Validation
from processmap.model.services import Sla
from processmap.views.catalogues import (
    commercial,
    governance,
    improvement,
    indicators,
    papers,
    people,
    rollout,
    services,
)
from processmap.views.catalogues.catalogue import CatalogueSource

_SOURCES = (
    CatalogueSource("documents", ("type", "status", "owner", "retention"), papers.describe_document, (Document,)),
    CatalogueSource("forms", ("channel", "status", "fields", "owner"), papers.describe_form, (Form,)),
    CatalogueSource("systems", ("type", "owner", "sunset", "replaced_by"), papers.describe_system, (System,)),
    CatalogueSource("slas", ("type", "target", "owner", "supports"), services.describe_sla, (Sla,)),
    CatalogueSource("kpis", ("type", "target", "owner", "shown_in"), indicators.describe_kpi, (Kpi,)),
    CatalogueSource("reports", ("type", "audience", "frequency", "channel"), indicators.describe_report, (Report,)),
    CatalogueSource("benefits", ("kpi", "baseline", "target", "by_date"), indicators.describe_benefit, (Benefit,)),
    CatalogueSource("policies", ("type", "mandatory", "owner", "rows"), governance.describe_policy, (Policy,)),
    CatalogueSource("controls", ("risk", "policy", "frequency"), services.describe_control, (Control,)),
    CatalogueSource("forums", ("cadence", "chair", "members"), governance.describe_forum, (Forum,)),
    CatalogueSource("segments", ("criteria",), commercial.describe_segment, (Segment,)),
    CatalogueSource("offers", ("segment", "policy", "valid_until"), commercial.describe_offer, (Offer,)),
    CatalogueSource("regions", ("covers", "people", "targets"), commercial.describe_region, (Region,)),
    CatalogueSource("targets", ("kpi", "region", "period", "value"), commercial.describe_target, (Target,)),
    CatalogueSource("incentives", ("kpi", "eligible", "cap"), commercial.describe_incentive, (Incentive,)),
    CatalogueSource("externals", ("description",), commercial.describe_external, (External,)),
    CatalogueSource("skills", ("levels", "needed_by"), people.describe_skill, (Skill,)),
    CatalogueSource("trainings", ("type", "audience", "length", "date"), people.describe_training, (Training,)),
    CatalogueSource("issues", ("step", "severity", "progress", "owner", "due"), improvement.describe_gap, (Gap,)),
    CatalogueSource("practices", ("country", "industry", "adopted_in"), improvement.describe_practice, (Practice,)),
    CatalogueSource("interviews", ("held", "findings"), people.describe_interview, (Interview,)),
    CatalogueSource("rollout", ("weeks", "deliverables"), rollout.describe_phase, (Phase,)),
    CatalogueSource("validations", ("date", "verdict", "roles", "people"), rollout.describe_validation, (Validation,)),
)

CATALOGUE_SOURCES: Mapping[str, CatalogueSource] = {source.name: source for source in _SOURCES}
"""How each catalogue page is made, by its name."""

GLOSSARY_NAME = "glossary"

CATALOGUE_GROUPS: Mapping[str, tuple[str, ...]] = {
    "work": ("documents", "forms", "systems", GLOSSARY_NAME),
    "promises": ("slas", "kpis", "reports", "benefits"),
    "rules": ("policies", "controls", "forums"),
    "market": ("segments", "offers", "regions", "targets", "incentives", "externals"),
    "people": ("skills", "trainings"),
    "change": ("issues", "practices", "interviews", "rollout", "validations"),
}
"""The groups on the catalogues' index page, in order; every catalogue stands in exactly one."""
