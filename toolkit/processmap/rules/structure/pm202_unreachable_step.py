"""PM202: a step to which no way leads from a start."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Severity
from processmap.graph import Flow, attached_to
from processmap.i18n import Message
from processmap.model.steps import NoteStep
from processmap.rules.naming import listed, named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import complete_flows
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM202", "unreachable-step", Severity.ERROR, since="0.1.0", tags=("flow",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the first of every row of unreachable steps; without a start there is only a PM201."""
    for flow in complete_flows(context):
        if flow.starts:
            for head, followers in _rows(flow):
                yield _problem(flow, head, followers)


def _rows(flow: Flow) -> Iterator[tuple[str, list[str]]]:
    """Yields each first step with what can be reached through it only, in authored order."""
    reached = flow.reached
    lost = [step for step in flow.steps if step not in reached and _is_on_the_way(flow, step)]
    heads = [step for step in lost if all(arrow.source == step for arrow in flow.incoming[step])]
    covered = set(flow.reachable_from(*heads))
    for step in lost:
        if step not in covered:  # a ring that nothing leads into: its first step stands for it
            heads.append(step)
            covered |= flow.reachable_from(step)
    for head in heads:
        after = flow.reachable_from(head)
        yield head, [step for step in lost if step in after and step not in heads]


def _is_on_the_way(flow: Flow, step: str) -> bool:
    return not isinstance(flow.steps[step], NoteStep) and attached_to(flow.steps[step]) is None


def _problem(flow: Flow, head: str, followers: list[str]) -> Problem:
    names = {"step": step_named(flow.steps[head]), "micro": named(flow.micro.id, flow.micro.name)}
    message = Message.of("PM202.message", **names)
    if followers:
        message = Message.of("PM202.first", **names, followers=listed(followers))
    return Problem(RULE.code, message, step_location(flow.micro, head), hint=Message.of("PM202.hint"))
