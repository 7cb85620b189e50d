"""PM208: a join that waits for branches nobody opens, and opened branches that meet without a join."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from processmap.diagnostics import Problem, Remark, Severity
from processmap.graph import Flow
from processmap.i18n import Message
from processmap.model.steps import EndStep
from processmap.rules.branches import Split, Walk, splits, waits_for_all, walk
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import complete_flows
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM208", "join-without-split", Severity.ERROR, since="0.1.0", tags=("flow", "gateways"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields joins without a split (error) and splits without a join (warning).

    Branches that finish at different ends are sound, and so is an end that `cancels_all` the others.
    """
    for flow in complete_flows(context):
        opened = tuple(splits(flow))
        walks = [_walks(flow, split, stops_at_joins=True) for split in opened]
        yield from _joins_without_split(flow, opened, walks)
        yield from _splits_without_join(flow, opened, walks)


def _walks(flow: Flow, split: Split, *, stops_at_joins: bool) -> list[Walk]:
    return [walk(flow, branch, stops_at_joins=stops_at_joins) for branch in split.branches]


def _joins_without_split(flow: Flow, opened: Sequence[Split], walks: Sequence[Sequence[Walk]]) -> Iterator[Problem]:
    """What explains a join mostly lies right before it; only for others are branches followed past their joins."""
    reached = flow.reached
    joins = [step for step in flow.steps.values() if waits_for_all(step) and step.id in reached]
    waiting = [join for join in joins if len(flow.incoming[join.id]) > 1]
    for join in waiting:
        if any(_arrive_apart(branches, join.id) for branches in walks):
            continue
        if not any(_arrive_apart(_walks(flow, split, stops_at_joins=False), join.id) for split in opened):
            yield Problem(
                RULE.code,
                Message.of("PM208.join", join=step_named(join), micro=named(flow.micro.id, flow.micro.name)),
                step_location(flow.micro, join.id),
                hint=Message.of("PM208.hint_join"),
                related=tuple(
                    Remark(
                        step_location(flow.micro, way.source),
                        Message.of("PM208.arrives", source=step_named(flow.steps[way.source])),
                    )
                    for way in flow.incoming[join.id]
                ),
            )


def _arrive_apart(branches: Sequence[Walk], join: str) -> bool:
    """Whether two branches can come in by two different ways."""
    arrivals = [{arrow for arrow in branch.arrows if arrow.target == join} for branch in branches]
    return any(one and other and len(one | other) > 1 for one, other in combinations(arrivals, 2))


def _splits_without_join(flow: Flow, opened: Sequence[Split], walks: Sequence[Sequence[Walk]]) -> Iterator[Problem]:
    for split, branches in zip(opened, walks, strict=True):
        meeting = next((step for step in _shared(branches) if _is_done_twice(flow, step)), None)
        if meeting is None:
            continue
        names = {"split": step_named(split.step), "meeting": step_named(flow.steps[meeting])}
        yield Problem(
            RULE.code,
            Message.of("PM208.split", **names, micro=named(flow.micro.id, flow.micro.name)),
            step_location(flow.micro, split.step.id),
            hint=Message.of("PM208.hint_split", meeting=names["meeting"]),
            related=(Remark(step_location(flow.micro, meeting), Message.of("PM208.meets")),),
            severity=Severity.WARNING,
        )


def _shared(walks: Sequence[Walk]) -> Iterator[str]:
    """Yields steps that two branches reach, nearest first."""
    for one, other in combinations(walks, 2):
        both = set(other.steps)
        yield from (step for step in one.steps if step in both)


def _is_done_twice(flow: Flow, step_id: str) -> bool:
    match flow.steps[step_id]:
        case EndStep(cancels_all=True):
            return False
        case step:
            return not waits_for_all(step)
