"""The home page: the landscape, figures, one's own role, and how far the map has come."""

from collections.abc import Sequence
from dataclasses import dataclass

from processmap.diagnostics import Finding, Severity
from processmap.graph import Handoff
from processmap.model.document_control import Status
from processmap.model.ito import Ito
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.organisation import Area, Role
from processmap.views.addresses import AREAS, FINDINGS, HOME, INTERDEPENDENCE, ITOS, PROCESSES, ROLES, Address
from processmap.views.changes import ChangeGroup, latest_changes
from processmap.views.coverage import CoverageBar, coverage_bars, coverage_of
from processmap.views.landscape import Landscape, landscape
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Figure, Header, Ref
from processmap.views.role_choice import RoleGroup, role_choice


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many micros and ITOs are in one state."""

    chip: Chip
    count: int
    share: int
    """Of all, in percent, rounded down."""


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area with the macros that it runs."""

    area: Ref
    tone: str
    macros: tuple[Ref, ...]
    roles: str
    """How many roles work in it, in words."""


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything on the home page."""

    header: Header
    figures: tuple[Figure, ...]
    landscape: Landscape
    coverage: tuple[CoverageBar, ...]
    statuses: tuple[StatusCount, ...]
    findings: Ref
    findings_chip: Chip
    changes: tuple[ChangeGroup, ...]
    """The latest; none without a history."""
    areas: tuple[AreaLine, ...]
    """Areas that run a macro, in their order."""
    choice: tuple[RoleGroup, ...]
    """The roles to choose one's own from."""
    empty: str


def home_page(linker: Linker, crossings: tuple[Handoff, ...], findings: Sequence[Finding]) -> HomePage:
    """Makes the home page."""
    words = linker.wording
    atlas = linker.atlas
    return HomePage(
        header=Header(
            path=HOME,
            title=atlas.settings.title,
            kind_label=atlas.settings.client,
            kind="home",
            lead=words("lead.home"),
        ),
        figures=_figures(linker, crossings),
        landscape=landscape(linker),
        coverage=coverage_bars(linker, coverage_of(atlas, findings)) if atlas.all(Micro) else (),
        statuses=_statuses(linker),
        findings=linker.to(Address(FINDINGS), words("nav.findings")),
        findings_chip=_findings_chip(linker, findings),
        changes=latest_changes(linker),
        areas=tuple(_areas(linker)),
        choice=role_choice(linker),
        empty=words("empty.map"),
    )


def _figures(linker: Linker, crossings: tuple[Handoff, ...]) -> tuple[Figure, ...]:
    words = linker.wording
    atlas = linker.atlas
    counted = (
        ("macros", len(atlas.all(Macro)), PROCESSES),
        ("micros", len(atlas.all(Micro)), PROCESSES),
        ("steps", sum(len(micro.steps) for micro in atlas.all(Micro)), PROCESSES),
        ("itos", len(atlas.all(Ito)), ITOS),
        ("roles", len(atlas.all(Role)), ROLES),
        ("areas", len(atlas.areas), AREAS),
        ("handoffs", len(crossings), INTERDEPENDENCE),
    )
    return tuple(
        Figure(words.number(count), words(f"figure.{name}"), Address(page).seen_from(HOME))
        for name, count, page in counted
    )


def _statuses(linker: Linker) -> tuple[StatusCount, ...]:
    atlas = linker.atlas
    states = [*map(atlas.status, atlas.all(Micro)), *map(atlas.status, atlas.all(Ito))]
    order = [Status.PUBLISHED, Status.VALIDATED, Status.IN_VALIDATION, Status.DRAFT, Status.PLANNED, Status.RETIRED]
    return tuple(
        StatusCount(linker.wording.status(status), count, count * 100 // len(states))
        for status in order
        if (count := states.count(status))
    )


def _findings_chip(linker: Linker, findings: Sequence[Finding]) -> Chip:
    words = linker.wording
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    if errors:
        return Chip(words.counted("errors", errors), "bad")
    if warnings:
        return Chip(words.counted("warnings", warnings), "warn")
    return Chip(words("findings.clean_short"), "good")


def _areas(linker: Linker) -> list[AreaLine]:
    return [
        AreaLine(
            area=linker.ref(area.id),
            tone="commercial" if area.commercial else "support",
            macros=macros,
            roles=_roles(linker, area),
        )
        for area in linker.atlas.areas
        if (macros := tuple(linker.ref(macro.id) for macro in linker.atlas.macros if macro.area == area.id))
    ]


def _roles(linker: Linker, area: Area) -> str:
    return linker.wording.counted("roles", sum(role.area == area.id for role in linker.atlas.all(Role)))
