"""Hand-offs in the words of both sides: what one says it sends and the other says it receives, and under which SLA."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from processmap.graph import Handoff
from processmap.model.micro import Micro
from processmap.model.organisation import Area
from processmap.model.services import Sla
from processmap.model.steps import EndStep, StartStep
from processmap.timing import stops_of_asked
from processmap.views.handoffs import area_chip
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Ref
from processmap.views.process.promises import promises
from processmap.views.process.proof import proof_anchor


@dataclass(frozen=True, slots=True)
class Words:
    """What each side says about one way of the documents."""

    key: str
    """`there` for what is handed over, `back` for what comes back; the texts hang on it."""
    sender: Cell
    receiver: Cell
    differs: tuple[Ref, ...]
    """Documents that only one of the two names."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One hand-off, seen from one of its processes."""

    own: Ref
    """The step here."""
    other_step: Ref | None
    """The step there; None where no start fits."""
    other: Ref
    area: Chip | None
    crosses_boundary: bool
    words: tuple[Words, ...]
    ola: Ref | None
    target: str
    proof: str | None
    """Address of the proof of the SLA, in the process that is asked."""
    trouble: tuple[str, ...]
    """Where the sides disagree beyond documents."""

    @property
    def agrees(self) -> bool:
        """Whether both sides say the same."""
        return not self.trouble and not any(each.differs for each in self.words)


def exchanges(linker: Linker, found: Iterable[Handoff], *, incoming: bool) -> tuple[Exchange, ...]:
    """Shows hand-offs from the side of the process that gets them, or of the one that makes them."""
    return tuple(_exchange(linker, handoff, incoming=incoming) for handoff in found)


def _exchange(linker: Linker, handoff: Handoff, *, incoming: bool) -> Exchange:
    own, other_step = (handoff.target, handoff.source) if incoming else (handoff.source, handoff.target)
    other, area_id = (
        (handoff.source_micro, handoff.source_area) if incoming else (handoff.target_micro, handoff.target_area)
    )
    area = linker.atlas.get(area_id, Area) if area_id else None
    sla = linker.atlas.get(handoff.ola, Sla) if handoff.ola else None
    return Exchange(
        own=replace(linker.part(own), detail=""),
        other_step=linker.part(other_step) if "/" in other_step else None,
        other=linker.ref(other),
        area=area_chip(linker, area) if area else None,
        crosses_boundary=handoff.crosses_commercial_boundary,
        words=tuple(_words(linker, handoff)),
        ola=linker.ref(handoff.ola) if handoff.ola else None,
        target=linker.wording.duration(sla.target) if sla else "",
        proof=_proof(linker, handoff),
        trouble=tuple(_trouble(linker, handoff)),
    )


def _words(linker: Linker, handoff: Handoff) -> Iterator[Words]:
    start = _start(linker, handoff)
    received = start.receives if start else ()
    if handoff.sends or received:
        differs = _apart(handoff.sends, received) if start else ()
        yield Words("there", linker.refs(handoff.sends), linker.refs(received), _refs(linker, differs))
    if handoff.returns:
        given = _given_back(linker, handoff)
        missing = tuple(name for name in handoff.returns if given is not None and name not in given)
        expected = set(handoff.returns)
        back = tuple(name for name in given or () if name in expected)
        yield Words("back", linker.refs(back), linker.refs(handoff.returns), _refs(linker, missing))


def _trouble(linker: Linker, handoff: Handoff) -> Iterator[str]:
    target = linker.atlas.get(handoff.target_micro, Micro)
    start = _start(linker, handoff)
    if target is None or not target.steps:
        return
    if start is None:
        yield linker.wording("exchange.no_start")
    elif start.senders and {handoff.source, handoff.source_micro}.isdisjoint(start.senders):
        yield linker.wording("exchange.not_named", step=start.id)


def _start(linker: Linker, handoff: Handoff) -> StartStep | None:
    step = linker.atlas.step(handoff.target)
    return step if isinstance(step, StartStep) else None


def _given_back(linker: Linker, handoff: Handoff) -> tuple[str, ...] | None:
    """What the ends that count return; None where the flow of the other process is not written."""
    sender, target = linker.atlas.get(handoff.source_micro, Micro), linker.atlas.get(handoff.target_micro, Micro)
    if sender is None or target is None or not target.steps:
        return None
    stops = stops_of_asked(sender, handoff, linker.atlas.flow(target))
    ends = (step for step in target.steps if isinstance(step, EndStep) and (stops is None or step.id in stops))
    return tuple(dict.fromkeys(name for end in ends for name in end.returns))


def _proof(linker: Linker, handoff: Handoff) -> str | None:
    target = linker.atlas.get(handoff.target_micro, Micro)
    href = linker.ref(handoff.target_micro).href
    if not target or not target.steps or not href or not handoff.ola:
        return None
    is_proved = any(promise.sla == handoff.ola for promise in promises(linker.atlas, target))
    return f"{href.partition('#')[0]}#{proof_anchor(handoff.ola)}" if is_proved else None


def _apart(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys((*one, *other)) if (name in one) != (name in other))


def _refs(linker: Linker, names: Iterable[str]) -> tuple[Ref, ...]:
    return tuple(linker.part(name) for name in names)
