"""The home page: figures, the landscape, and the processes by area."""

from collections.abc import Sequence
from dataclasses import dataclass

from processmap.diagnostics import Finding, Severity
from processmap.graph import Handoff, HandoffKind
from processmap.model.document_control import Status
from processmap.model.ito import Ito
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.organisation import Role
from processmap.views.addresses import AREAS, FINDINGS, HOME, INTERDEPENDENCE, ITOS, PROCESSES, ROLES, Address
from processmap.views.landscape import Landscape, landscape
from processmap.views.linking import Linker
from processmap.views.macro import macro_card
from processmap.views.pieces import Card, Chip, Figure, Header, Ref, Section
from processmap.views.role_index import role_card


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many micros and ITOs are in one state."""

    chip: Chip
    count: int
    share: int
    """Of all, in percent, rounded down."""


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything on the home page."""

    header: Header
    figures: tuple[Figure, ...]
    landscape: Landscape
    statuses: tuple[StatusCount, ...]
    findings: Ref
    findings_chip: Chip
    areas: tuple[Section, ...]
    roles: tuple[Card, ...]
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
        statuses=_statuses(linker),
        findings=linker.to(Address(FINDINGS), words("nav.findings")),
        findings_chip=_findings_chip(linker, findings),
        areas=_areas(linker),
        roles=tuple(
            role_card(linker, role) for role in atlas.all(Role) if any(i.role == role.id for i in atlas.all(Ito))
        ),
        empty=words("empty.map"),
    )


def _figures(linker: Linker, crossings: tuple[Handoff, ...]) -> tuple[Figure, ...]:
    words = linker.wording
    atlas = linker.atlas
    between = sum(item.kind is not HandoffKind.CALL for item in crossings)
    counted = (
        ("macros", len(atlas.all(Macro)), PROCESSES),
        ("micros", len(atlas.all(Micro)), PROCESSES),
        ("steps", sum(len(micro.steps) for micro in atlas.all(Micro)), PROCESSES),
        ("itos", len(atlas.all(Ito)), ITOS),
        ("roles", len(atlas.all(Role)), ROLES),
        ("areas", len(atlas.areas), AREAS),
        ("handoffs", between, INTERDEPENDENCE),
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


def _areas(linker: Linker) -> tuple[Section, ...]:
    sections = []
    for area in linker.atlas.areas:
        cards = tuple(macro_card(linker, macro) for macro in linker.atlas.macros if macro.area == area.id)
        if cards:
            sections.append(Section(area.id.lower(), area.name, cards=cards))
    return tuple(sections)
