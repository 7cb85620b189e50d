"""PM211: a parallel block with one branch, or a join with one way in."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Severity
from processmap.i18n import Message
from processmap.model.steps import JoinStep, ParallelStep
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import complete_flows
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM211", "superfluous-gateway", Severity.WARNING, since="0.1.0", tags=("flow", "gateways"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields gateways with nothing to split or to join; questions with one answer are a PM204."""
    for flow in complete_flows(context):
        for step_id, step in flow.steps.items():
            if type(step) is ParallelStep and len(step.paths) == 1:
                kind = "split"
            elif type(step) is JoinStep and len(flow.incoming[step_id]) == 1:
                kind = "join"
            else:
                continue
            yield Problem(
                RULE.code,
                Message.of(f"PM211.{kind}", step=step_named(step), micro=named(flow.micro.id, flow.micro.name)),
                step_location(flow.micro, step_id),
                hint=Message.of(f"PM211.hint_{kind}"),
            )
