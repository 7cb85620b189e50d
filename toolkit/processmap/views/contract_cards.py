"""A hand-off in the words of both sides: who sends what, who receives it, what comes back, and what is promised."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from processmap.diagnostics import Finding
from processmap.graph import Contract, Handoff, HandoffKind
from processmap.i18n import Texts
from processmap.model.document_control import Status
from processmap.model.micro import Micro
from processmap.model.organisation import Area
from processmap.model.services import Sla
from processmap.model.steps import CallStep, EndStep, HandoffStep
from processmap.views.addresses import handoff_fragment
from processmap.views.handoffs import area_chip
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Ref
from processmap.views.time_proofs import TimeProof, proof_of_promise, waiting_for

_ABOUT_CONTRACTS = frozenset({"PM401", "PM402", "PM403", "PM404", "PM411", "PM606"})
"""The rules that judge what two sides say to each other."""


@dataclass(frozen=True, slots=True)
class SideOfHandoff:
    """One of the two processes, as it tells its half."""

    process: Ref
    step: Cell
    """The sending step or the start that is reached; nothing where no start fits."""
    who: Cell
    """Role and area."""
    documents: Cell
    """What this side says goes over."""
    only_here: Cell
    """Documents that the other side does not name."""
    is_planned: bool = False
    """Whether its flow has not been drawn yet."""


@dataclass(frozen=True, slots=True)
class WayBack:
    """What comes back from one end of the process that was asked."""

    end: Cell
    documents: Cell


@dataclass(frozen=True, slots=True)
class Promise:
    """The internal SLA under which it is done."""

    sla: Ref
    target: str
    owner: Cell


@dataclass(frozen=True, slots=True)
class HandoffCard:
    """One hand-off."""

    anchor: str
    name: str
    """The words of the sending step."""
    kind: str
    """How the other process is begun, in words."""
    sender: SideOfHandoff
    receiver: SideOfHandoff
    ways_back: tuple[WayBack, ...]
    promise: Promise | None
    proof: TimeProof | None
    """Whether the process that is asked can keep the promise."""
    depends: TimeProof | None
    """The process that waits for the answer and so depends on the promise."""
    troubles: tuple[str, ...]
    """What a check says against it."""
    crosses_boundary: bool
    is_cross_area: bool
    goes_back: str = ""
    """How often a case may come this way again, where it may."""

    @property
    def is_disputed(self) -> bool:
        """Whether the two sides disagree, or a check has something against it."""
        return bool(self.troubles or self.sender.only_here or self.receiver.only_here)


@dataclass(frozen=True, slots=True)
class CardMaker:
    """Makes the cards of hand-offs for one page."""

    linker: Linker
    findings: Sequence[Finding] = ()
    texts: Texts | None = None
    """The catalogue of findings in the map's language; without it nothing is said against a hand-off."""

    def cards(self, handoffs: Sequence[Handoff]) -> Iterator[HandoffCard]:
        """Yields one card per hand-off, in the given order."""
        contracts = {contract.handoff: contract for contract in self.linker.atlas.graph.contracts.all}
        for handoff in handoffs:
            yield self._card(handoff, contracts.get(handoff))

    def _card(self, handoff: Handoff, contract: Contract | None) -> HandoffCard:
        linker = self.linker
        step = linker.atlas.step(handoff.source)
        received = contract.start.receives if contract and contract.start else ()
        is_known = contract is not None and contract.start is not None
        rework = getattr(step, "rework", None)
        return HandoffCard(
            anchor=handoff_fragment(handoff.source),
            name=str(getattr(step, handoff.kind, "")),
            kind=linker.wording.word("handoff_kind", handoff.kind),
            sender=self._side(
                handoff.source, handoff.source_area, handoff.sends, set(received) if is_known else set(handoff.sends)
            ),
            receiver=self._side(handoff.target, handoff.target_area, received, set(handoff.sends)),
            ways_back=tuple(_ways_back(linker, contract)) if contract else (),
            promise=_promise(linker, handoff),
            proof=proof_of_promise(linker, handoff),
            depends=waiting_for(linker, contract) if contract else None,
            troubles=tuple(self._troubles(handoff)),
            crosses_boundary=handoff.crosses_commercial_boundary,
            is_cross_area=handoff.is_cross_area,
            goes_back=linker.wording("handoff.rework", max=rework.max, why=rework.why) if rework else "",
        )

    def _side(self, place: str, area: str | None, documents: Sequence[str], other_side: set[str]) -> SideOfHandoff:
        linker = self.linker
        micro_id, _, step = place.partition("/")
        micro = linker.atlas.get(micro_id, Micro)
        lane = linker.atlas.flow(micro).lanes.get(step) if micro else None
        known = linker.atlas.get(area, Area) if area else None
        role = linker.optional(lane) if lane != area else ()
        return SideOfHandoff(
            process=linker.ref(micro_id),
            step=(linker.part(place),) if step else (),
            who=(*role, *((area_chip(linker, known),) if known else linker.optional(area))),
            documents=linker.refs(documents),
            only_here=linker.refs(document for document in documents if document not in other_side),
            is_planned=micro is not None and linker.atlas.status(micro) is Status.PLANNED,
        )

    def _troubles(self, handoff: Handoff) -> Iterator[str]:
        if self.texts is None:
            return
        for finding in self.findings:
            concerned = finding.element == handoff.source or (
                finding.code == "PM402" and finding.element == handoff.target
            )
            if concerned and finding.code in _ABOUT_CONTRACTS:
                yield self.texts.render(finding.message)


def _ways_back(linker: Linker, contract: Contract) -> Iterator[WayBack]:
    step = contract.step
    if isinstance(step, EndStep):
        return
    if step.returns:
        yield from _returned_by_any_end(linker, contract, step)
    for path in step.paths:
        yield WayBack((linker.part(f"{contract.target.id}/{path.outcome}"),), linker.refs(path.returns))


def _returned_by_any_end(linker: Linker, contract: Contract, step: HandoffStep | CallStep) -> Iterator[WayBack]:
    """What comes back where the sender names no end: every end that gives back some of it, and what none gives."""
    flow = linker.atlas.flow(contract.target)
    reached = flow.reachable_from(contract.start.id) if contract.start else frozenset()
    missing = dict.fromkeys(step.returns)
    for end in flow.ends:
        given = [document for document in step.returns if document in end.returns]
        if end.id in reached and given:
            yield WayBack((linker.part(f"{contract.target.id}/{end.id}"),), linker.refs(given))
            for document in given:
                missing.pop(document, None)
    if missing:
        yield WayBack((Chip(linker.wording("handoff.no_end"), "bad"),), linker.refs(missing))


def _promise(linker: Linker, handoff: Handoff) -> Promise | None:
    if not handoff.ola or handoff.kind is HandoffKind.CALL:
        return None
    sla = linker.atlas.get(handoff.ola, Sla)
    return Promise(
        linker.ref(handoff.ola),
        linker.wording.duration(sla.target) if sla else "",
        linker.optional(sla.owner) if sla else (),
    )
