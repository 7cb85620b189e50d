"""PM212: a written join followed at once by a split of the same sort; in BPMN one gateway with two tasks."""

from collections.abc import Iterator, Mapping

from processmap.diagnostics import Problem, Remark, Severity
from processmap.graph import Flow
from processmap.i18n import Message
from processmap.model.steps import ChoiceStep, JoinStep, ParallelStep, StepBase
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_flows
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM212", "gateway-joins-and-splits", Severity.INFO, since="0.1.0", tags=("flow", "gateways"))

_SAME_SORT: Mapping[str, type[StepBase]] = {"all": ParallelStep, "any": ChoiceStep}


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields written joins only; several steps that point to the same choice are normal."""
    for flow in live_flows(context):
        for step in flow.steps.values():
            if isinstance(step, JoinStep):
                yield from _with_split_behind(flow, step)


def _with_split_behind(flow: Flow, join: JoinStep) -> Iterator[Problem]:
    for arrow in flow.outgoing[join.id]:
        split = flow.steps[arrow.target]
        if isinstance(split, _SAME_SORT[join.join]):
            names = {"join": step_named(join), "split": step_named(split)}
            yield Problem(
                RULE.code,
                Message.of("PM212.message", **names, micro=named(flow.micro.id, flow.micro.name)),
                step_location(flow.micro, join.id),
                hint=Message.of(f"PM212.hint_{join.join}", **names),
                related=(Remark(step_location(flow.micro, split.id), Message.of("PM212.split")),),
            )
