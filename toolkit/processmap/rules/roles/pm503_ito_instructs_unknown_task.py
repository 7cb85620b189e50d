"""PM503: an ITO instructs a step that is no work of people."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep, Step, TaskStep, step_kind
from processmap.rules.naming import named, step_named
from processmap.rules.roles.instructed import Instruction, instructions
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM503", "ito-instructs-unknown-task", Severity.ERROR, since="0.1.0", tags=("ito",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields activities that do a start, a choice, a wait …, or what a system does alone (PM106: what is not there)."""
    for task, found in instructions(context).by_task.items():
        micro_id, _, step_id = task.partition("/")
        flow = context.graph.flow(micro_id)
        step = flow.steps.get(step_id) if flow else None
        if flow and step and not _is_work(step):
            for instruction in found:
                yield _problem(flow.micro, step, instruction)


def _is_work(step: Step) -> bool:
    return isinstance(step, ApprovalStep) or (isinstance(step, TaskStep) and not step.automatic)


def _problem(micro: Micro, step: Step, instruction: Instruction) -> Problem:
    key = "PM503.automatic" if isinstance(step, TaskStep) else "PM503.message"
    names = {"activity": instruction.activity_name, "step": step_named(step), "micro": named(micro.id, micro.name)}
    return Problem(
        RULE.code,
        Message.of(key, **names, kind=step_kind(step)),
        instruction.at,
        hint=Message.of("PM503.hint_automatic" if isinstance(step, TaskStep) else "PM503.hint"),
        related=(Remark(step_location(micro, step.id), Message.of("PM503.step")),),
    )
