"""PM407: processes that wait for each other in a ring, or hand on in a ring that nobody leaves."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Remark, Severity
from processmap.graph import ContractRing, contract_rings
from processmap.i18n import Message
from processmap.model.steps import CallStep
from processmap.rules.contracts.sides import micro_named, receiver, sender, sending_place
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM407", "handoff-cycle", Severity.WARNING, since="0.1.0", tags=("handoffs",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields one ring per group of processes that lead into each other.

    A ring that a process on it can leave, or whose hand-off is bounded by `rework`, is a loop that the flow declares.
    If everybody on it waits, nobody can begin: an error where no way leads out, else a warning.
    """
    for ring in contract_rings(context.graph):
        if ring.is_bounded or all(isinstance(contract.step, CallStep) for contract in ring.contracts):
            continue
        if ring.waits_throughout:
            yield _problem(ring, "waits" if ring.can_be_left else "stuck", _severity(ring))
        elif not ring.can_be_left:
            yield _problem(ring, "endless", None)


def _severity(ring: ContractRing) -> Severity | None:
    return None if ring.can_be_left else Severity.ERROR


def _problem(ring: ContractRing, sort: str, severity: Severity | None) -> Problem:
    first, *others = ring.contracts
    steps = " → ".join([*(contract.handoff.source for contract in ring.contracts), first.handoff.source])
    return Problem(
        RULE.code,
        Message.of(f"PM407.ring_{sort}", micro=micro_named(first.source), ring=steps),
        sending_place(first),
        hint=Message.of(f"PM407.hint_{sort}"),
        related=tuple(
            Remark(sending_place(other), Message.of("PM407.next", sender=sender(other), receiver=receiver(other)))
            for other in others
        ),
        severity=severity,
    )
