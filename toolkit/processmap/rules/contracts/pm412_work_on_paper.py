"""PM412: work that is to stay is done on paper or in a spreadsheet."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.documents import System, SystemType
from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep, TaskStep
from processmap.rules.contracts.sides import element_named, step_in
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros

RULE = Rule("PM412", "work-on-paper", Severity.WARNING, since="0.1.0", tags=("systems",))

_AGREED = (Status.VALIDATED, Status.PUBLISHED)
_MESSAGES = {SystemType.PAPER: "PM412.paper", SystemType.SPREADSHEET: "PM412.spreadsheet"}


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields tasks and approvals of agreed flows in a system of paper or a spreadsheet that has no end in sight."""
    lasting: set[str] = {
        system.id for system in context.graph.all(System) if system.type in _MESSAGES and system.sunset is None
    }
    if not lasting:
        return
    for micro in live_micros(context):
        if context.map.elements[micro.id].status not in _AGREED:
            continue
        for index, step in enumerate(micro.steps):
            if isinstance(step, TaskStep | ApprovalStep) and step.system in lasting:
                yield _problem(context, micro, index, step.system)


def _problem(context: RuleContext, micro: Micro, index: int, system_id: str) -> Problem:
    system = context.graph.model(system_id, System)
    assert system is not None, "it was found by its type"
    return Problem(
        RULE.code,
        Message.of(_MESSAGES[system.type], step=step_in(micro, index), system=element_named(context, system_id)),
        Location(micro.id, ("steps", index, "system")),
        hint=Message.of("PM412.hint", system=system_id),
        related=(Remark(Location(system_id), Message.of("PM412.system")),),
    )
