"""The flow of a micro in words: lanes by name, arrows with their labels."""

from dataclasses import dataclass

from processmap.graph import Arrow as FlowArrow
from processmap.graph import ArrowKind
from processmap.model.micro import Micro
from processmap.model.steps import CallStep, HandoffStep, Rework, WaitPath, WaitStep
from processmap.views.atlas import Atlas
from processmap.views.linking import Linker


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from one step to another of the same micro."""

    source: str
    target: str
    label: str = ""
    """Condition, outcome or time in words."""
    short: str = ""
    """The same where room is scarce."""
    share: str = ""
    rework: Rework | None = None
    """Bound of a way back."""
    is_bound: bool = False
    """Whether it is taken once such a bound is used up."""


def lanes_of(linker: Linker, micro: Micro) -> dict[str, str]:
    """The lane of each step; empty where none can be derived."""
    return {step: lane or "" for step, lane in linker.atlas.flow(micro).lanes.items()}


def lane_order(linker: Linker, micro: Micro) -> tuple[str, ...]:
    """Lanes from top to bottom: as listed, then as they come."""
    used = [lane for lane in lanes_of(linker, micro).values() if lane]
    return tuple(dict.fromkeys((*micro.lanes, *used)))


def arrows_of(linker: Linker, micro: Micro) -> tuple[Arrow, ...]:
    """Every arrow in the order of the steps and their paths, dangling ones too.

    Where a used-up bound leads is left out: the text of the way back says it.
    """
    flow = linker.atlas.flow(micro)
    place = {arrow: index for index, arrow in enumerate((*flow.arrows, *flow.unresolved))}
    shown = sorted(place, key=lambda arrow: (flow.index[arrow.source], place[arrow]))
    return tuple(_worded(linker, micro, arrow) for arrow in shown if arrow.kind is not ArrowKind.BOUND)


def bounds_of(linker: Linker, micro: Micro) -> tuple[Arrow, ...]:
    """The arrows taken once a bound is used up, where they are the only way to a step; the picture needs these."""
    flow = linker.atlas.flow(micro)
    reached = {arrow.target for arrow in flow.arrows if arrow.kind is not ArrowKind.BOUND}
    lonely = {arrow.target: arrow for arrow in flow.arrows if arrow.target not in reached}
    label = linker.wording("flow.bound")
    return tuple(Arrow(arrow.source, arrow.target, label, label, is_bound=True) for arrow in lonely.values())


def _worded(linker: Linker, micro: Micro, arrow: FlowArrow) -> Arrow:
    share = linker.wording.percent(arrow.share)
    label, short = _labels(linker, micro, arrow)
    return Arrow(arrow.source, arrow.target, label, short, share, arrow.rework)


def _labels(linker: Linker, micro: Micro, arrow: FlowArrow) -> tuple[str, str]:
    if arrow.label is None:
        return "", ""
    step = linker.atlas.step(f"{micro.id}/{arrow.source}")
    match step:
        case HandoffStep() | CallStep():
            end = _end(linker.atlas, step, arrow.label)
            return linker.wording("flow.outcome", end=end), end
        case WaitStep():
            waited = _wait_label(linker, step.paths[int(arrow.path[3])])
            return waited, waited
        case _:
            return arrow.label, arrow.label


def _wait_label(linker: Linker, path: WaitPath) -> str:
    return path.when or linker.wording("flow.after", time=linker.wording.duration(path.after))


def _end(atlas: Atlas, step: HandoffStep | CallStep, end: str) -> str:
    """The text of the other process's end, else its id."""
    found = atlas.step(f"{step.to_process.partition('/')[0]}/{end}")
    return str(getattr(found, "end", end))
