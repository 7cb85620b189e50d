"""Where a chain of processes is thin: rings of hand-offs, and what everything stops without. Facts, not findings."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from processmap.graph import ContractRing, contract_rings
from processmap.model.document_control import Status
from processmap.model.documents import System
from processmap.model.ito import Ito
from processmap.model.organisation import Role
from processmap.views.addresses import HANDOFFS, Address, handoff_fragment
from processmap.views.atlas import distinct
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Ref, Tone
from processmap.views.role_steps import own_steps

_MANY = 3
"""A system that fewer processes use is not what everything stops without."""


@dataclass(frozen=True, slots=True)
class RingStep:
    """One hand-off of a ring."""

    giver: Ref
    what: Ref
    """Leads to the hand-off; its label says what goes over."""


@dataclass(frozen=True, slots=True)
class Ring:
    """Processes that lead back to themselves."""

    steps: tuple[RingStep, ...]
    chip: Chip
    explained: str


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """A process, a role or a system on which others hang."""

    name: Ref
    number: int
    """How many processes hang on it."""
    share: int
    """The same, in percent of all that it could be."""
    counted: str
    """The number in words."""
    processes: Cell
    remark: Cell
    """What softens it, or makes it worse."""


@dataclass(frozen=True, slots=True)
class WeakPoints:
    """What the map says about them; each kind from the most to the least."""

    rings: tuple[Ring, ...]
    processes: tuple[WeakPoint, ...]
    """Without one of them the core falls apart."""
    roles: tuple[WeakPoint, ...]
    """Roles of one person."""
    systems: tuple[WeakPoint, ...]


def weak_points(linker: Linker) -> WeakPoints:
    """Finds them."""
    drawn = sum(bool(micro.steps) for micro in linker.atlas.graph.micros)
    return WeakPoints(
        rings=tuple(_ring(linker, ring) for ring in contract_rings(linker.atlas.graph)),
        processes=_from_the_most(_cut_points(linker)),
        roles=_from_the_most(_roles(linker, drawn)),
        systems=_from_the_most(_systems(linker, drawn)),
    )


def _from_the_most(found: Iterator[WeakPoint]) -> tuple[WeakPoint, ...]:
    return tuple(sorted(found, key=lambda point: -point.number))


def _ring(linker: Linker, ring: ContractRing) -> Ring:
    words = linker.wording
    key = "bounded" if ring.is_bounded else "left" if ring.can_be_left else "endless"
    if ring.waits_throughout and not ring.is_bounded:
        key = "waits" if ring.can_be_left else "stuck"
    steps = []
    for contract in ring.contracts:
        sent = ", ".join(linker.name(document) for document in contract.step.sends)
        label = sent or str(getattr(contract.step, contract.handoff.kind))
        steps.append(
            RingStep(
                linker.ref(contract.source.id),
                Ref("", label, Address(HANDOFFS, handoff_fragment(contract.handoff.source)).seen_from(linker.page)),
            )
        )
    return Ring(tuple(steps), Chip(words(f"ring.{key}"), _RING_TONES[key]), words(f"ring.{key}_explained"))


_RING_TONES: Mapping[str, Tone] = {
    "bounded": "good",
    "left": "neutral",
    "waits": "warn",
    "endless": "warn",
    "stuck": "bad",
}


def _cut_points(linker: Linker) -> Iterator[WeakPoint]:
    """Processes of the core without which others of it no longer hang together."""
    words = linker.wording
    chain = linker.atlas.graph.value_chain
    for point in chain.cut_points:
        cut_off, others = sum(point.parts[1:]), sum(point.parts)
        parts = words("weak.parts", parts=len(point.parts), sizes=" + ".join(map(str, point.parts)))
        micro = linker.ref(chain.micros[point.node].id)
        yield WeakPoint(micro, cut_off, _percent(cut_off, others), _of(linker, cut_off, others), (), (parts,))


def _roles(linker: Linker, drawn: int) -> Iterator[WeakPoint]:
    """Roles of one person that work or decide in a process, with who stands in."""
    words = linker.wording
    for role in linker.atlas.all(Role):
        micros = distinct(own.micro.id for own in own_steps(linker, role.id))
        if role.headcount == 1 and micros and role.status is not Status.RETIRED:
            stand_ins = _stand_ins(linker, role)
            remark: Cell = (Chip(words("weak.no_stand_in"), "warn"),)
            if stand_ins:
                remark = (words("weak.stand_in"), *linker.refs(stand_ins))
            yield _point(linker, role.id, micros, drawn, remark)


def _point(linker: Linker, name: str, micros: Collection[str], drawn: int, remark: Cell) -> WeakPoint:
    count = len(micros)
    return WeakPoint(
        linker.ref(name), count, _percent(count, drawn), _of(linker, count, drawn), linker.lines(micros), remark
    )


def _of(linker: Linker, count: int, total: int) -> str:
    return linker.wording("weak.of", count=count, total=total)


def _percent(count: int, total: int) -> int:
    return round(100 * count / total) if total else 0


def _stand_ins(linker: Linker, role: Role) -> tuple[str, ...]:
    itos = (ito.backup for ito in linker.atlas.all(Ito) if ito.role == role.id)
    return distinct(name for name in (*itos, role.backup) if name)


def _systems(linker: Linker, drawn: int) -> Iterator[WeakPoint]:
    """Systems that many processes work in."""
    used: dict[str, dict[str, None]] = {}
    for micro in linker.atlas.graph.micros:
        for step in micro.steps:
            if system := getattr(step, "system", None):
                used.setdefault(system, {})[micro.id] = None
    for system, micros in used.items():
        if len(micros) >= _MANY:
            yield _point(linker, system, micros, drawn, _outage(linker, system))


def _outage(linker: Linker, name: str) -> Cell:
    words = linker.wording
    system = linker.atlas.get(name, System)
    if system is None:
        return ()
    kind = Chip(words.word("system_type", system.type))
    if system.sunset:
        return (kind, Chip(words("weak.sunset", date=words.date(system.sunset)), "warn"))
    return (kind,)
