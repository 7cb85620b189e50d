"""PM404: work goes over to another area and nobody has promised by when it is done."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Contract
from processmap.i18n import Message
from processmap.model.services import Sla, SlaType
from processmap.model.steps import CallStep
from processmap.rules.contracts.sides import element_named, receiver, receiving_place, sender, step_at
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM404", "cross-area-handoff-without-ola", Severity.ERROR, since="0.1.0", tags=("handoffs", "time"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields hand-offs and ends that lead into another area without an OLA, or under an SLA that is none."""
    for contract in context.graph.contracts.all:
        if isinstance(contract.step, CallStep) or not contract.handoff.is_cross_area:
            continue
        if not _lanes_are_read(context, contract):
            continue
        if contract.step.ola is None:
            yield _without(context, contract)
        else:
            sla = context.graph.model(contract.step.ola, Sla)
            if sla and sla.type is not SlaType.INTERNAL:
                yield _not_internal(context, contract, sla)


def _lanes_are_read(context: RuleContext, contract: Contract) -> bool:
    """Whether the areas are sure: a role that could not be read may belong to the other side's area."""
    lanes = (contract.step.lane, contract.start.lane if contract.start else None)
    known = (context.map.elements.get(lane) for lane in lanes if lane)
    return all(element is not None and element.model is not None for element in known)


def _without(context: RuleContext, contract: Contract) -> Problem:
    return Problem(
        RULE.code,
        Message.of("PM404.message", **_sides(context, contract)),
        step_at(contract.source, contract.step_index),
        hint=Message.of("PM404.hint"),
        related=(Remark(receiving_place(contract), Message.of("PM404.receiver")),),
        other_side=contract.target.id,
    )


def _not_internal(context: RuleContext, contract: Contract, sla: Sla) -> Problem:
    return Problem(
        RULE.code,
        Message.of("PM404.not_internal", **_sides(context, contract), sla=element_named(context, sla.id)),
        Location(contract.source.id, ("steps", contract.step_index, "ola")),
        hint=Message.of("PM404.hint_not_internal"),
        related=(Remark(Location(sla.id, ("type",)), Message.of("PM404.sla")),),
        other_side=contract.target.id,
    )


def _sides(context: RuleContext, contract: Contract) -> dict[str, str]:
    handoff = contract.handoff
    return {
        "sender": sender(contract),
        "receiver": receiver(contract),
        "source_area": element_named(context, handoff.source_area or ""),
        "target_area": element_named(context, handoff.target_area or ""),
    }
