"""A worst path as bars: one a step, one a round of rework, and the slices of the whole."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from processmap.graph import Flow
from processmap.model.micro import Micro
from processmap.model.organisation import Area
from processmap.model.steps import ApprovalStep, WaitStep
from processmap.timing import Segment, Term, Why, WorstPath
from processmap.views.atlas import distinct
from processmap.views.handoffs import area_chip
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Piece, Ref
from processmap.views.process.anchors import step_here
from processmap.views.process.business_time import business_time, calendar_days


class Share(StrEnum):
    """In whose hands a stretch of time is."""

    OWN = "own"
    """The area that runs the process."""
    OTHER = "other"
    """Another area: inside this flow, or in a process that is asked."""
    WAIT = "wait"
    """Nobody's in the company: one waits."""
    PAUSED = "paused"
    """One waits, and the clock stands still."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What one step adds."""

    step: Ref
    share: Share
    who: str
    time: str
    note: Cell
    """Under which SLA, in which process; for a pause, that the clock stands still."""
    area: str | None
    minutes: int
    start: float
    """Percent of the whole path."""
    width: float

    @property
    def is_other(self) -> bool:
        """Whether another area has it in its hands."""
        return self.share is Share.OTHER


@dataclass(frozen=True, slots=True)
class Round:
    """A stretch of the path with every loop used up: rounds of one loop, or the last way to the end."""

    label: str
    why: str
    steps: tuple[Ref, ...]
    time: str
    """Of all its rounds."""
    each: str
    """Of one round; empty where there is only one."""
    is_rework: bool
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the bar of a whole path."""

    share: Share
    width: float
    """Percent of the scale."""


@dataclass(frozen=True, slots=True)
class _Lap:
    """A stretch without loops, gone so many times one after the other."""

    steps: tuple[str, ...]
    """Local ids of the steps that take time."""
    minutes: int
    """Of one round."""
    times: int
    why: str
    goes_back: bool


@dataclass(frozen=True, slots=True)
class PathBars:
    """A worst path, to be shown on the page of its process."""

    linker: Linker
    micro: Micro
    path: WorstPath
    day_minutes: int
    """Of a business day; a calendar day is drawn as long as one."""

    def bars(self) -> tuple[Bar, ...]:
        """Returns a bar for each step that takes time or stops the clock, in order."""
        found: list[Bar] = []
        gone = 0
        for term in self.path.terms:
            minutes = self._weight(term)
            if minutes or term.why is Why.PAUSED:
                found.append(self._bar(term, gone, minutes))
            gone += minutes
        return tuple(found)

    def slices(self, scale: int) -> tuple[Slice, ...]:
        """Returns how the path divides into shares, on a scale of so many minutes; equal neighbours are one slice."""
        found: list[Slice] = []
        for term in self.path.terms:
            if minutes := self._weight(term):
                share = self._share(term)
                before = found.pop().width if found and found[-1].share is share else 0.0
                found.append(Slice(share, round(before + 100 * minutes / scale, 2)))
        return tuple(found)

    def rounds(self) -> tuple[Round, ...]:
        """Returns the stretches of a path with every loop used up, in the order in which they are gone."""
        found: list[Round] = []
        gone = 0
        for lap in self._laps():
            found.append(self._round(lap, gone))
            gone += lap.minutes * lap.times
        return tuple(found)

    def _laps(self) -> tuple[_Lap, ...]:
        """The segments that take time; neighbours that differ only in steps without time are one."""
        found: list[_Lap] = []
        for segment, following in zip(self.path.segments, (*self.path.segments[1:], None), strict=True):
            terms = [term for term in segment.terms if self._weight(term)]
            lap = _Lap(
                steps=tuple(term.step for term in terms),
                minutes=sum(self._weight(term) for term in terms),
                times=segment.times,
                why=self._why(segment, following),
                goes_back=segment.goes_back,
            )
            if found and lap.goes_back and replace(found[-1], times=lap.times) == lap:
                found[-1] = replace(lap, times=found[-1].times + lap.times)
            elif lap.minutes:
                found.append(lap)
        return tuple(found)

    def _bar(self, term: Term, gone: int, minutes: int) -> Bar:
        return Bar(
            step=step_here(self.linker, self.micro, term.step),
            share=self._share(term),
            who=self._who(term),
            time=self._time(term),
            note=tuple(self._note(term)),
            area=self._area(term),
            minutes=minutes,
            start=self._percent(gone),
            width=self._percent(minutes),
        )

    def _round(self, lap: _Lap, gone: int) -> Round:
        words = self.linker.wording
        return Round(
            label=words("time.rounds", times=lap.times) if lap.goes_back else words("time.to_the_end"),
            why=lap.why,
            steps=tuple(step_here(self.linker, self.micro, step) for step in distinct(lap.steps)),
            time=business_time(words, lap.minutes * lap.times, self.day_minutes),
            each=business_time(words, lap.minutes, self.day_minutes) if lap.times > 1 else "",
            is_rework=lap.goes_back,
            start=self._percent(gone),
            width=self._percent(lap.minutes * lap.times),
        )

    def _why(self, segment: Segment, following: Segment | None) -> str:
        """Why a loop is gone round, as its author says."""
        if not segment.goes_back or not segment.terms:
            return ""
        last = segment.terms[-1].step
        first = following.terms[0].step if following and following.terms else ""
        backs = [arrow for arrow in self._flow.arrows if arrow.source == last and arrow.rework]
        meant = next((arrow for arrow in backs if arrow.target == first), backs[0] if backs else None)
        return meant.rework.why if meant and meant.rework else ""

    def _time(self, term: Term) -> str:
        """What a step adds, as authored where it was written as one duration."""
        words = self.linker.wording
        if term.why is Why.PAUSED:
            return words("time.stands_still")
        if term.duration:
            return words.duration(term.duration)
        minutes = [business_time(words, term.minutes, self.day_minutes)] if term.minutes else []
        return words("time.and").join((*minutes, *([calendar_days(words, term.days)] if term.days else ())))

    def _who(self, term: Term) -> str:
        """Who has it in hand, by name; the row of the step, one click away, has the links."""
        step = self._flow.steps[term.step]
        if isinstance(step, ApprovalStep):
            return ", ".join(self.linker.name(approver) for approver in step.approvers)
        if isinstance(step, WaitStep) and step.source:
            return self.linker.name(step.source.partition("/")[0])
        return self.linker.name(self._flow.lanes.get(step.id) or "")

    def _note(self, term: Term) -> Iterator[Piece]:
        words = self.linker.wording
        if term.why is Why.WORK:
            yield words("time.only_work")
        if term.why in (Why.OLA, Why.OTHER_PROCESS):
            process, area = self._process(term), self._area(term)
            known = self.linker.atlas.get(area, Area) if area else None
            yield self.linker.ref(process)
            yield from (area_chip(self.linker, known),) if known else ()
        if term.why is Why.OLA and term.source:
            yield words("time.under")
            yield self.linker.ref(term.source)

    def _share(self, term: Term) -> Share:
        if term.why is Why.PAUSED:
            return Share.PAUSED
        if term.why is Why.WAIT:
            return Share.WAIT
        own = self.linker.atlas.graph.area_of_micro(self.micro.id)
        return Share.OWN if self._area(term) in (None, own) else Share.OTHER

    def _area(self, term: Term) -> str | None:
        """The area in whose hands it is; None for waits and for outsiders."""
        graph = self.linker.atlas.graph
        if term.why in (Why.PAUSED, Why.WAIT):
            return None
        if term.why in (Why.OLA, Why.OTHER_PROCESS):
            source = f"{self.micro.id}/{term.step}"
            reached = (handoff.target_area for handoff in graph.handoffs if handoff.source == source)
            return next(reached, None)
        return graph.area_of_lane(self._flow.lanes.get(term.step))

    def _process(self, term: Term) -> str:
        """The process that a step asks or runs."""
        return str(getattr(self._flow.steps[term.step], "to_process", None) or "").partition("/")[0]

    @property
    def _flow(self) -> Flow:
        return self.linker.atlas.flow(self.micro)

    def _weight(self, term: Term) -> int:
        return term.minutes + term.days * self.day_minutes

    def _percent(self, minutes: int) -> float:
        return round(100 * minutes / max(self.path.minutes, 1), 2)
