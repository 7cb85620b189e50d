"""PM210: an arrow that goes back, and nothing on its loop says how often."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Arrow, Flow
from processmap.i18n import Message
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_flows
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM210", "unmarked-rework", Severity.WARNING, since="0.1.0", tags=("flow", "rework"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the arrow that goes back for every loop that can be run through without any `rework`."""
    for flow in live_flows(context):
        going_back = flow.back
        for arrow in flow.arrows:
            if arrow in going_back and arrow.rework is None:
                way = _way_round(flow, arrow)
                if way is not None:
                    yield _problem(flow, arrow, way)


def _way_round(flow: Flow, closing: Arrow) -> tuple[Arrow, ...] | None:
    """Returns the fewest arrows without rework from the target of an arrow back to its source, if there are any."""
    goal = flow.host(closing.source)
    ways: list[tuple[str, tuple[Arrow, ...]]] = [(closing.target, ())]
    seen = {closing.target}
    for step, way in ways:
        if step == goal:
            return way
        for arrow in flow.arrows:
            if arrow.rework or flow.host(arrow.source) != step or arrow.target in seen:
                continue
            seen.add(arrow.target)
            ways.append((arrow.target, (*way, arrow)))
    return None


def _problem(flow: Flow, closing: Arrow, way: tuple[Arrow, ...]) -> Problem:
    at = Location(flow.micro.id, closing.path)
    if closing.is_next_item:
        at = step_location(flow.micro, closing.source)
    names = {
        "source": step_named(flow.steps[closing.source]),
        "target": step_named(flow.steps[closing.target]),
        "micro": named(flow.micro.id, flow.micro.name),
    }
    return Problem(
        RULE.code,
        Message.of("PM210.message", **names, loop=_shown(closing, way)),
        at,
        hint=Message.of("PM210.hint"),
        related=tuple(Remark(step_location(flow.micro, arrow.source), Message.of("PM210.arrow")) for arrow in way),
    )


def _shown(closing: Arrow, way: tuple[Arrow, ...]) -> str:
    steps: list[str] = [closing.target]
    for arrow in (*way, closing):
        steps += [arrow.source] if steps[-1] != arrow.source else []
        steps.append(arrow.target)
    return " → ".join(steps)
