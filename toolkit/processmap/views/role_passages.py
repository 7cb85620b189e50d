"""What comes to a role and what it hands on: inside a flow, between processes, from and to the outside."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from processmap.graph import Handoff
from processmap.model.micro import Micro
from processmap.model.services import Sla
from processmap.model.steps import EndStep, StartStep, TaskStep
from processmap.views.flow import Arrow, arrows_of, lanes_of
from processmap.views.lane_links import in_lane
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Ref
from processmap.views.step_words import step_text


@dataclass(frozen=True, slots=True)
class Passage:
    """Something passes between a role and somebody else."""

    what: Cell
    """Documents; where none pass, what has been decided or done on the side that gives."""
    other: Cell
    """The role, process or external on the other side."""
    steps: tuple[Ref, ...]
    """The role's own steps that it comes to, or goes out from."""
    promise: Cell = ()
    """The SLA between the two sides, by its time."""

    @property
    def has_documents(self) -> bool:
        """Whether documents pass."""
        return any(isinstance(piece, Ref) for piece in self.what)


def passages_in(linker: Linker, role: str, crossings: Iterable[Handoff]) -> tuple[Passage, ...]:
    """What a role receives and from whom: documents before mere decisions, along the value chain."""
    return _gathered(
        (
            *_asked(linker, role, crossings),
            *_answered(linker, role, crossings),
            *_from_outside(linker, role),
            *_between_lanes(linker, role, incoming=True),
        )
    )


def passages_out(linker: Linker, role: str, crossings: Iterable[Handoff]) -> tuple[Passage, ...]:
    """What a role hands over and to whom: documents before mere decisions, along the value chain."""
    return _gathered(
        (
            *_asking(linker, role, crossings),
            *_to_outside(linker, role),
            *_between_lanes(linker, role, incoming=False),
        )
    )


def _gathered(found: Iterable[Passage]) -> tuple[Passage, ...]:
    """The same thing between the same two is one passage, whatever steps it touches."""
    steps: dict[tuple[Cell, Cell, Cell], list[Ref]] = {}
    for item in found:
        steps.setdefault((item.what, item.other, item.promise), []).extend(item.steps)
    gathered = [
        Passage(what, other, tuple(dict.fromkeys(refs)), promise) for (what, other, promise), refs in steps.items()
    ]
    return tuple(sorted(gathered, key=lambda item: not item.has_documents))


def _between_lanes(linker: Linker, role: str, *, incoming: bool) -> Iterator[Passage]:
    """Arrows of a flow into the lane of a role, or out of it."""
    for micro in linker.atlas.graph.micros:
        lanes = lanes_of(linker, micro)
        for arrow in arrows_of(linker, micro) if role in lanes.values() else ():
            own, other = (arrow.target, arrow.source) if incoming else (arrow.source, arrow.target)
            if lanes.get(own) == role and lanes.get(other) not in (role, "", None):
                what = linker.refs(_passed(linker, micro, arrow)) or (_said(linker, micro, arrow),)
                yield Passage(what, (linker.ref(lanes[other]),), (_own(linker, micro, own, role),))


def _passed(linker: Linker, micro: Micro, arrow: Arrow) -> tuple[str, ...]:
    """What the target takes in of what the giving lane has made, else what the giver itself makes.

    Between the task that makes a document and the one that needs it often stands a decision.
    """
    lanes = lanes_of(linker, micro)
    source, target = (linker.atlas.step(f"{micro.id}/{name}") for name in (arrow.source, arrow.target))
    lane = [step for step in micro.steps if lanes[step.id] == lanes[arrow.source]]
    made = {name for step in lane for name in getattr(step, "outputs", ())}
    wanted: tuple[str, ...] = getattr(target, "inputs", ())
    given: tuple[str, ...] = getattr(source, "outputs", ())
    return tuple(name for name in wanted if name in made) or given


def _said(linker: Linker, micro: Micro, arrow: Arrow) -> str:
    """What has been done or decided: `Gerente aprova o desconto? Aprovado`."""
    source = linker.atlas.step(f"{micro.id}/{arrow.source}")
    text = step_text(source) if source else arrow.source
    return f"{text} {arrow.label}" if arrow.label else text


def _asked(linker: Linker, role: str, crossings: Iterable[Handoff]) -> Iterator[Passage]:
    """Other processes begin one whose start stands in the role's lane."""
    for item in crossings:
        micro = linker.atlas.get(item.target_micro, Micro)
        is_own = micro and item.target_start and lanes_of(linker, micro).get(item.target_start) == role
        if micro and item.target_start and is_own and _lane(linker, item.source) != role:
            own = _own(linker, micro, item.target_start, role)
            yield Passage(_what(linker, item.sends, own), _process(linker, item.source), (own,), _ola(linker, item))


def _asking(linker: Linker, role: str, crossings: Iterable[Handoff]) -> Iterator[Passage]:
    """The role begins another process."""
    for item in _sent_by(linker, role, crossings):
        own = _in_lane(linker, item.source, role)
        yield Passage(_what(linker, item.sends, own), _process(linker, item.target), (own,), _ola(linker, item))


def _answered(linker: Linker, role: str, crossings: Iterable[Handoff]) -> Iterator[Passage]:
    """What comes back from a process that the role has asked."""
    for item in _sent_by(linker, role, crossings):
        if item.returns:
            own = _in_lane(linker, item.source, role)
            yield Passage(linker.refs(item.returns), _process(linker, item.target), (own,), _ola(linker, item))


def _sent_by(linker: Linker, role: str, crossings: Iterable[Handoff]) -> Iterator[Handoff]:
    for item in crossings:
        micro = linker.atlas.get(item.source_micro, Micro)
        is_own = micro and lanes_of(linker, micro).get(item.source_step) == role
        if is_own and _lane(linker, item.target) != role:
            yield item


def _from_outside(linker: Linker, role: str) -> Iterator[Passage]:
    """Externals begin a process in the role's lane."""
    for micro in linker.atlas.graph.micros:
        lanes = lanes_of(linker, micro)
        for step in micro.steps:
            senders = [name for name in getattr(step, "senders", ()) if name.startswith("EXT-")]
            if isinstance(step, StartStep) and senders and lanes[step.id] == role:
                own = _own(linker, micro, step.id, role)
                yield Passage(_what(linker, step.receives, own), linker.refs(senders), (own,))


def _to_outside(linker: Linker, role: str) -> Iterator[Passage]:
    """What the role's tasks and ends deliver to externals."""
    for micro in linker.atlas.graph.micros:
        lanes = lanes_of(linker, micro)
        for step in micro.steps:
            if isinstance(step, TaskStep | EndStep) and step.delivers_to and lanes[step.id] == role:
                own = _own(linker, micro, step.id, role)
                made = step.outputs if isinstance(step, TaskStep) else ()
                yield Passage(_what(linker, made, own), linker.refs(step.delivers_to), (own,))


def _what(linker: Linker, documents: tuple[str, ...], step: Ref) -> Cell:
    """The documents, or where none pass the words of the step."""
    return linker.refs(documents) or (step.label.partition(" ")[2] or step.label,)


def _process(linker: Linker, place: str) -> Cell:
    """The other process, and the role that does the step there."""
    return (*linker.optional(_lane(linker, place)), linker.ref(place.partition("/")[0]))


def _lane(linker: Linker, place: str) -> str:
    micro_id, _, step = place.partition("/")
    micro = linker.atlas.get(micro_id, Micro)
    return lanes_of(linker, micro).get(step, "") if micro else ""


def _ola(linker: Linker, item: Handoff) -> Cell:
    if not item.ola:
        return ()
    sla = linker.atlas.get(item.ola, Sla)
    promise = linker.wording.duration(sla.target) if sla else ""
    ref = linker.ref(item.ola)
    return (replace(ref, label=promise, detail=ref.label),) if promise and not ref.is_broken else (ref,)


def _own(linker: Linker, micro: Micro, step: str, role: str) -> Ref:
    return _in_lane(linker, f"{micro.id}/{step}", role)


def _in_lane(linker: Linker, name: str, role: str) -> Ref:
    return in_lane(linker.part(name), role)
