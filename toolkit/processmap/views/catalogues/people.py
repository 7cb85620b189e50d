"""Skills, trainings, interviews."""

from processmap.model.capability import Skill, Training
from processmap.model.organisation import Role
from processmap.views.catalogues.catalogue import Described, described, fact, said, text_fact
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Lines, Row, Table
from processmap.views.usage import used_in


def describe_skill(linker: Linker, skill: Skill) -> Described:
    """A skill with its levels, who needs it and what the gap analysis found."""
    words = linker.wording
    levels = linker.prose_lines(skill.levels, is_numbered=True)
    needed = tuple(
        Row(((linker.ref(role.id),), (words("level", number=need.level),)))
        for role in linker.atlas.all(Role)
        for need in role.skills
        if need.skill == skill.id
    )
    found = tuple(
        Row(((linker.ref(item.role),), (words("level", number=item.level),), (words.number(item.people),)))
        for item in skill.assessments
    )
    role, level = words("field.role"), words("field.level")
    return described(
        linker,
        skill,
        facts=(fact(words, "levels", levels), *used_in(linker, skill.id)),
        tables=(
            Table((role, level), needed, words("section.needed_by")),
            Table((role, level, words("field.people")), found, words("section.assessments")),
        ),
        summary=((words.number(len(skill.levels)),), (words.number(len(needed)),)),
    )


def describe_training(linker: Linker, training: Training) -> Described:
    """A training: what it teaches, to whom."""
    words = linker.wording
    chip = Chip(words.word("training_type", training.type))
    skills = tuple((linker.ref(item.skill), words("level", number=item.level)) for item in training.skills)
    itos = tuple((linker.ref(item.ito), words("revision", rev=item.rev)) for item in training.itos)
    hours = words("hours", count=words.number(training.hours))
    return described(
        linker,
        training,
        chips=(chip,),
        facts=(
            fact(words, "audience", linker.refs(training.audience)),
            fact(words, "skills", (Lines(skills),) if skills else ()),
            fact(words, "itos", (Lines(itos),) if itos else ()),
            text_fact(words, "length", hours),
            text_fact(words, "wave", training.wave),
            text_fact(words, "date", words.date(training.date)),
            fact(words, "instructor", linker.optional(training.instructor)),
            *used_in(linker, training.id),
        ),
        summary=((chip,), linker.refs(training.audience), (hours,), said(words.date(training.date))),
    )
