"""One activity of an ITO as a card: what, when, how step by step, done when, what to avoid, and where in the flow."""

from dataclasses import dataclass

from processmap.model.ito import Activity, Ito
from processmap.model.steps import ApprovalStep, TaskStep
from processmap.views.addresses import part_fragment
from processmap.views.atlas import distinct
from processmap.views.lane_links import in_lane
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Fact, Lines, Ref


@dataclass(frozen=True, slots=True)
class How:
    """One step of an activity."""

    text: Cell
    is_warning: bool
    """Whether it was written as `Atenção: …`: shown apart, without the word."""


@dataclass(frozen=True, slots=True)
class InFlow:
    """A task of a flow that the activity instructs."""

    process: Ref
    step: Ref


@dataclass(frozen=True, slots=True)
class ActivityBlock:
    """Everything on the card of an activity."""

    anchor: str
    id: str
    name: str
    by: Cell
    steps: tuple[How, ...]
    done_when: Cell
    avoid: Cell
    facts: tuple[Fact, ...]
    """What comes in and goes out, system, times and control of the tasks it does."""
    in_flow: tuple[InFlow, ...]
    previous: Ref | None
    following: Ref | None


def activity_blocks(linker: Linker, ito: Ito) -> tuple[ActivityBlock, ...]:
    """The activities of an ITO in authored order, each with its neighbours."""
    refs = [Ref(item.id, item.name, f"#{part_fragment(item.id)}") for item in ito.activities]
    around = zip([None, *refs], ito.activities, [*refs[1:], None], strict=False)
    return tuple(_block(linker, ito, activity, before, after) for before, activity, after in around)


def work_at(linker: Linker, names: tuple[str, ...]) -> tuple[TaskStep | ApprovalStep, ...]:
    """The tasks and approvals of these global names; what the map does not know is left out."""
    steps = (linker.atlas.step(name) for name in names)
    return tuple(step for step in steps if isinstance(step, TaskStep | ApprovalStep))


def _block(linker: Linker, ito: Ito, activity: Activity, before: Ref | None, after: Ref | None) -> ActivityBlock:
    return ActivityBlock(
        anchor=part_fragment(activity.id),
        id=activity.id,
        name=activity.name,
        by=linker.prose(activity.by),
        steps=tuple(_how(linker, step) for step in activity.steps),
        done_when=linker.prose(activity.done_when),
        avoid=linker.prose(activity.avoid),
        facts=_facts(linker, work_at(linker, activity.does)),
        in_flow=tuple(
            InFlow(
                in_lane(linker.ref(name.partition("/")[0]), ito.role),
                in_lane(linker.part(name), ito.role),
            )
            for name in activity.does
        ),
        previous=before,
        following=after,
    )


def _how(linker: Linker, text: str) -> How:
    word, colon, rest = text.partition(":")
    is_warning = bool(colon) and word.strip().casefold() == linker.wording("work.attention").casefold()
    return How(linker.prose(rest.strip() if is_warning else text), is_warning)


def _facts(linker: Linker, tasks: tuple[TaskStep | ApprovalStep, ...]) -> tuple[Fact, ...]:
    given: tuple[tuple[str, Cell], ...] = (
        ("work.receive", linker.refs(distinct(name for step in tasks for name in step.inputs))),
        ("work.consult", linker.refs(distinct(name for step in tasks for name in step.reads))),
        ("work.hand_over", linker.refs(distinct(name for step in tasks for name in step.outputs))),
        ("field.system", linker.refs(distinct(step.system for step in tasks if step.system))),
        ("field.time", _times(linker, tasks)),
        ("field.control", linker.refs(distinct(step.control for step in tasks if step.control))),
    )
    return tuple(Fact(linker.wording(key), value) for key, value in given if value)


def _times(linker: Linker, tasks: tuple[TaskStep | ApprovalStep, ...]) -> Cell:
    words = linker.wording
    lines: list[Cell] = []
    for step in tasks:
        if step.time:
            work = (words("step.work", time=words.duration(step.time.work)),) if step.time.work else ()
            most = (words("step.max", time=words.duration(step.time.max)),) if step.time.max else ()
            lines.append((", ".join((*work, *most)),))
    return (Lines(tuple(dict.fromkeys(lines))),) if lines else ()
