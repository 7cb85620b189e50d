"""PM401: a hand-off that only one of the two processes knows of."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Contract, in_use
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import StartStep
from processmap.rules.contracts.sides import (
    documents_said,
    element_named,
    elements_named,
    micro_named,
    receiver,
    receiving_place,
    sender,
    sending_place,
    step_at,
    step_in,
)
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros
from processmap.rules.steps_of_micro import step_by_id

RULE = Rule("PM401", "one-sided-handoff", Severity.ERROR, since="0.1.0", tags=("handoffs",))


@dataclass(frozen=True, slots=True)
class _Explained:
    """What is already said of senders, so that it is not said again at the start."""

    pairs: frozenset[tuple[str, str]]
    """Sender and receiver of the hand-offs that no start expects."""
    lost: frozenset[str]
    """Micros that hand over to a process which does not exist."""

    def covers(self, source: str, target: str) -> bool:
        return source in self.lost or (source, target) in self.pairs


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields senders that no start names, then starts that name a sender which sends nothing there.

    Of a sender that names a process which does not exist, PM106 says enough.
    """
    lonely = [contract for contract in context.graph.contracts.all if not contract.is_mutual]
    for contract in lonely:
        yield from _unexpected(context, contract)
    explained = _Explained(
        pairs=frozenset((contract.source.id, contract.target.id) for contract in lonely),
        lost=frozenset(h.source_micro for h in context.graph.handoffs if h.target_micro not in context.map.elements),
    )
    for micro in live_micros(context):
        for index, step in enumerate(micro.steps):
            if isinstance(step, StartStep) and step.senders:
                yield from _unanswered(context, micro, index, step, explained)


def _unexpected(context: RuleContext, contract: Contract) -> Iterator[Problem]:
    """The other micro does not name the sender; a start that is none is what PM106 and PM107 say."""
    if contract.names_its_start and contract.start is None:
        return
    other = _other_start(contract)
    if other is not None:
        yield _wrong_start(context, contract, other)
        return
    yield Problem(
        RULE.code,
        _sentence(context, contract, "unexpected" if contract.start else "no_start"),
        sending_place(contract),
        hint=Message.of("PM401.hint_unexpected", source=contract.handoff.source, receiver=contract.handoff.target),
        related=(_other_side(context, contract),),
        other_side=contract.target.id,
    )


def _wrong_start(context: RuleContext, contract: Contract, index: int) -> Problem:
    other = f"{contract.target.id}/{contract.target.steps[index].id}"
    return Problem(
        RULE.code,
        _sentence(context, contract, "other_start", other=step_in(contract.target, index)),
        sending_place(contract),
        hint=Message.of("PM401.hint_other_start", other=other, receiver=contract.handoff.target),
        related=(
            _other_side(context, contract),
            Remark(step_at(contract.target, index), Message.of("PM401.names_it")),
        ),
        other_side=contract.target.id,
    )


def _sentence(context: RuleContext, contract: Contract, what: str, **names: str) -> Message:
    """Who hands what to whom; of a hand-off that takes nothing along the documents cannot be named."""
    sides = {"sender": sender(contract), "receiver": receiver(contract)}
    if not contract.step.sends:
        return Message.of(f"PM401.bare_{what}", **sides, **names)
    return Message.of(f"PM401.{what}", **sides, **names, documents=elements_named(context, contract.step.sends))


def _other_side(context: RuleContext, contract: Contract) -> Remark:
    if contract.start is None:
        return Remark(receiving_place(contract), Message.of("PM401.other_side"))
    return Remark(receiving_place(contract), documents_said(context, "receives", contract.start.receives))


def _other_start(contract: Contract) -> int | None:
    """Place of another start of the micro that does name the sender."""
    senders = {contract.handoff.source, contract.source.id}
    for index, step in enumerate(contract.target.steps):
        if isinstance(step, StartStep) and not senders.isdisjoint(step.senders):
            return index
    return None


def _unanswered(
    context: RuleContext, micro: Micro, index: int, start: StartStep, explained: _Explained
) -> Iterator[Problem]:
    for position, name in enumerate(start.senders):
        source_id, _, step_id = str(name).partition("/")
        source = in_use(context.graph, source_id)
        if source is None or explained.covers(source_id, micro.id):
            continue
        if step_id and step_by_id(source, step_id) is None:
            continue  # PM106
        sent = context.graph.contracts.by_source.get(source_id, ())
        if not any(c.target is micro and c.start is start and name in (c.handoff.source, source_id) for c in sent):
            at = Location(micro.id, ("steps", index, "from", position))
            yield _nothing_sent(context, step_in(micro, index), at, source, step_id)


def _nothing_sent(context: RuleContext, start: str, at: Location, source: Micro, step_id: str) -> Problem:
    index = next((i for i, step in enumerate(source.steps) if step.id == step_id), None)
    who = micro_named(source) if index is None else step_in(source, index)
    return Problem(
        RULE.code,
        Message.of("PM401.unanswered", receiver=start, sender=who, micro=element_named(context, at.element)),
        at,
        hint=Message.of("PM401.hint_unanswered", micro=at.element),
        related=(
            Remark(Location(source.id) if index is None else step_at(source, index), Message.of("PM401.other_side")),
        ),
        other_side=source.id,
    )
