"""What a promise between two processes rests on: how long the one can take, and who waits for it."""

from dataclasses import dataclass
from decimal import Decimal

from processmap.graph import Contract, Handoff
from processmap.model.micro import Micro
from processmap.model.services import Sla
from processmap.model.steps import HandoffStep
from processmap.timing import Clock
from processmap.values.durations import Duration, DurationUnit
from processmap.views.addresses import Address, address_of
from processmap.views.linking import Linker
from processmap.views.pieces import Ref

_TIME = "time"
"""The fragment of the time proof on the page of a process."""


@dataclass(frozen=True, slots=True)
class TimeProof:
    """A process whose time stands in question, and where it is proved."""

    process: Ref
    """Leads to the proof on the page of the process."""
    limit: str
    """What is promised, in words; empty where nothing is."""
    worst: str = ""
    """The longest that it can take without going back, in words; empty where it was not asked."""
    share: int = 0
    """How much of the limit that is, in percent; 0 where nobody can say."""


def proof_of_promise(linker: Linker, handoff: Handoff) -> TimeProof | None:
    """Returns how long the process that is asked can take, against the internal SLA; None without a proof."""
    sla = linker.atlas.get(handoff.ola, Sla) if handoff.ola else None
    target = linker.atlas.get(handoff.target_micro, Micro)
    if sla is None or sla.target is None or target is None or not handoff.target_start:
        return None
    times = linker.atlas.times
    clock = Clock(target.id, handoff.target_start, _stops(linker, handoff, target), sla.id, sla.calendar)
    path = times.worst_path(clock)
    if path is None:
        return None
    day = times.calendar(sla.calendar).day_minutes
    limit = minutes_of(sla.target, day)
    return TimeProof(
        _to_proof(linker, target),
        linker.wording.duration(sla.target),
        linker.wording.duration(in_days(path.minutes, day)),
        round(100 * path.minutes / limit) if limit else 0,
    )


def waiting_for(linker: Linker, contract: Contract) -> TimeProof | None:
    """Returns the process that goes on only when the other has answered; None if nobody waits."""
    if not contract.waits:
        return None
    promise = contract.source.end_to_end
    return TimeProof(_to_proof(linker, contract.source), linker.wording.duration(promise.max) if promise else "")


def minutes_of(duration: Duration, day_minutes: int) -> int:
    """Returns business minutes; a calendar day counts as a business day."""
    match duration.unit:
        case DurationUnit.MINUTE:
            return round(duration.amount)
        case DurationUnit.HOUR:
            return round(duration.amount * 60)
        case DurationUnit.BUSINESS_DAY | DurationUnit.CALENDAR_DAY:
            return round(duration.amount * day_minutes)


def in_days(minutes: int, day_minutes: int) -> Duration:
    """Returns minutes as people say them: business days to a tenth, or hours where it is less than a day."""
    if minutes < day_minutes:
        return Duration(_to_a_tenth(minutes, 60), DurationUnit.HOUR)
    return Duration(_to_a_tenth(minutes, day_minutes), DurationUnit.BUSINESS_DAY)


def _to_a_tenth(minutes: int, unit: int) -> Decimal:
    """Rounded up: a worst case is never said to be shorter than it is."""
    return Decimal(-(-minutes * 10 // unit)) / 10


def _to_proof(linker: Linker, micro: Micro) -> Ref:
    address = address_of(micro.id)
    assert address is not None
    href = Address(address.page, _TIME).seen_from(linker.page)
    return Ref(micro.id, micro.name, href, "micro", detail=micro.id)


def _stops(linker: Linker, handoff: Handoff, target: Micro) -> tuple[str, ...] | None:
    """The ends at which the clock stops: those that are waited for, those that return something, else all."""
    step = linker.atlas.step(handoff.source)
    if isinstance(step, HandoffStep) and step.paths:
        return tuple(path.outcome for path in step.paths)
    wanted = set(handoff.returns)
    return tuple(end.id for end in linker.atlas.flow(target).ends if wanted.intersection(end.returns)) or None
