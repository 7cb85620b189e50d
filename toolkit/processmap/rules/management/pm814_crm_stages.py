"""PM814: the stages of the CRM, as the flows set them, do not make up a pipeline."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.rules.management.entries import all_read
from processmap.rules.management.pipeline import PlacedStage, folded, placed_stages
from processmap.rules.management.probability_paths import falling
from processmap.rules.naming import listed, named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind

RULE = Rule("PM814", "crm-stages", Severity.ERROR, since="0.1.0", tags=("crm",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields stages that contradict themselves or each other, pipelines without an exit, and probabilities that fall.

    Planned micros may still bring the stage that is missing: then it is an info.
    """
    stages = tuple(placed_stages(context))
    if not stages:
        return
    pipelines: dict[tuple[str, str], list[PlacedStage]] = {}
    for stage in stages:
        yield from _alone(context, stage)
        pipelines.setdefault(stage.pipeline, []).append(stage)
    for pipeline in pipelines.values():
        yield from _same_name(context, pipeline)
        yield from _exits(context, pipeline)
    for placed, before in falling(context, stages):
        yield _fall(context, placed, before)


def _alone(context: RuleContext, placed: PlacedStage) -> Iterator[Problem]:
    stage = placed.stage
    expected = 100 if stage.won else 0 if stage.lost else None
    if stage.won and stage.lost:
        yield _problem(context, "both", placed, placed.at("lost"))
    elif stage.probability is not None and (
        stage.probability > 100 or (expected is not None and stage.probability != expected)
    ):
        key = "over" if expected is None else "won_probability" if stage.won else "lost_probability"
        yield _problem(context, key, placed, placed.at("probability"), probability=stage.probability)


def _same_name(context: RuleContext, pipeline: list[PlacedStage]) -> Iterator[Problem]:
    """One stage has one spelling, one probability, and is won or lost or neither, wherever it is set."""
    first: dict[str, PlacedStage] = {}
    for placed in pipeline:
        known = first.setdefault(folded(placed.name), placed)
        facts = (placed.name, placed.stage.probability, placed.stage.won, placed.stage.lost)
        if facts == (known.name, known.stage.probability, known.stage.won, known.stage.lost):
            continue
        key = "spelling" if placed.name != known.name else "facts"
        related = (Remark(known.at(), Message.of("PM814.first")),)
        at = placed.at("probability")
        yield _problem(context, key, placed, at, related, other=known.name, first=_step_named(context, known))


def _exits(context: RuleContext, pipeline: list[PlacedStage]) -> Iterator[Problem]:
    """Objects without any probability or exit, such as cases of customer service, are no pipelines."""
    if all(placed.stage.probability is None and not placed.is_closed for placed in pipeline):
        return
    won = {folded(placed.name): placed for placed in reversed(pipeline) if placed.stage.won}
    if len(won) > 1:
        second, first = sorted(won.values(), key=pipeline.index)[1::-1]
        related = (Remark(first.at("won"), Message.of("PM814.first")),)
        yield _problem(context, "several_won", second, second.at("won"), related, other=first.name)
    if not all_read(context, Kind.MICRO):
        return
    severity = Severity.INFO if any(micro.is_planned for micro in context.graph.micros) else None
    for key, found in (("no_won", won), ("no_lost", [placed for placed in pipeline if placed.stage.lost])):
        if not found:
            names = listed(dict.fromkeys(placed.name for placed in pipeline))
            yield _problem(context, key, pipeline[0], pipeline[0].at(), names=names, severity=severity)


def _fall(context: RuleContext, placed: PlacedStage, before: PlacedStage) -> Problem:
    related = (Remark(before.at("probability"), Message.of("PM814.before")),)
    return _problem(
        context,
        "falls",
        placed,
        placed.at("probability"),
        related,
        probability=placed.stage.probability or 0,
        other=before.name,
        other_probability=before.stage.probability or 0,
        first=_step_named(context, before),
    )


def _problem(
    context: RuleContext,
    key: str,
    placed: PlacedStage,
    at: Location,
    related: tuple[Remark, ...] = (),
    *,
    severity: Severity | None = None,
    **values: object,
) -> Problem:
    object_, record_type = placed.pipeline
    pipeline = f"{object_} / {record_type}" if record_type else object_
    message = Message.of(
        f"PM814.{key}", stage=placed.name, step=_step_named(context, placed), pipeline=pipeline, **values
    )
    return Problem(RULE.code, message, at, Message.of(f"PM814.hint_{key}"), related, severity=severity)


def _step_named(context: RuleContext, placed: PlacedStage) -> str:
    micro = context.graph.model(placed.micro, Micro)
    assert micro is not None
    return f"{step_named(placed.step)}, {named(micro.id, micro.name)}"
