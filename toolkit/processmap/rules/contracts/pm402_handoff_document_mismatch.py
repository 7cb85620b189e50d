"""PM402: the two sides of a hand-off do not mean the same documents."""

from collections.abc import Iterable, Iterator, Sequence

from processmap.diagnostics import Location, Part, Problem, Remark, Severity
from processmap.graph import Contract
from processmap.i18n import Message
from processmap.rules.contracts.answers import Answer, answers_to
from processmap.rules.contracts.sides import (
    documents_said,
    elements_named,
    key_of_step,
    receiver,
    sender,
    step_in,
)
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM402", "handoff-document-mismatch", Severity.ERROR, since="0.1.0", tags=("handoffs", "documents"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields hand-offs whose start receives something else, then answers that give back more than is taken."""
    contracts = [c for c in context.graph.contracts.all if c.start and (c.is_mutual or c.names_its_start)]
    of_one_start: dict[str, list[Contract]] = {}
    for contract in contracts:
        of_one_start.setdefault(contract.handoff.target, []).append(contract)
    for senders in of_one_start.values():
        yield from _mismatches(context, senders)
    for contract in contracts:
        yield from _not_taken(context, contract)


def _mismatches(context: RuleContext, senders: Sequence[Contract]) -> Iterator[Problem]:
    """If all senders agree and only the start differs, the start is where it went wrong."""
    wrong = [contract for contract in senders if set(contract.step.sends) != _received(contract)]
    if len(wrong) > 1 and len(wrong) == len(senders) and len({frozenset(c.step.sends) for c in wrong}) == 1:
        yield _at_start(context, wrong)
    else:
        yield from (_at_sender(context, contract) for contract in wrong)


def _received(contract: Contract) -> set[str]:
    assert contract.start is not None
    return set(contract.start.receives)


def _at_sender(context: RuleContext, contract: Contract) -> Problem:
    assert contract.start is not None
    assert contract.start_index is not None
    sent, received = contract.step.sends, contract.start.receives
    at = key_of_step(contract.source, contract.step_index, "sends", is_written=bool(sent))
    start_at = key_of_step(contract.target, contract.start_index, "receives", is_written=bool(received))
    return Problem(
        RULE.code,
        _difference(context, contract, sender(contract)),
        at,
        hint=Message.of("PM402.hint"),
        related=(Remark(start_at, documents_said(context, "receives", received)),),
        other_side=contract.target.id,
    )


def _at_start(context: RuleContext, contracts: Sequence[Contract]) -> Problem:
    first = contracts[0]
    assert first.start is not None
    assert first.start_index is not None
    at = key_of_step(first.target, first.start_index, "receives", is_written=bool(first.start.receives))
    return Problem(
        RULE.code,
        _difference(context, first, ", ".join(sender(contract) for contract in contracts)),
        at,
        hint=Message.of("PM402.hint"),
        related=tuple(
            Remark(
                key_of_step(c.source, c.step_index, "sends", is_written=bool(c.step.sends)),
                documents_said(context, "sends", c.step.sends),
            )
            for c in contracts
        ),
        other_side=first.source.id,
    )


def _difference(context: RuleContext, contract: Contract, senders: str) -> Message:
    assert contract.start is not None
    extra = _without(contract.step.sends, contract.start.receives)
    missing = _without(contract.start.receives, contract.step.sends)
    key = "PM402.both" if extra and missing else "PM402.extra" if extra else "PM402.missing"
    names = {"extra": elements_named(context, extra), "missing": elements_named(context, missing)}
    return Message.of(key, sender=senders, receiver=receiver(contract), **names)


def _not_taken(context: RuleContext, contract: Contract) -> Iterator[Problem]:
    for answer in answers_to(context, contract):
        given = [end for end in answer.ends if _without(end.step.returns, answer.documents)]
        extra = _without((document for end in given for document in end.step.returns), answer.documents)
        if extra and answer.is_complete:
            yield _returned(context, contract, answer, extra)


def _returned(context: RuleContext, contract: Contract, answer: Answer, extra: Sequence[str]) -> Problem:
    ends = [end for end in answer.ends if set(extra) & set(end.step.returns)]
    return Problem(
        RULE.code,
        Message.of(
            "PM402.returned",
            sender=sender(contract),
            end=step_in(contract.target, ends[0].index),
            extra=elements_named(context, extra),
        ),
        answer.at,
        hint=Message.of("PM402.hint_returned"),
        related=tuple(
            Remark(
                Location(contract.target.id, ("steps", end.index, "returns"), Part.KEY),
                documents_said(context, "returns", end.step.returns),
            )
            for end in ends
        ),
        other_side=contract.target.id,
    )


def _without(documents: Iterable[str], others: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(document for document in documents if document not in others))
