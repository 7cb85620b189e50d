"""Which flows can be proved anything about: those whose structure has no error (PM201 to PM205, PM208, PM213)."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Severity
from processmap.graph import Flow
from processmap.rules.rule import RuleContext, RuleModule
from processmap.rules.scope import complete_flows
from processmap.rules.structure import (
    pm201_no_start_or_no_end,
    pm202_unreachable_step,
    pm203_dead_end_step,
    pm204_choice_without_two_labelled_paths,
    pm205_unknown_step_target,
    pm208_join_without_split,
    pm213_implicit_split,
)

_NEEDED: tuple[RuleModule, ...] = (
    pm201_no_start_or_no_end,
    pm202_unreachable_step,
    pm203_dead_end_step,
    pm204_choice_without_two_labelled_paths,
    pm205_unknown_step_target,
    pm208_join_without_split,
    pm213_implicit_split,
)


def provable_flows(context: RuleContext) -> Iterator[Flow]:
    """Yields the flows whose behaviour and time can be proved, in document order.

    A flow with an error of structure is left out: what would follow from it is not reported beside its cause.
    """
    broken = {
        problem.at.element
        for module in _NEEDED
        for problem in context.problems(module)
        if isinstance(problem.at, Location) and (problem.severity or module.RULE.severity) is Severity.ERROR
    }
    for flow in complete_flows(context):
        if flow.micro.id not in broken:
            yield flow
