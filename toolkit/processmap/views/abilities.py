"""What people must be able to do, and where they learn it; the same table for a role and for its work instruction."""

from collections.abc import Sequence

from processmap.model.capability import Skill, Training
from processmap.model.ito import SkillNeed
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Lines, Row, Table


def skill_table(linker: Linker, needs: Sequence[SkillNeed], role: str) -> Table:
    """Skills with the level that a role needs, what that level means, and the trainings that lead there."""
    keys = ("skill", "level_needed", "trainings")
    rows = tuple(
        Row(((linker.ref(need.skill),), _level(linker, need), _trainings(linker, need, role)), need.skill.lower())
        for need in needs
    )
    return Table(tuple(linker.wording(f"work.{key}") for key in keys), rows)


def _level(linker: Linker, need: SkillNeed) -> Cell:
    """The level in words, where the skill says what its levels mean."""
    skill = linker.atlas.get(need.skill, Skill)
    chip = Chip(linker.wording("level", number=need.level), "accent")
    meanings = skill.levels if skill else ()
    return (chip, meanings[need.level - 1]) if 0 < need.level <= len(meanings) else (chip,)


def _trainings(linker: Linker, need: SkillNeed, role: str) -> Cell:
    """The role's own trainings that reach the level, else those of others; where none does, those that come near."""
    found = [
        (training.id, taught.level, role in training.audience)
        for training in linker.atlas.all(Training)
        for taught in training.skills
        if taught.skill == need.skill
    ]
    reaching = [(name, is_own) for name, level, is_own in found if level >= need.level]
    own = [name for name, is_own in reaching if is_own]
    enough = tuple((linker.ref(name),) for name in own or [name for name, _ in reaching])
    below = tuple(
        (linker.ref(name), Chip(linker.wording("work.up_to_level", number=level), "warn"))
        for name, level, _ in found
        if level < need.level
    )
    lines = enough or below
    return (Lines(lines),) if lines else (Chip(linker.wording("work.no_training"), "warn"),)
