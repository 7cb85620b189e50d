"""The swimlane of a micro: its steps as a diagram, lane by lane, with what leaves the process beside its step."""

from collections.abc import Iterator, Mapping

from processmap.model.micro import Micro
from processmap.model.steps import (
    ApprovalStep,
    CallStep,
    ChoiceStep,
    EndStep,
    ExceptionStep,
    HandoffStep,
    JoinStep,
    NoteStep,
    OptionsStep,
    ParallelStep,
    StartStep,
    StepBase,
    TaskStep,
    WaitStep,
)
from processmap.values.ids import Kind
from processmap.views.addresses import part_fragment
from processmap.views.atlas import distinct, kind_of
from processmap.views.diagram import Diagram, Edge, EdgeKind, Lane, Node, NodeKind, Side
from processmap.views.flow import Arrow, arrows_of, bounds_of, lane_order, lanes_of
from processmap.views.linking import Linker
from processmap.views.step_words import step_kind_of, step_text

NO_LANE = "-"
"""Id of the lane for steps of which nobody said who does them."""

_NAMED_DOCUMENTS = 2


def swimlane(linker: Linker, micro: Micro) -> Diagram:
    """Makes the swimlane of a micro. Arrows to steps that do not exist are left out; a finding says so.

    Args:
        linker: links as they are written on the page of the micro.
        micro: a micro with steps.
    """
    lanes = _lanes(linker, micro)
    steps = tuple(linker.atlas.flow(micro).steps.values())
    nodes = tuple(_nodes(linker, micro, steps))
    sides = {lane.id: lane.side for lane in lanes}
    sides_of = {node.id: sides[node.lane] for node in nodes}
    return Diagram(
        id=micro.id,
        title=micro.name,
        description=linker.wording("flow.description", steps=len(steps), lanes=", ".join(lane.name for lane in lanes)),
        lanes=lanes,
        nodes=nodes,
        edges=(*_edges(linker, micro, sides_of), *_associations(nodes)),
    )


def side_of(linker: Linker, lane: str) -> Side:
    """Whose a role, area or external is."""
    if kind_of(lane) is Kind.EXTERNAL:
        return Side.EXTERNAL
    is_commercial = linker.atlas.is_commercial(linker.atlas.graph.area_of_lane(lane))
    return Side.COMMERCIAL if is_commercial else Side.NON_COMMERCIAL


def crosses(one: Side, other: Side) -> bool:
    """Whether a way from one side to the other leads over the border of the sales side, inside the company."""
    return one is not other and Side.EXTERNAL not in (one, other)


def _lanes(linker: Linker, micro: Micro) -> tuple[Lane, ...]:
    named = tuple(Lane(lane, linker.name(lane), side_of(linker, lane)) for lane in lane_order(linker, micro))
    if all(lanes_of(linker, micro).values()):
        return named
    return (*named, Lane(NO_LANE, linker.wording("flow.no_lane"), Side.NON_COMMERCIAL))


def _nodes(linker: Linker, micro: Micro, steps: tuple[StepBase, ...]) -> Iterator[Node]:
    lanes = lanes_of(linker, micro)
    leaving = _leaving(steps)
    shown: set[str] = set()
    for step in steps:
        lane = lanes.get(step.id) or NO_LANE
        yield _node(linker, step, lane)
        goes_out = bool(getattr(step, "delivers_to", None))
        fresh = tuple(name for name in distinct(_made(step)) if (goes_out or name in leaving) and name not in shown)
        shown.update(fresh)
        if fresh:
            yield _data(linker, step, lane, fresh)


def _node(linker: Linker, step: StepBase, lane: str) -> Node:
    words = linker.wording
    kind = node_kind(step)
    text = step_text(step)
    said = words.word("step_kind", step_kind_of(step))
    title = f"{step.id} {said}: {text or words('flow.unnamed')} ({linker.name(lane) if lane != NO_LANE else '?'})"
    approvers = step.approvers if isinstance(step, ApprovalStep) else ()
    detail = _detail(linker, step)
    return Node(
        id=step.id,
        kind=kind,
        lane=lane,
        label=f"{text} {detail}" if kind is NodeKind.END_MESSAGE else text,
        host=getattr(step, "attached_to", None) or getattr(step, "about", None),
        detail="" if kind is NodeKind.END_MESSAGE else detail,
        href=_href(linker, step),
        title=title,
        is_interrupting=not isinstance(step, WaitStep) or step.interrupts,
        roles=distinct(name for name in (lane, *approvers) if kind_of(name) is Kind.ROLE),
    )


def node_kind(step: StepBase) -> NodeKind:
    """The symbol of a step."""
    match step:
        case StartStep():
            message = NodeKind.START_MESSAGE if step.senders or step.receives else NodeKind.START
            return NodeKind.START_TIMER if step.cadence else message
        case TaskStep():
            return NodeKind.TASK_SYSTEM if step.automatic else NodeKind.TASK_USER
        case WaitStep():
            hears = step.documents or step.source or any(path.when for path in step.paths)
            return NodeKind.WAIT_MESSAGE if hears else NodeKind.WAIT_TIMER
        case JoinStep():
            return NodeKind.JOIN_ALL if step.join == "all" else NodeKind.JOIN_ANY
        case EndStep():
            here = NodeKind.END_TERMINATE if step.cancels_all else NodeKind.END
            return NodeKind.END_MESSAGE if step.to_process else here
        case _:
            return _KINDS[type(step)]


_KINDS: Mapping[type[StepBase], NodeKind] = {
    ApprovalStep: NodeKind.APPROVAL,
    HandoffStep: NodeKind.HANDOFF,
    CallStep: NodeKind.CALL,
    ChoiceStep: NodeKind.EXCLUSIVE,
    OptionsStep: NodeKind.INCLUSIVE,
    ParallelStep: NodeKind.PARALLEL,
    ExceptionStep: NodeKind.EXCEPTION,
    NoteStep: NodeKind.NOTE,
}


def _detail(linker: Linker, step: StepBase) -> str:
    match step:
        case HandoffStep() | CallStep() | EndStep() if step.to_process:
            return f"→ {linker.name(step.to_process.partition('/')[0])}"
        case TaskStep() | ApprovalStep() if step.system:
            return linker.name(step.system)
        case _:
            return ""


def _href(linker: Linker, step: StepBase) -> str:
    """The other process, where the case goes there; else the row of the step in the table."""
    other = getattr(step, "to_process", None)
    there = linker.part(other).href if other else None
    return there or f"#{part_fragment(step.id)}"


def _leaving(steps: tuple[StepBase, ...]) -> frozenset[str]:
    """Documents that another process gets; those that only go from step to step stand in the table."""
    sent = [name for step in steps for name in getattr(step, "sends", ())]
    returned = [name for step in steps if isinstance(step, EndStep) for name in step.returns]
    return frozenset((*sent, *returned))


def _made(step: StepBase) -> tuple[str, ...]:
    return step.outputs if isinstance(step, TaskStep | ApprovalStep | WaitStep) else ()


def _data(linker: Linker, step: StepBase, lane: str, documents: tuple[str, ...]) -> Node:
    names = tuple(linker.name(document) for document in documents)
    more = len(names) - _NAMED_DOCUMENTS
    shown = names[:_NAMED_DOCUMENTS] if more <= 0 else (names[0], linker.wording("flow.more", count=more + 1))
    href = linker.part(documents[0]).href if len(documents) == 1 else None
    return Node(
        id=f"{step.id}-out",
        kind=NodeKind.DATA,
        lane=lane,
        label=", ".join(shown),
        host=step.id,
        href=href or f"#{part_fragment(step.id)}",
        title=linker.wording("flow.data_title", documents=", ".join(names), step=step_text(step)),
    )


def _edges(linker: Linker, micro: Micro, sides: Mapping[str, Side]) -> Iterator[Edge]:
    steps = linker.atlas.flow(micro).steps
    taken: set[str] = set()
    for arrow in (*arrows_of(linker, micro), *bounds_of(linker, micro)):
        if arrow.target not in steps:
            continue
        label = _label(linker, arrow)
        yield Edge(
            id=_edge_id(arrow, taken),
            source=arrow.source,
            target=arrow.target,
            label=label,
            is_rework=arrow.rework is not None,
            crosses_boundary=crosses(sides[arrow.source], sides[arrow.target]),
            title=_edge_title(linker, steps, arrow, label),
        )


def _edge_id(arrow: Arrow, taken: set[str]) -> str:
    name = base = f"{arrow.source}-{arrow.target}"
    number = 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name


def _label(linker: Linker, arrow: Arrow) -> str:
    bound = linker.wording("flow.at_most", max=arrow.rework.max) if arrow.rework else ""
    return " ".join(part for part in (arrow.short, arrow.share, bound) if part)


def _edge_title(linker: Linker, steps: Mapping[str, StepBase], arrow: Arrow, label: str) -> str:
    ends = " → ".join(f"{step} {step_text(steps[step])}".strip() for step in (arrow.source, arrow.target))
    rework = arrow.rework
    back = linker.wording("flow.rework", max=rework.max, then=rework.then, why=rework.why) if rework else ""
    said = "; ".join(part for part in (label, back) if part)
    return f"{ends}: {said}" if said else ends


def _associations(nodes: tuple[Node, ...]) -> Iterator[Edge]:
    known = {node.id for node in nodes}
    for node in nodes:
        if node.is_satellite and node.host in known:
            yield Edge(f"{node.host}-{node.id}", str(node.host), node.id, kind=EdgeKind.ASSOCIATION)
