"""The day of a role: what it does, process by process along the value chain, each with its promise of time."""

from dataclasses import dataclass
from itertools import groupby

from processmap.model.ito import Ito
from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep
from processmap.views.lane_links import in_lane
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Ref
from processmap.views.role_steps import OwnStep
from processmap.views.step_words import step_text


@dataclass(frozen=True, slots=True)
class DayCard:
    """An activity in five seconds: what, by when, with what, and where it is explained."""

    name: str
    kind: str
    """`task` or `approval`."""
    by: str
    """By when: the promise of the flow, in words; empty when nothing is promised."""
    effort: str
    receives: Cell
    hands_over: Cell
    system: Cell
    how: tuple[Ref, ...]
    """The activities of the role's own ITOs that instruct it."""
    in_flow: Ref


@dataclass(frozen=True, slots=True)
class DayGroup:
    """The activities of a role in one process."""

    anchor: str
    process: Ref
    """Leads to the flow with the role's lane highlighted."""
    macro: Ref
    cards: tuple[DayCard, ...]


def day_of(linker: Linker, role: str, steps: tuple[OwnStep, ...]) -> tuple[DayGroup, ...]:
    """The steps of a role, grouped by process in the order in which they come."""
    groups = groupby(steps, key=lambda own: own.micro.id)
    return tuple(_group(linker, role, tuple(found)) for _, found in groups)


def _group(linker: Linker, role: str, steps: tuple[OwnStep, ...]) -> DayGroup:
    micro: Micro = steps[0].micro
    return DayGroup(
        anchor=micro.id.lower(),
        process=in_lane(linker.ref(micro.id), role),
        macro=linker.ref(micro.macro),
        cards=tuple(_card(linker, role, own) for own in steps),
    )


def _card(linker: Linker, role: str, own: OwnStep) -> DayCard:
    words = linker.wording
    step = own.step
    time = step.time
    instructed = linker.atlas.itos_of_step(own.name)
    return DayCard(
        name=step_text(step),
        kind="approval" if isinstance(step, ApprovalStep) else "task",
        by=words("step.max", time=words.duration(time.max)) if time and time.max else "",
        effort=words("step.work", time=words.duration(time.work)) if time and time.work else "",
        receives=linker.refs((*step.inputs, *step.reads)),
        hands_over=linker.refs(step.outputs),
        system=linker.optional(step.system),
        how=tuple(_how(linker, ito, activity) for ito, activity, _ in instructed if ito.role == role),
        in_flow=_short(in_lane(linker.part(own.name), role), step.id),
    )


def _how(linker: Linker, ito: Ito, activity: str) -> Ref:
    return _short(linker.part(f"{ito.id}/{activity}"), activity)


def _short(ref: Ref, label: str) -> Ref:
    return Ref(ref.id, label, ref.href, ref.kind, is_broken=ref.is_broken, detail=ref.label)
