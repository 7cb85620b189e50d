"""PM411: work passes between sales and the rest of the company, and nobody answers for the promise of time."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Contract
from processmap.i18n import Message
from processmap.model.services import Sla
from processmap.model.steps import CallStep
from processmap.rules.contracts.sides import element_named, receiver, receiving_place, sender
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM411", "commercial-boundary-without-owner", Severity.ERROR, since="0.1.0", tags=("handoffs", "time"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields hand-offs over the boundary whose OLA has no owner or no escalation; PM404 finds those without an OLA."""
    for contract in context.graph.contracts.all:
        if isinstance(contract.step, CallStep) or not contract.handoff.crosses_commercial_boundary:
            continue
        sla = context.graph.model(contract.step.ola, Sla) if contract.step.ola else None
        if sla and not (sla.owner and sla.escalation):
            yield _problem(context, contract, sla)


def _problem(context: RuleContext, contract: Contract, sla: Sla) -> Problem:
    key = "neither" if not sla.owner and not sla.escalation else "escalation" if sla.owner else "owner"
    return Problem(
        RULE.code,
        Message.of(
            f"PM411.{key}",
            sender=sender(contract),
            receiver=receiver(contract),
            source_area=element_named(context, contract.handoff.source_area or ""),
            target_area=element_named(context, contract.handoff.target_area or ""),
            sla=element_named(context, sla.id),
        ),
        Location(contract.source.id, ("steps", contract.step_index, "ola")),
        hint=Message.of("PM411.hint", sla=sla.id),
        related=(
            Remark(Location(sla.id), Message.of("PM411.sla")),
            Remark(receiving_place(contract), Message.of("PM411.receiver")),
        ),
        other_side=contract.target.id,
    )
