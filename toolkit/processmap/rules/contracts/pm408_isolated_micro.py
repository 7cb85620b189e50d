"""PM408: a process that nothing sets off and that hands nothing on."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.micro import Micro
from processmap.model.steps import StartStep
from processmap.rules.contracts.sides import micro_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros
from processmap.rules.unread import Unread

RULE = Rule("PM408", "isolated-micro", Severity.WARNING, since="0.1.0", tags=("handoffs",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields micros without a hand-off in either direction that neither an external nor the calendar sets off."""
    linked = {
        micro
        for handoff in context.graph.handoffs
        if context.map.elements[handoff.source_micro].status is not Status.RETIRED
        for micro in (handoff.source_micro, handoff.target_micro)
    }
    unread = Unread(context.map)
    for micro in live_micros(context):
        if micro.id not in linked and micro.steps and not _is_set_off(micro) and not unread.may_mention(micro.id):
            yield Problem(
                RULE.code,
                Message.of("PM408.message", micro=micro_named(micro)),
                Location(micro.id),
                hint=Message.of("PM408.hint"),
            )


def _is_set_off(micro: Micro) -> bool:
    """Whether a start names who or when; that a named process sends nothing is what PM401 says."""
    return any(isinstance(step, StartStep) and (step.senders or step.cadence) for step in micro.steps)
