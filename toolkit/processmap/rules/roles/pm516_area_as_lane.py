"""PM516: a process in force gives work to an area instead of a role."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Flow
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.organisation import Area
from processmap.model.steps import Step
from processmap.rules.naming import listed, named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_flows
from processmap.values.ids import Kind

RULE = Rule("PM516", "area-as-lane", Severity.WARNING, since="0.1.0", tags=("roles",))

_IN_FORCE = (Status.VALIDATED, Status.PUBLISHED)


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields each area that is a lane of a validated or published micro, at the first step that says so."""
    for flow in live_flows(context):
        if context.map.elements[flow.micro.id].status not in _IN_FORCE:
            continue
        by_area: dict[str, list[Step]] = {}
        for step in flow.micro.steps:
            if step.lane and step.lane.startswith(f"{Kind.AREA}-"):
                by_area.setdefault(step.lane, []).append(step)
        for area_id, steps in by_area.items():
            if area := context.graph.model(area_id, Area):
                yield _problem(flow, area, steps)


def _problem(flow: Flow, area: Area, steps: list[Step]) -> Problem:
    micro = flow.micro
    places = [Location(micro.id, ("steps", flow.index[step.id], "lane")) for step in steps]
    names = {"area": named(area.id, area.name), "micro": named(micro.id, micro.name)}
    return Problem(
        RULE.code,
        Message.of("PM516.message", **names, steps=listed(step_named(step) for step in steps)),
        places[0],
        hint=Message.of("PM516.hint", area=area.id),
        related=tuple(Remark(place, Message.of("PM516.also")) for place in places[1:]),
    )
