"""Loops of a flow. What happens on the border of a task belongs to the task: a loop may pass through an exception."""

from processmap.graph import Arrow, Flow, attached_to
from processmap.graph.cycles import back_arrows, components


def closing_arrows(flow: Flow) -> frozenset[Arrow]:
    """Returns the arrows that go back, as the flow layer picks them; without them the flow only goes forward."""
    return frozenset(flow.arrows[number] for number in back_arrows(len(flow.micro.steps), _edges(flow)))


def loops(flow: Flow) -> tuple[tuple[str, ...], ...]:
    """Returns groups of steps that can all reach each other, each in authored order, the groups by their first step."""
    edges = _edges(flow)
    own = {source for source, target in edges if source == target}
    groups = (sorted(group) for group in components(len(flow.micro.steps), edges))
    found = sorted(group for group in groups if len(group) > 1 or group[0] in own)
    return tuple(tuple(flow.micro.steps[index].id for index in group) for group in found)


def step_of_flow(flow: Flow, step: str) -> str:
    """Returns the step itself, or the task on whose border it stands."""
    host = attached_to(flow.steps[step])
    return host if host is not None and host in flow.steps else step


def _edges(flow: Flow) -> list[tuple[int, int]]:
    return [
        (flow.index[step_of_flow(flow, arrow.source)], flow.index[step_of_flow(flow, arrow.target)])
        for arrow in flow.arrows
    ]
