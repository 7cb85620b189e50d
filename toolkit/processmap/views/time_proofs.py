"""What a promise between two processes rests on: how long the one can take, and who waits for it."""

from dataclasses import dataclass

from processmap.graph import Contract, Handoff
from processmap.model.micro import Micro
from processmap.views.addresses import Address, address_of
from processmap.views.linking import Linker
from processmap.views.pieces import Ref
from processmap.views.process.business_time import total_time
from processmap.views.process.promises import promises

_TIME = "time"
"""The fragment of the time proof on the page of a process."""


@dataclass(frozen=True, slots=True)
class TimeProof:
    """A process whose time stands in question, and where it is proved."""

    process: Ref
    """Leads to the proof on the page of the process, if there is one."""
    limit: str
    """What is promised, in words; empty where nothing is."""
    worst: str = ""
    """The longest that it can take without going back, in words; empty where it was not asked."""
    share: int = 0
    """How much of the limit that is, in percent; 0 where nobody can say."""


def proof_of_promise(linker: Linker, handoff: Handoff) -> TimeProof | None:
    """Returns how long the process that is asked can take, against the internal SLA; None without a proof."""
    target = linker.atlas.get(handoff.target_micro, Micro)
    if target is None or not target.steps:
        return None
    promise = next((found for found in promises(linker.atlas, target) if found.asked_at == handoff.source), None)
    times = linker.atlas.times
    taken = times.against(promise.clock, promise.limit, used_up=False) if promise else None
    if promise is None or taken is None:
        return None
    weight = times.limit_weight(promise.clock, promise.limit)
    return TimeProof(
        _to_proof(linker, target),
        linker.wording.duration(promise.limit),
        total_time(linker.wording, taken, times.calendar(promise.clock.calendar).day_minutes),
        round(100 * taken.path.minutes / weight) if weight else 0,
    )


def waiting_for(linker: Linker, contract: Contract) -> TimeProof | None:
    """Returns the process that goes on only when the other has answered; None if nobody waits."""
    if not contract.waits:
        return None
    promise = contract.source.end_to_end
    return TimeProof(_to_proof(linker, contract.source), linker.wording.duration(promise.max) if promise else "")


def _to_proof(linker: Linker, micro: Micro) -> Ref:
    address = address_of(micro.id)
    assert address is not None
    fragment = _TIME if micro.steps and promises(linker.atlas, micro) else ""
    return Ref(micro.id, micro.name, Address(address.page, fragment).seen_from(linker.page), "micro", detail=micro.id)
