"""PM815: people lack a skill that their role needs, and no training leads there."""

from collections.abc import Iterator, Mapping

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.capability import Assessment, Skill, Training
from processmap.model.ito import Ito
from processmap.model.organisation import Role
from processmap.rules.management.entries import all_read, live
from processmap.rules.naming import element_name, listed, named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind

RULE = Rule("PM815", "skill-gap-without-training", Severity.WARNING, since="0.1.0", tags=("skills",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields one finding per skill and role, at the first assessment below the level that role or ITO asks for."""
    skills = tuple(live(context, Skill))
    if not skills or not all_read(context, Kind.TRAINING):
        return
    needed = _needed(context)
    taught = _taught(context)
    for skill in skills:
        for role in dict.fromkeys(assessment.role for assessment in skill.assessments):
            level = needed.get((skill.id, role), 0)
            below = [
                (index, assessment)
                for index, assessment in enumerate(skill.assessments)
                if assessment.role == role and assessment.level < level and assessment.people
            ]
            if below and taught.get((skill.id, role), 0) < level:
                yield _gap(context, skill, level, below)


def _needed(context: RuleContext) -> Mapping[tuple[str, str], int]:
    """The highest level that a role needs of a skill, by its own entry or by one of its ITOs."""
    found: dict[tuple[str, str], int] = {}
    wanted = [(role.id, role.skills) for role in live(context, Role)]
    wanted += [(ito.role, ito.skills) for ito in live(context, Ito)]
    for role, needs in wanted:
        for need in needs:
            found[need.skill, role] = max(found.get((need.skill, role), 0), need.level)
    return found


def _taught(context: RuleContext) -> Mapping[tuple[str, str], int]:
    """The highest level of a skill to which a training leads a role."""
    found: dict[tuple[str, str], int] = {}
    for training in live(context, Training):
        for trained in training.skills:
            for role in training.audience:
                found[trained.skill, role] = max(found.get((trained.skill, role), 0), trained.level)
    return found


def _gap(context: RuleContext, skill: Skill, level: int, below: list[tuple[int, Assessment]]) -> Problem:
    index, first = below[0]
    role = named(first.role, element_name(context.graph.model(first.role, Role)))
    message = Message.of(
        "PM815.message",
        people=sum(assessment.people for _, assessment in below),
        role=role,
        skill=named(skill.id, skill.name),
        level=level,
    )
    others = [
        named(training.id, training.name)
        for training in live(context, Training)
        if any(trained.skill == skill.id and trained.level >= level for trained in training.skills)
    ]
    hint = Message.of("PM815.hint_invite", trainings=listed(others)) if others else Message.of("PM815.hint")
    return Problem(RULE.code, message, Location(skill.id, ("assessments", index)), hint)
