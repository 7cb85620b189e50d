"""The time proof of a process: each promise beside the worst that a case can take, step by step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from processmap.model.micro import Micro
from processmap.timing import Taken
from processmap.views.atlas import distinct
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Ref, Tone
from processmap.views.process.bars import Bar, PathBars, Round, Share, Slice
from processmap.views.process.business_time import business_time, left_time, limit_day, total_time
from processmap.views.process.promises import Promise, promises


class Verdict(StrEnum):
    """Whether a promise is kept."""

    KEPT = "kept"
    """Even with every loop used up."""
    AT_RISK = "at_risk"
    """As long as nothing has to be done again."""
    BROKEN = "broken"
    UNPROVED = "unproved"
    """Nothing can be said: the flow has errors, or the clock is never stopped."""


@dataclass(frozen=True, slots=True)
class Run:
    """A worst path as one bar beside its promise."""

    key: str
    """`once` or `used_up`; the texts hang on it."""
    total: str
    left: str
    """What is left of the promise, or by how much it is exceeded."""
    is_kept: bool
    slices: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Dependence:
    """How much of the time another area has in its hands."""

    area: Ref
    time: str
    percent: int


@dataclass(frozen=True, slots=True)
class Proof:
    """One promise, or several that ask the same of the same way, with what it takes at worst."""

    anchor: str
    more_anchors: tuple[str, ...]
    """Fragments of the further SLAs that it proves."""
    title: str
    slas: tuple[Ref, ...]
    asked_by: tuple[Ref, ...]
    """Steps of other processes that ask under these SLAs."""
    limit: str
    verdict: Verdict
    chip: Chip
    start: Ref | None
    stop: Ref | None
    promise_at: float
    """Where the promise stands on the scale of the runs, in percent."""
    runs: tuple[Run, ...]
    bars: tuple[Bar, ...]
    rounds: tuple[Round, ...]
    depends: tuple[Dependence, ...]
    unbounded: bool = False
    """Whether a loop has no bound, so that the time with rework has no end."""


def proofs(linker: Linker, micro: Micro, *, is_provable: bool) -> tuple[Proof, ...]:
    """Proves every promise of a process; promises that ask the same are shown as one.

    Args:
        linker: links as they are written on the page of the micro.
        micro: the process.
        is_provable: whether its flow is sound enough for sums to mean something.
    """
    found: dict[object, list[_Held]] = {}
    for promise in promises(linker.atlas, micro):
        held = _held(linker, micro, promise, is_provable=is_provable)
        same = (promise.limit, held.once, held.used_up) if held.once else promise
        found.setdefault(same, []).append(held)
    return tuple(_with_anchors_of_their_own([_proof(same) for same in found.values()]))


def hero_chip(linker: Linker, found: Sequence[Proof]) -> Chip | None:
    """The worst of all verdicts as a chip for the top of the page; None without a promise."""
    order = (Verdict.BROKEN, Verdict.AT_RISK, Verdict.UNPROVED, Verdict.KEPT)
    worst = min((order.index(proof.verdict) for proof in found), default=None)
    return None if worst is None else _chip(linker, order[worst])


@dataclass(frozen=True, slots=True)
class _Held:
    """A promise with its worst paths; None where there is no proof."""

    linker: Linker
    micro: Micro
    promise: Promise
    once: Taken | None
    used_up: Taken | None
    """Only where it takes longer than once through."""

    @property
    def day(self) -> int:
        """Minutes of a business day."""
        return self.linker.atlas.times.calendar(self.promise.clock.calendar).day_minutes

    @property
    def limit(self) -> int:
        """Minutes that are promised."""
        return self.linker.atlas.times.limit_weight(self.promise.clock, self.promise.limit)

    @property
    def scale(self) -> int:
        """Minutes of the whole width: the promise or the worst path, whichever is longer."""
        return max(self.limit, *(taken.path.minutes for taken in (self.once, self.used_up) if taken), 1)

    def path(self, taken: Taken) -> PathBars:
        """A worst path, to be shown."""
        return PathBars(self.linker, self.micro, taken.path, self.day)

    def runs(self) -> Iterator[Run]:
        """Once through, and with every loop used up."""
        for key, taken in (("once", self.once), ("used_up", self.used_up)):
            if taken:
                left = self.linker.atlas.times.left(self.promise.clock, taken)
                yield Run(
                    key=key,
                    total=total_time(self.linker.wording, taken, self.day),
                    left=left_time(self.linker.wording, taken, left, self.day),
                    is_kept=left >= 0,
                    slices=self.path(taken).slices(self.scale),
                )

    def depends(self) -> Iterator[Dependence]:
        """Other areas by how much of the time they have in their hands, the largest first."""
        if self.once is None:
            return
        by_area: dict[str, int] = {}
        for bar in self.path(self.once).bars():
            if bar.area and bar.share is Share.OTHER:
                by_area[bar.area] = by_area.get(bar.area, 0) + bar.minutes
        for area, minutes in sorted(by_area.items(), key=lambda item: -item[1]):
            said = business_time(self.linker.wording, minutes, limit_day(self.promise.limit, self.day))
            yield Dependence(self.linker.ref(area), said, round(100 * minutes / self.once.path.minutes))


def _held(linker: Linker, micro: Micro, promise: Promise, *, is_provable: bool) -> _Held:
    if not is_provable:
        return _Held(linker, micro, promise, None, None)
    times = linker.atlas.times
    once = times.against(promise.clock, promise.limit, used_up=False)
    used_up = times.against(promise.clock, promise.limit, used_up=True)
    takes_more = once and used_up and used_up.path.minutes > once.path.minutes
    return _Held(linker, micro, promise, once, used_up if takes_more else None)


def _proof(same: Sequence[_Held]) -> Proof:
    held = same[0]
    linker, once, used_up = held.linker, held.once, held.used_up
    slas = distinct(each.promise.sla for each in same if each.promise.sla)
    network = linker.atlas.times.network(linker.atlas.flow(held.micro))
    unbounded = bool(once and network.unbounded)
    runs = tuple(held.runs())
    verdict = _verdict(runs, unbounded=unbounded)
    first = slas[0] if slas and not all(each.promise.is_own for each in same) else None
    return Proof(
        anchor=proof_anchor(first),
        more_anchors=tuple(proof_anchor(sla) for sla in slas[1:]) if first else tuple(map(proof_anchor, slas)),
        title=linker.name(first) if first else linker.wording("time.own_promise"),
        slas=tuple(linker.ref(sla) for sla in slas),
        asked_by=tuple(linker.part(each.promise.asked_at) for each in same if each.promise.asked_at),
        limit=linker.wording.duration(held.promise.limit),
        verdict=verdict,
        chip=_chip(linker, verdict),
        start=linker.part(f"{held.micro.id}/{once.path.start}") if once else None,
        stop=linker.part(f"{held.micro.id}/{once.path.stop}") if once else None,
        promise_at=round(100 * held.limit / held.scale, 2),
        runs=runs,
        bars=held.path(once).bars() if once else (),
        rounds=held.path(used_up).rounds() if used_up else (),
        depends=tuple(held.depends()),
        unbounded=unbounded,
    )


def _with_anchors_of_their_own(found: Iterable[Proof]) -> Iterator[Proof]:
    """An SLA whose clock starts at several steps has several proofs; those after the first say their start."""
    taken: set[str] = set()
    for proof in found:
        anchor = proof.anchor
        if anchor in taken:
            start = proof.start.id.partition("/")[2].lower() if proof.start else ""
            names = (f"{anchor}-{start}{number or ''}" for number in range(len(taken) + 1))
            anchor = next(name for name in names if name not in taken)
        more = tuple(other for other in proof.more_anchors if other not in taken)
        taken.update((anchor, *more))
        yield replace(proof, anchor=anchor, more_anchors=more)


def proof_anchor(sla: str | None) -> str:
    """The fragment of a proof: `time-sla-jur-001`."""
    return f"time-{sla.lower()}" if sla else "time-own"


def _verdict(runs: Sequence[Run], *, unbounded: bool) -> Verdict:
    if not runs:
        return Verdict.UNPROVED
    if not runs[0].is_kept:
        return Verdict.BROKEN
    return Verdict.KEPT if all(run.is_kept for run in runs) and not unbounded else Verdict.AT_RISK


_TONES: dict[Verdict, Tone] = {
    Verdict.KEPT: "good",
    Verdict.AT_RISK: "warn",
    Verdict.BROKEN: "bad",
    Verdict.UNPROVED: "muted",
}


def _chip(linker: Linker, verdict: Verdict) -> Chip:
    words = linker.wording
    return Chip(words.word("time_verdict", verdict), _TONES[verdict], words.word("time_verdict_detail", verdict))
