"""PM305: a flow with so many states that nothing is claimed about it."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.graph.workflow import STATE_LIMIT
from processmap.i18n import Message
from processmap.rules.naming import named
from processmap.rules.proofs import flow_proofs
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM305", "not-proven", Severity.INFO, since="0.1.0", tags=("flow", "soundness"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields flows without a verdict; they count neither as sound nor as faulty."""
    for proof in flow_proofs(context).values():
        if not proof.is_decided:
            micro = proof.flow.micro
            message = Message.of("PM305.message", micro=named(micro.id, micro.name), limit=f"{STATE_LIMIT}")
            yield Problem(RULE.code, message, Location(micro.id), hint=Message.of("PM305.hint"))
