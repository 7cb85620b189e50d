"""The coverage page: how much of the map is drawn up, formalised, validated and integrated, and what is missing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from processmap.diagnostics import Finding, Severity
from processmap.graph.coverage import Goal, Lack, MicroCoverage, Want, coverage
from processmap.views.addresses import COVERAGE, FINDINGS, HOME, Address
from processmap.views.atlas import Atlas
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Header, Lines, Ref, Row, Table
from processmap.views.readiness import Readiness, readiness

_FAULTS = ("PM1", "PM2", "PM3")
"""Families of rules about the form of a process."""


@dataclass(frozen=True, slots=True)
class CoverageBar:
    """How many processes have reached one goal."""

    goal: str
    label: str
    meaning: str
    """What it takes to reach the goal, in a sentence."""
    done: int
    all: int
    href: str
    """Where it is told what is missing."""

    @property
    def percent(self) -> int:
        """Share that has reached the goal, rounded down, so that only all of them are 100 %."""
        return self.done * 100 // self.all if self.all else 0

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return self.done == self.all


@dataclass(frozen=True, slots=True)
class CoverageGroup:
    """The bars of one area or macro."""

    ref: Ref
    count: str
    bars: tuple[CoverageBar, ...]


@dataclass(frozen=True, slots=True)
class MissingList:
    """What is missing for one goal."""

    anchor: str
    label: str
    meaning: str
    table: Table
    complete: str
    """What to say when nothing is missing."""


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """Everything on the page."""

    header: Header
    bars: tuple[CoverageBar, ...]
    areas: tuple[CoverageGroup, ...]
    macros: tuple[CoverageGroup, ...]
    missing: tuple[MissingList, ...]
    readiness: Readiness
    empty: str


def coverage_page(linker: Linker, findings: Sequence[Finding]) -> CoveragePage:
    """Makes the page."""
    words = linker.wording
    atlas = linker.atlas
    found = coverage_of(atlas, findings)
    macro_of: dict[str, str | None] = {each.micro.id: each.micro.macro for each in found}
    area_of: dict[str, str | None] = {micro: atlas.graph.area_of_micro(micro) for micro in macro_of}
    return CoveragePage(
        header=Header(
            path=linker.page,
            title=words("nav.coverage"),
            kind_label=words("page.index"),
            kind="coverage",
            lead=words("lead.coverage"),
            crumbs=(linker.to(Address(HOME), words("nav.home")),),
        ),
        bars=coverage_bars(linker, found),
        areas=tuple(_groups(linker, [area.id for area in atlas.areas], found, area_of)),
        macros=tuple(_groups(linker, [macro.id for macro in atlas.macros], found, macro_of)),
        missing=tuple(_missing(linker, goal, found) for goal in Goal),
        readiness=readiness(linker),
        empty=words("empty.map"),
    )


def coverage_of(atlas: Atlas, findings: Sequence[Finding]) -> tuple[MicroCoverage, ...]:
    """Returns how far every process has come, with what the check says of its form."""
    faulty = (
        finding.element.partition("/")[0]
        for finding in findings
        if finding.element and finding.code.startswith(_FAULTS) and finding.severity is not Severity.INFO
    )
    return coverage(atlas.graph, frozenset(faulty))


def coverage_bars(linker: Linker, found: Sequence[MicroCoverage]) -> tuple[CoverageBar, ...]:
    """Returns a bar per goal; each leads to what is missing for it."""
    words = linker.wording
    return tuple(
        CoverageBar(
            goal=goal.value,
            label=words(f"goal.{goal}"),
            meaning=words(f"goal_meaning.{goal}"),
            done=sum(each.has(goal) for each in found),
            all=len(found),
            href=Address(COVERAGE, _anchor(goal)).seen_from(linker.page),
        )
        for goal in Goal
    )


def _groups(
    linker: Linker,
    groups: Iterable[str],
    found: Sequence[MicroCoverage],
    group_of: Mapping[str, str | None] | Mapping[str, str],
) -> Iterator[CoverageGroup]:
    for group in groups:
        own = [each for each in found if group_of[each.micro.id] == group]
        if own:
            count = linker.wording.counted("micros", len(own))
            yield CoverageGroup(linker.ref(group), count, coverage_bars(linker, own))


def _missing(linker: Linker, goal: Goal, found: Sequence[MicroCoverage]) -> MissingList:
    words = linker.wording
    rows = []
    for each in found:
        lacks = [lack for lack in each.lacks if lack.goal is goal]
        if lacks:
            state = words.status(linker.atlas.status(each.micro))
            said = Lines(tuple(_said(linker, lack) for lack in lacks))
            rows.append(Row(((linker.ref(each.micro.id),), (state,), (said,))))
    columns = tuple(words(f"field.{key}") for key in ("process", "status", "missing"))
    return MissingList(
        anchor=_anchor(goal),
        label=words(f"goal.{goal}"),
        meaning=words(f"goal_meaning.{goal}"),
        table=Table(columns, tuple(rows)),
        complete=words("coverage.complete"),
    )


def _said(linker: Linker, lack: Lack) -> Cell:
    words = linker.wording
    what = words(f"want.{lack.want}")
    match lack.want:
        case Want.CONTROL:
            return (f"{what} {', '.join(words(f'field.{field}').lower() for field in lack.at)}",)
        case Want.FAULTS:
            return (what, linker.to(Address(FINDINGS), words("nav.findings")))
        case _:
            return (what, *linker.refs(lack.at))


def _anchor(goal: Goal) -> str:
    return goal.value.replace("_", "-")
