"""PM511: duties that must stay apart lie with one role."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Flow
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.organisation import Role
from processmap.model.steps import ApprovalStep, TaskStep
from processmap.rules.naming import element_name, listed, named, step_named
from processmap.rules.roles.requests import alone_asking
from processmap.rules.roles.steps import steps_of_kind
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM511", "segregation-of-duties", Severity.ERROR, since="0.1.0", tags=("roles", "control"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the pairs declared in map.yaml that one role does, and roles that approve what they alone ask for.

    An approval in a pair that is reported is not reported a second time.
    """
    pairs = tuple(_declared(context))
    yield from pairs
    told = {(problem.at.element, problem.at.path[:2]) for problem in pairs if isinstance(problem.at, Location)}
    for approval in steps_of_kind(context, ApprovalStep):
        if (approval.flow.micro.id, ("steps", approval.index)) not in told:
            yield from _own_request(context, approval.flow, approval.step)


def _declared(context: RuleContext) -> Iterator[Problem]:
    settings = context.map.settings
    for index, pair in enumerate(settings.checks.segregation if settings else ()):
        first, second = pair.not_both
        both = [role for role in _doing(context, first) if role in _doing(context, second)]
        if both:
            yield _pair(context, first, second, both, Location("", ("checks", "segregation", index, "not_both")))


def _doing(context: RuleContext, step_ref: str) -> tuple[str, ...]:
    """Roles that do a step: the lane of a task, the approvers of an approval."""
    micro_id, _, step_id = step_ref.partition("/")
    element, flow = context.graph.element(micro_id), context.graph.flow(micro_id)
    step = flow.steps.get(step_id) if flow else None
    if element is None or flow is None or step is None or element.status is Status.RETIRED:
        return ()
    if isinstance(step, TaskStep) and step.automatic:
        return ()
    parties = step.approvers if isinstance(step, ApprovalStep) else (flow.lanes[step_id],)
    return tuple(str(party) for party in parties if party and context.graph.model(party, Role) is not None)


def _pair(context: RuleContext, first: str, second: str, both: list[str], declared: Location) -> Problem:
    names = {"first": _step_name(context, first), "second": _step_name(context, second)}
    return Problem(
        RULE.code,
        Message.of("PM511.pair", **names, roles=listed(_role(context, role) for role in both)),
        _place(context, second),
        hint=Message.of("PM511.hint_pair"),
        related=(
            Remark(_place(context, first), Message.of("PM511.other")),
            Remark(declared, Message.of("PM511.declared")),
        ),
    )


def _own_request(context: RuleContext, flow: Flow, approval: ApprovalStep) -> Iterator[Problem]:
    role = alone_asking(flow, approval)
    if role in _alone(approval) and context.graph.model(role, Role) is not None:
        yield _itself(context, flow, approval, role)


def _alone(approval: ApprovalStep) -> tuple[str, ...]:
    """Who can approve without anyone else."""
    if approval.needs == "any" or len(set(approval.approvers)) == 1:
        return tuple(str(approver) for approver in dict.fromkeys(approval.approvers))
    return ()


def _itself(context: RuleContext, flow: Flow, approval: ApprovalStep, role: str) -> Problem:
    micro = flow.micro
    before = flow.reaching(approval.id)
    tasks = [step for step in micro.steps if isinstance(step, TaskStep) and step.id in before]
    asked = [step for step in tasks if flow.lanes[step.id] == role and not step.automatic]
    makers = [step for step in asked if set(step.outputs) & set(approval.inputs)] or asked[-1:]
    return Problem(
        RULE.code,
        Message.of(
            "PM511.itself",
            role=_role(context, role),
            step=step_named(approval),
            request=listed(step_named(step) for step in makers),
            micro=named(micro.id, micro.name),
        ),
        Location(micro.id, ("steps", flow.index[approval.id], "approvers")),
        hint=Message.of("PM511.hint_itself"),
        related=tuple(Remark(step_location(micro, step.id), Message.of("PM511.request")) for step in makers),
    )


def _place(context: RuleContext, step_ref: str) -> Location:
    micro_id, _, step_id = step_ref.partition("/")
    flow = context.graph.flow(micro_id)
    assert flow is not None
    return step_location(flow.micro, step_id)


def _step_name(context: RuleContext, step_ref: str) -> str:
    micro_id, _, step_id = step_ref.partition("/")
    flow = context.graph.flow(micro_id)
    assert flow is not None
    return f"{micro_id}/{step_named(flow.steps[step_id])}"


def _role(context: RuleContext, role: str) -> str:
    return named(role, element_name(context.graph.model(role, Role)))
