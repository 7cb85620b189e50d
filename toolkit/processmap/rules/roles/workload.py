"""How much work all processes give to roles in a week; what one flow gives is in `graph.workload`."""

from collections.abc import Callable, Container, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from processmap.graph import Flow
from processmap.graph.visits import most_rounds
from processmap.graph.workload import Effort, arriving_per_week, minutes, minutes_of_day, spent_per_week, workers
from processmap.model.steps import ApprovalStep, OptionsStep, ParallelStep, TaskStep
from processmap.rules.roles.performed import performed
from processmap.rules.roles.steps import steps_of_kind
from processmap.rules.rule import RuleContext
from processmap.rules.scope import complete_flows

Number = TypeVar("Number", float, Fraction)


def workload(
    context: RuleContext, roles: Mapping[str, object], number: Callable[[Decimal | int | Fraction], Number]
) -> dict[str, dict[str, Number]]:
    """Returns minutes per week by role and then by micro, in document order.

    Args:
        context: the map.
        roles: the roles that are asked about.
        number: `float` for speed, `exactly` for exact results.
    """
    found: dict[str, dict[str, Number]] = {role: {} for role in roles}
    by_flow = _efforts(context, roles)
    for flow in complete_flows(context):
        efforts = by_flow.get(flow.micro.id, ())
        if efforts:
            for role, spent in spent_per_week(flow, efforts, number).items():
                found[role][flow.micro.id] = spent
    return found


def at_most(context: RuleContext, roles: Container[str]) -> dict[str, float]:
    """Returns minutes per week by role that the workload certainly does not exceed, found without following any case.

    No case does a step more often than there are rounds of rework and, beside that, branches at its splits.
    """
    found: dict[str, float] = {}
    branches = _branches(context)
    by_flow = _efforts(context, roles)
    for flow in complete_flows(context):
        efforts = by_flow.get(flow.micro.id, ())
        cases = sum(arriving_per_week(flow, float).values()) if efforts else 0.0
        if cases:
            cases *= most_rounds(flow) * branches.get(flow.micro.id, 1)
            for _, role, work in efforts:
                found[role] = found.get(role, 0.0) + cases * float(work)
    return found


def _branches(context: RuleContext) -> dict[str, int]:
    """The product of the branches of all splits, by micro."""
    found: dict[str, int] = {}
    parallel = ((split.flow.micro.id, len(split.step.paths)) for split in steps_of_kind(context, ParallelStep))
    options = ((split.flow.micro.id, len(split.step.paths)) for split in steps_of_kind(context, OptionsStep))
    for micro, count in (*parallel, *options):
        found[micro] = found.get(micro, 1) * max(count, 1)
    return found


def _efforts(context: RuleContext, roles: Container[str]) -> dict[str, list[Effort]]:
    """What the steps of people cost, by micro: tasks first, then approvals."""
    day = minutes_of_day(context.map.settings)
    found: dict[str, list[Effort]] = {}
    for flow, step in _working(context):
        work = step.time.work if step.time else None
        if work is not None:
            parties = (party for party in workers(flow, step) if party in roles)
            efforts = (Effort(step.id, party, minutes(work, day)) for party in parties)
            found.setdefault(flow.micro.id, []).extend(efforts)
    return found


def _working(context: RuleContext) -> Iterator[tuple[Flow, TaskStep | ApprovalStep]]:
    """Yields the steps of people, each in its flow."""
    for _, task in performed(context):
        yield task.flow, task.step
    for approval in steps_of_kind(context, ApprovalStep):
        yield approval.flow, approval.step
