"""PM403: what is to come back is given back by no end of the process that is asked, or never made there."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Contract, Flow
from processmap.i18n import Message
from processmap.model.steps import EndStep
from processmap.rules.contracts.answers import Answer, answers_to
from processmap.rules.contracts.sides import element_named, receiver, receiving_place, sender, step_at, step_in
from processmap.rules.contracts.supply import is_checked, is_standing
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import complete_flows

RULE = Rule("PM403", "return-not-produced", Severity.ERROR, since="0.1.0", tags=("handoffs", "documents"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields documents that are waited for in vain, then ends that give back what their process does not have."""
    for contract in context.graph.contracts.all:
        for answer in answers_to(context, contract):
            given = {document for end in answer.ends for document in end.step.returns}
            for document in answer.documents:
                if document in context.map.elements and document not in given:
                    yield _in_vain(context, contract, answer, document)
    for flow in complete_flows(context):
        yield from _empty_handed(context, flow)


def _in_vain(context: RuleContext, contract: Contract, answer: Answer, document: str) -> Problem:
    names = {"sender": sender(contract), "document": element_named(context, document)}
    if answer.path[-2:-1] == ("paths",):
        end = answer.ends[0]
        message = Message.of("PM403.end", end=step_in(contract.target, end.index), **names)
    else:
        message = Message.of("PM403.message", receiver=receiver(contract), **names)
    made = _made_in(contract, document)
    return Problem(
        RULE.code,
        message,
        answer.place_of(contract.source.id, document),
        hint=Message.of("PM403.hint_made" if made else "PM403.hint", document=document, micro=contract.target.id),
        related=(*_ends(contract, answer), *made),
        other_side=contract.target.id,
    )


def _ends(contract: Contract, answer: Answer) -> tuple[Remark, ...]:
    if not answer.ends:
        return (Remark(receiving_place(contract), Message.of("PM403.start")),)
    return tuple(Remark(step_at(contract.target, end.index), Message.of("PM403.this_end")) for end in answer.ends)


def _made_in(contract: Contract, document: str) -> tuple[Remark, ...]:
    return tuple(
        Remark(step_at(contract.target, index), Message.of("PM403.made"))
        for index, step in enumerate(contract.target.steps)
        if document in getattr(step, "outputs", ())
    )


def _empty_handed(context: RuleContext, flow: Flow) -> Iterator[Problem]:
    documents = context.graph.document_flow(flow)
    for index, step in enumerate(flow.micro.steps):
        if not isinstance(step, EndStep) or not step.returns or not documents.is_reached(step.id):
            continue
        for document in documents.missing(step.id, step.returns):
            if is_checked(context, document) and not is_standing(context, document):
                is_never = documents.never(step.id, document)
                yield Problem(
                    RULE.code,
                    Message.of(
                        "PM403.never" if is_never else "PM403.sometimes",
                        end=step_in(flow.micro, index),
                        document=element_named(context, document),
                        way=" → ".join(documents.way_without(step.id, document)),
                    ),
                    Location(flow.micro.id, ("steps", index, "returns", step.returns.index(document))),
                    hint=Message.of("PM403.hint_never" if is_never else "PM403.hint_sometimes"),
                    related=_askers(context, flow, step.id),
                    other_side=_first_asker(context, flow),
                    severity=None if is_never else Severity.INFO,
                )


def _askers(context: RuleContext, flow: Flow, end_id: str) -> tuple[Remark, ...]:
    return tuple(
        Remark(step_at(contract.source, contract.step_index), Message.of("PM403.asker", sender=sender(contract)))
        for contract in context.graph.contracts.by_target.get(flow.micro.id, ())
        if any(end.step.id == end_id for answer in answers_to(context, contract) for end in answer.ends)
    )


def _first_asker(context: RuleContext, flow: Flow) -> str | None:
    asking = context.graph.contracts.by_target.get(flow.micro.id, ())
    return next((contract.source.id for contract in asking if contract.waits), None)
