"""PM304: a step that arrows lead to and no case ever comes to."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Remark, Severity
from processmap.graph import Flow
from processmap.i18n import Message
from processmap.rules.naming import listed, named, step_named
from processmap.rules.proofs import flow_proofs
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM304", "dead-step", Severity.ERROR, since="0.1.0", tags=("flow", "soundness"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the first steps that never happen in a flow that is otherwise sound, not those behind them."""
    for proof in flow_proofs(context).values():
        dead = proof.dead
        for step in dead:
            before = [arrow.source for arrow in proof.flow.incoming[step]]
            if any(source not in dead for source in before):
                yield _problem(proof.flow, step, dead)


def _problem(flow: Flow, step: str, dead: tuple[str, ...]) -> Problem:
    behind = flow.reachable_from(step) - {step}
    followers = [other for other in dead if other in behind]
    names = {"step": step_named(flow.steps[step]), "micro": named(flow.micro.id, flow.micro.name)}
    message = Message.of("PM304.message", **names)
    if followers:
        message = Message.of("PM304.first", **names, followers=listed(followers))
    sources = dict.fromkeys(arrow.source for arrow in flow.incoming[step])
    return Problem(
        RULE.code,
        message,
        step_location(flow.micro, step),
        hint=Message.of("PM304.hint", step=names["step"]),
        related=tuple(Remark(step_location(flow.micro, source), Message.of("PM304.way")) for source in sources),
    )
