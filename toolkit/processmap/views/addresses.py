"""Where each element stands on the site. Addresses are stable: they come from ids, never from names or order."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from processmap.values.ids import Kind

HOME = "index.md"
PROCESSES = "map/macro/index.md"
ITOS = "map/ito/index.md"
ROLES = "map/role/index.md"
AREAS = "map/area/index.md"
CATALOGUES = "map/catalogue/index.md"
FINDINGS = "map/findings.md"
INTERDEPENDENCE = "map/interdependence.md"
PROCESS_DEPENDENCE = "map/process-dependence.md"
HANDOFFS = "map/handoffs.md"
CHANGES = "map/changes.md"
COVERAGE = "map/coverage.md"
TAGS = "map/tags.md"
GLOSSARY = "map/catalogue/glossary.md"

_OWN_PAGE: Mapping[Kind, str] = {
    Kind.MACRO: "macro",
    Kind.MICRO: "micro",
    Kind.ITO: "ito",
    Kind.ROLE: "role",
    Kind.AREA: "area",
    Kind.FORM: "form",
}

CATALOGUE_PAGES: Mapping[Kind, str] = {
    Kind.SYSTEM: "systems",
    Kind.DOCUMENT: "documents",
    Kind.FORM: "forms",
    Kind.SLA: "slas",
    Kind.KPI: "kpis",
    Kind.POLICY: "policies",
    Kind.CONTROL: "controls",
    Kind.FORUM: "forums",
    Kind.REGION: "regions",
    Kind.TARGET: "targets",
    Kind.INCENTIVE: "incentives",
    Kind.OFFER: "offers",
    Kind.SEGMENT: "segments",
    Kind.EXTERNAL: "externals",
    Kind.SKILL: "skills",
    Kind.TRAINING: "trainings",
    Kind.ISSUE: "issues",
    Kind.PRACTICE: "practices",
    Kind.BENEFIT: "benefits",
    Kind.REPORT: "reports",
    Kind.PHASE: "rollout",
    Kind.VALIDATION: "validations",
    Kind.INTERVIEW: "interviews",
}
"""The catalogue page of each kind, by the name of its file."""


@dataclass(frozen=True, slots=True)
class Address:
    """A page below docs/, and a fragment on it."""

    page: str
    fragment: str = ""

    def seen_from(self, page: str) -> str:
        """The relative link from another page, as it works on the built site (`use_directory_urls: false`)."""
        fragment = f"#{self.fragment}" if self.fragment else ""
        if page == self.page and fragment:
            return fragment
        return _relative(self.page.removesuffix(".md") + ".html", posixpath.dirname(page)) + fragment


@lru_cache(maxsize=1 << 16)
def _relative(target: str, folder: str) -> str:
    """Pages of one folder name the same pages over and over: a tenth of the time for a site went into this."""
    return posixpath.relpath(target, folder or ".")


def address_of(element: str) -> Address | None:
    """Returns the address of an element's id, or None for an id whose prefix says no kind."""
    try:
        kind = Kind(element.partition("-")[0])
    except ValueError:
        return None
    if kind in _OWN_PAGE:
        return Address(f"map/{_OWN_PAGE[kind]}/{element}.md")
    return Address(f"map/catalogue/{CATALOGUE_PAGES[kind]}.md", element.lower())


def rule_address(code: str) -> Address:
    """Returns the address of the page of a rule."""
    return Address(f"map/rules/{code}.md")


def part_fragment(part: str) -> str:
    """The fragment of a step, an activity or a field: `T20` gives `t20`."""
    return part.lower()


def handoff_fragment(sender: str) -> str:
    """The fragment of a hand-off on the page of hand-offs: `MIC-COM-020/H90` gives `mic-com-020-h90`."""
    return sender.lower().replace("/", "-")


def handoffs_fragment(giver: str, receiver: str) -> str:
    """The fragment of all hand-offs from one area or process into another: `are-ven--are-jur`."""
    return f"{giver.lower() or 'none'}--{receiver.lower() or 'none'}"
