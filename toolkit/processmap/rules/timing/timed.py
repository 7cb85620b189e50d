"""Which flows have a time that can be proved."""

from collections.abc import Iterator

from processmap.diagnostics import Location
from processmap.graph import Flow
from processmap.rules.provable import provable_flows
from processmap.rules.rule import RuleContext
from processmap.rules.structure import pm215_call_cycle


def timed_flows(context: RuleContext) -> Iterator[Flow]:
    """Yields the provable flows, in document order, without those that call themselves through others.

    A ring of calls (PM215) has no longest time; what would follow from it is not reported beside it.
    """
    ring = {
        at.element
        for problem in context.problems(pm215_call_cycle)
        for at in (problem.at, *(remark.at for remark in problem.related))
        if isinstance(at, Location)
    }
    for flow in provable_flows(context):
        if flow.micro.id not in ring:
            yield flow
