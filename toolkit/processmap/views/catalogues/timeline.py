"""The rollout as a timeline of weeks: phases, what they deliver and when, waves that go live."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from processmap.model.rollout import Deliverable, Phase
from processmap.views.catalogues.catalogue import CatalogueSource
from processmap.views.catalogues.charted import ChartedPage, charted_page
from processmap.views.catalogues.rollout import describe_phase
from processmap.views.linking import Linker


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """A deliverable or a wave, from the first week in which it can be worked on to the one in which it is due."""

    id: str
    name: str
    when: str
    """The weeks in words."""
    first: int
    """1-based."""
    last: int
    is_wave: bool = False


@dataclass(frozen=True, slots=True)
class TimelinePhase:
    """A phase with what happens in it, in the order of the weeks."""

    anchor: str
    name: str
    when: str
    first: int
    last: int
    bars: tuple[TimelineBar, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All phases, one after the other."""

    weeks: int
    phases: tuple[TimelinePhase, ...]


def rollout_page(source: CatalogueSource, linker: Linker) -> ChartedPage[Timeline]:
    """Makes the page of the rollout."""
    phases = linker.atlas.all(Phase)
    return charted_page(source, linker, timeline(linker, phases), phases, describe_phase)


def timeline(linker: Linker, phases: Sequence[Phase]) -> Timeline:
    """Returns the timeline; a deliverable without a week is due with its phase."""
    due = dict(_due(phases))
    found, before = [], 0
    for phase in phases:
        first, last = before + 1, before + phase.weeks
        bars = (*_deliverables(linker, phase, first, last, due), *_waves(linker, phase, last))
        ordered = tuple(sorted(bars, key=lambda bar: (bar.last, bar.is_wave, bar.first)))
        when = linker.wording("weeks", first=f"{before + 1 if before else 0:02}", last=f"{last:02}")
        found.append(TimelinePhase(phase.id.lower(), linker.name(phase.id), when, first, max(first, last), ordered))
        before = last
    latest = max((bar.last for phase in found for bar in phase.bars), default=0)
    return Timeline(max(before, latest, 1), tuple(found))


def _due(phases: Sequence[Phase]) -> Iterator[tuple[str, int]]:
    before = 0
    for phase in phases:
        before += phase.weeks
        for item in phase.deliverables:
            yield item.id, item.week or before


def _deliverables(linker: Linker, phase: Phase, first: int, last: int, due: Mapping[str, int]) -> Iterator[TimelineBar]:
    for item in phase.deliverables:
        end = item.week or last
        begin = min(_begin(item, first, due), end)
        yield TimelineBar(item.id, item.name, linker.wording("timeline.due", week=end), begin, end)


def _begin(item: Deliverable, first: int, due: Mapping[str, int]) -> int:
    """The week after everything that must come first, but not before its own phase."""
    return max([first, *(due[other] + 1 for other in item.depends_on if other in due)])


def _waves(linker: Linker, phase: Phase, last: int) -> Iterator[TimelineBar]:
    for wave in phase.waves:
        when = linker.wording("timeline.begins", week=wave.week)
        yield TimelineBar("", wave.name, when, wave.week, max(wave.week, last), is_wave=True)
