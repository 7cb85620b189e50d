"""PM816: a rollout whose order cannot be kept."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Part, Problem, Remark, Severity
from processmap.graph.cycles import components
from processmap.i18n import Message
from processmap.model.capability import Training
from processmap.model.rollout import Phase, Wave
from processmap.rules.management.entries import all_read, live
from processmap.rules.management.schedule import PlacedDeliverable, Schedule
from processmap.rules.naming import listed, named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind

RULE = Rule("PM816", "rollout-order", Severity.ERROR, since="0.1.0", tags=("rollout",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields what lies outside its phase, waits for something later or for itself, or goes live untrained."""
    schedule = Schedule(tuple(live(context, Phase)))
    if not schedule.phases:
        return
    yield from _weeks(schedule)
    yield from _twice(schedule)
    is_complete = all_read(context, Kind.PHASE)
    rings = tuple(_rings(schedule))
    yield from rings
    for placed in schedule.deliverables:
        yield from _waits(schedule, placed, knows_all=is_complete, has_rings=bool(rings))
    yield from _training(context, schedule, knows_all=is_complete)


def _weeks(schedule: Schedule) -> Iterator[Problem]:
    for phase in schedule.phases:
        weeks = schedule.weeks[phase.id]
        if not weeks:
            message = Message.of("PM816.no_weeks", phase=named(phase.id, phase.name))
            yield Problem(RULE.code, message, Location(phase.id, ("weeks",)), Message.of("PM816.hint_no_weeks"))
            continue
        dated = [("deliverables", index, item.name, item.week) for index, item in enumerate(phase.deliverables)]
        dated += [("waves", index, wave.name, wave.week) for index, wave in enumerate(phase.waves)]
        for key, index, name, week in dated:
            if week is not None and week not in weeks:
                message = Message.of(
                    "PM816.outside",
                    phase=named(phase.id, phase.name),
                    name=name,
                    week=week,
                    first=weeks[0],
                    last=weeks[-1],
                )
                at = Location(phase.id, (key, index, "week"))
                yield Problem(RULE.code, message, at, Message.of("PM816.hint_outside"))


def _twice(schedule: Schedule) -> Iterator[Problem]:
    for placed in schedule.deliverables:
        first = schedule.by_id[placed.deliverable.id]
        if first is not placed:
            message = Message.of("PM816.twice", first=_named(first), id=placed.deliverable.id, name=_named(placed))
            related = (Remark(first.at("id"), Message.of("PM816.first")),)
            yield Problem(RULE.code, message, placed.at("id"), Message.of("PM816.hint_twice"), related)


def _rings(schedule: Schedule) -> Iterator[Problem]:
    """Deliverables that wait for each other, one finding per ring."""
    ids = [*schedule.by_id]
    number = {id_: index for index, id_ in enumerate(ids)}
    edges = [
        (number[id_], number[needed])
        for id_, placed in schedule.by_id.items()
        for needed in placed.deliverable.depends_on
        if needed in number
    ]
    own = {source for source, target in edges if source == target}
    for group in sorted(sorted(group) for group in components(len(ids), edges)):
        if len(group) > 1 or group[0] in own:
            ring = [schedule.by_id[ids[index]] for index in group]
            message = Message.of("PM816.ring", ring=listed(map(_named, ring)))
            related = tuple(Remark(placed.at("depends_on"), Message.of("PM816.waits")) for placed in ring[1:])
            at = Location(ring[0].phase.id, ("deliverables", ring[0].index, "depends_on"), Part.KEY)
            yield Problem(RULE.code, message, at, Message.of("PM816.hint_ring"), related)


def _waits(schedule: Schedule, placed: PlacedDeliverable, *, knows_all: bool, has_rings: bool) -> Iterator[Problem]:
    for index, needed in enumerate(placed.deliverable.depends_on):
        other = schedule.by_id.get(needed)
        at = placed.at("depends_on", index)
        if other is None:
            if knows_all:
                message = Message.of("PM816.unknown", deliverable=_named(placed), id=needed)
                hint = Message.of("PM816.known", known=listed(schedule.by_id))
                yield Problem(RULE.code, message, at, hint)
        elif other.last_week > placed.last_week and not has_rings:
            message = Message.of(
                "PM816.later",
                deliverable=_named(placed),
                week=placed.last_week,
                other=_named(other),
                other_week=other.last_week,
            )
            related = (Remark(other.at("id"), Message.of("PM816.other")),)
            yield Problem(RULE.code, message, at, Message.of("PM816.hint_later"), related)


def _training(context: RuleContext, schedule: Schedule, *, knows_all: bool) -> Iterator[Problem]:
    waves = {
        wave.name.strip(): (phase, index, wave) for phase in schedule.phases for index, wave in enumerate(phase.waves)
    }
    for training in live(context, Training):
        if training.wave is None:
            continue
        found = waves.get(training.wave.strip())
        if found is None:
            if knows_all:
                message = Message.of("PM816.no_wave", training=named(training.id, training.name), wave=training.wave)
                hint = Message.of("PM816.waves", known=listed(waves)) if waves else Message.of("PM816.hint_no_wave")
                yield Problem(RULE.code, message, Location(training.id, ("wave",)), hint)
            continue
        phase, index, wave = found
        yield from _trained_late(schedule, training, wave, Location(phase.id, ("waves", index, "week")))


def _trained_late(schedule: Schedule, training: Training, wave: Wave, wave_at: Location) -> Iterator[Problem]:
    """Every deliverable about the training is due by the week in which its wave goes live."""
    training_id: str = training.id
    about = [placed for placed in schedule.deliverables if training_id in placed.deliverable.elements]
    late = max(about, key=lambda placed: placed.last_week, default=None)
    if late is not None and late.last_week > wave.week:
        message = Message.of(
            "PM816.untrained",
            wave=wave.name,
            week=wave.week,
            training=named(training.id, training.name),
            deliverable=_named(late),
            other_week=late.last_week,
        )
        related = (Remark(wave_at, Message.of("PM816.goes_live")),)
        at = late.at("week") if late.deliverable.week is not None else late.at("id")
        yield Problem(RULE.code, message, at, Message.of("PM816.hint_untrained"), related)


def _named(placed: PlacedDeliverable) -> str:
    return named(placed.deliverable.id, placed.deliverable.name)
