"""PM203: a step, or a loop, from which no way leads to an end."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Severity
from processmap.graph import Arrow, Flow, attached_to
from processmap.i18n import Message
from processmap.model.steps import ApprovalStep, ChoiceStep, EndStep, NoteStep, OptionsStep, WaitStep
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import complete_flows
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM203", "dead-end-step", Severity.ERROR, since="0.1.0", tags=("flow",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the places where cases get stuck, not every step before them; without an end there is only a PM201."""
    for flow in complete_flows(context):
        if flow.ends:
            yield from _stopped(flow)
            yield from _circling(flow)


def _stopped(flow: Flow) -> Iterator[Problem]:
    reached = flow.reached
    for step_id, step in flow.steps.items():
        if step_id not in reached or flow.outgoing[step_id] or _may_have_no_exit(flow, step_id):
            continue
        host = attached_to(step)
        hint = Message.of("PM203.hint")
        if host is not None:
            hint = Message.of("PM203.hint_interrupts", host=step_named(flow.steps[host]))
        names = {"micro": named(flow.micro.id, flow.micro.name), "step": step_named(step)}
        message = Message.of("PM203.message", **names, path=_shortest_way(flow, step_id))
        yield Problem(RULE.code, message, step_location(flow.micro, step_id), hint=hint)


def _may_have_no_exit(flow: Flow, step_id: str) -> bool:
    match flow.steps[step_id]:
        case EndStep() | NoteStep():
            return True
        case ChoiceStep() | ApprovalStep() | OptionsStep():
            return True  # without any path it is a PM204
        case WaitStep(attached_to=str(), interrupts=False):
            return True  # it only warns
        case _:
            return False


def _circling(flow: Flow) -> Iterator[Problem]:
    """Yields loops without any way out; one that leads into another dead end follows from that one."""
    reached = flow.reached
    for loop in flow.cycles:
        exits = (arrow for arrow in flow.arrows if flow.host(arrow.source) in loop)
        if loop[0] in reached and all(arrow.target in loop for arrow in exits):
            message = Message.of(
                "PM203.loop",
                micro=named(flow.micro.id, flow.micro.name),
                steps=", ".join(step_named(flow.steps[step]) for step in loop),
                path=_shortest_way(flow, loop[0]),
            )
            at = step_location(flow.micro, loop[0])
            yield Problem(RULE.code, message, at, hint=Message.of("PM203.hint_loop"))


def _shortest_way(flow: Flow, step_id: str) -> str:
    """Returns `S10 → T20 → X25`, from the start that is nearest."""
    target = flow.host(step_id)
    ways = (flow.shortest_path(start.id, target) for start in flow.starts)
    way = min((way for way in ways if way is not None), key=len)
    return " → ".join(_steps_on(way, target) + ([step_id] if step_id != target else []))


def _steps_on(way: tuple[Arrow, ...], target: str) -> list[str]:
    steps: list[str] = []
    for arrow in way:
        # An arrow that leaves from an exception begins there, and not at the task that the way has come to.
        steps += [arrow.source] if not steps or steps[-1] != arrow.source else []
        steps.append(arrow.target)
    return steps or [target]
