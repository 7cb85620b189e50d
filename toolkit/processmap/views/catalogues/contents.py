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
from processmap.views.catalogues import commercial
from processmap.views.catalogues.benefits import benefits_page, reports_page
from processmap.views.catalogues.catalogue import CatalogueSource, plain_catalogue
from processmap.views.catalogues.controls import controls_page
from processmap.views.catalogues.forms import forms_page
from processmap.views.catalogues.forums import forums_page
from processmap.views.catalogues.gap_board import issues_page
from processmap.views.catalogues.incentive_stairs import incentives_page
from processmap.views.catalogues.interview_progress import interviews_page
from processmap.views.catalogues.kpis import kpis_page
from processmap.views.catalogues.master_list import master_list_page
from processmap.views.catalogues.policies import policies_page
from processmap.views.catalogues.practice_cards import practices_page
from processmap.views.catalogues.promises import slas_page
from processmap.views.catalogues.region_map import regions_page
from processmap.views.catalogues.skill_map import skills_page
from processmap.views.catalogues.systems import systems_page
from processmap.views.catalogues.target_tables import targets_page
from processmap.views.catalogues.timeline import rollout_page
from processmap.views.catalogues.training_plan import trainings_page
from processmap.views.catalogues.validation_log import validations_page

_SOURCES = (
    CatalogueSource("documents", (Document,), master_list_page),
    CatalogueSource("forms", (Form,), forms_page),
    CatalogueSource("systems", (System,), systems_page),
    CatalogueSource("slas", (Sla,), slas_page),
    CatalogueSource("kpis", (Kpi,), kpis_page),
    CatalogueSource("reports", (Report,), reports_page),
    CatalogueSource("benefits", (Benefit,), benefits_page),
    CatalogueSource("policies", (Policy,), policies_page),
    CatalogueSource("controls", (Control,), controls_page),
    CatalogueSource("forums", (Forum,), forums_page),
    plain_catalogue("segments", ("criteria",), commercial.describe_segment, (Segment,)),
    plain_catalogue("offers", ("segment", "policy", "valid_until"), commercial.describe_offer, (Offer,)),
    CatalogueSource("regions", (Region,), regions_page),
    CatalogueSource("targets", (Target,), targets_page),
    CatalogueSource("incentives", (Incentive,), incentives_page),
    plain_catalogue("externals", ("description",), commercial.describe_external, (External,)),
    CatalogueSource("skills", (Skill,), skills_page),
    CatalogueSource("trainings", (Training,), trainings_page),
    CatalogueSource("issues", (Gap,), issues_page),
    CatalogueSource("practices", (Practice,), practices_page),
    CatalogueSource("interviews", (Interview,), interviews_page),
    CatalogueSource("rollout", (Phase,), rollout_page),
    CatalogueSource("validations", (Validation,), validations_page),
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
