"""Where the probability of winning falls on the way of a case through its flows.

A case carries the stage that was set last. Ways back and the bounds of rework do not count; won or lost, the record is
closed and what follows concerns another one. A case goes on in the process that an end hands it to, unless processes
lead in a ring: there a new record begins somewhere, and nobody can tell where.
"""

from collections.abc import Iterator, Mapping

from processmap.graph import ArrowKind, Flow
from processmap.graph.cycles import components
from processmap.graph.handoffs import HandoffKind
from processmap.rules.management.pipeline import PlacedStage
from processmap.rules.rule import RuleContext
from processmap.rules.scope import complete_flows

_Carried = dict[tuple[str, str], PlacedStage]
"""The stage that a case has reached, by pipeline."""


def falling(context: RuleContext, stages: tuple[PlacedStage, ...]) -> Iterator[tuple[PlacedStage, PlacedStage]]:
    """Yields every stage to which a case may come from a higher one, with the highest such stage before it."""
    with_stages = {placed.micro for placed in stages}
    flows: dict[str, Flow] = {flow.micro.id: flow for flow in complete_flows(context) if flow.micro.id in with_stages}
    by_step = {_global(placed.micro, placed.step.id): placed for placed in stages}
    carried = _carried(_following(context, flows), by_step)
    for step, placed in by_step.items():
        before = carried.get(step, {}).get(placed.pipeline)
        if before and not placed.is_closed and _probability(placed) < _probability(before):
            yield placed, before


def _following(context: RuleContext, flows: Mapping[str, Flow]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for micro, flow in flows.items():
        for arrow in flow.arrows:
            if arrow.rework is None and arrow.kind is not ArrowKind.BOUND and arrow not in flow.back:
                source = _global(micro, flow.host(arrow.source))
                found.setdefault(source, []).append(_global(micro, arrow.target))
    for source, target in _between(context, flows):
        found.setdefault(source, []).append(target)
    return found


def _between(context: RuleContext, flows: Mapping[str, Flow]) -> Iterator[tuple[str, str]]:
    number = {micro: index for index, micro in enumerate(flows)}
    ends = [
        handoff
        for handoff in context.graph.handoffs
        if handoff.kind is HandoffKind.END and handoff.source_micro in number and handoff.target_micro in number
    ]
    edges = [(number[end.source_micro], number[end.target_micro]) for end in ends]
    ring = {micro: index for index, group in enumerate(components(len(number), edges)) for micro in group}
    for end, (source, target) in zip(ends, edges, strict=True):
        if end.target_start is not None and ring[source] != ring[target]:
            yield end.source, end.target


def _carried(following: Mapping[str, list[str]], by_step: Mapping[str, PlacedStage]) -> Mapping[str, _Carried]:
    """Returns the highest stage per pipeline with which a case may come to each step; it only ever grows."""
    carried: dict[str, _Carried] = {}
    waiting = [*by_step]
    while waiting:
        step = waiting.pop()
        leaving = _leaving(carried.get(step, {}), by_step.get(step))
        reached = following.get(step, ())
        waiting += [target for target in reached if _bring(carried.setdefault(target, {}), leaving)]
    return carried


def _leaving(carried: _Carried, placed: PlacedStage | None) -> _Carried:
    """What a case carries on from a step; a stage without a probability leaves the one before it in force."""
    if placed is None or (placed.stage.probability is None and not placed.is_closed):
        return carried
    others = {pipeline: stage for pipeline, stage in carried.items() if pipeline != placed.pipeline}
    return others if placed.is_closed else {**others, placed.pipeline: placed}


def _bring(known: _Carried, leaving: _Carried) -> bool:
    is_new = False
    for pipeline, stage in leaving.items():
        if pipeline not in known or _probability(known[pipeline]) < _probability(stage):
            known[pipeline] = stage
            is_new = True
    return is_new


def _probability(placed: PlacedStage) -> int:
    """A stage that says none falls below no other."""
    return 101 if placed.stage.probability is None else placed.stage.probability


def _global(micro: str, step: str) -> str:
    return f"{micro}/{step}"
