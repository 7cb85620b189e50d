"""The heat map of skills: which roles need what, and how many of their people reach it."""

from dataclasses import dataclass

from processmap.model.capability import Skill
from processmap.model.organisation import Role
from processmap.views.catalogues.catalogue import CatalogueSource
from processmap.views.catalogues.charted import ChartedPage, charted_page
from processmap.views.catalogues.people import describe_skill
from processmap.views.linking import Linker
from processmap.views.pieces import Ref, Tone

_ENOUGH = 90
_NEARLY = 60
"""Percent of the people of a role from which a skill counts as there, or nearly there."""


@dataclass(frozen=True, slots=True)
class SkillCell:
    """One skill of one role; without a required level and people there is nothing to say."""

    required: int | None
    """Level that the role needs."""
    percent: int | None
    """Share of its people at that level or above, rounded down; None where nobody was assessed."""
    tone: Tone
    text: str
    """The same in a sentence."""


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A role with its cells, one per skill."""

    role: Ref
    cells: tuple[SkillCell, ...]


@dataclass(frozen=True, slots=True)
class SkillMap:
    """Roles by skills."""

    skills: tuple[Ref, ...]
    rows: tuple[SkillRow, ...]


def skills_page(source: CatalogueSource, linker: Linker) -> ChartedPage[SkillMap]:
    """Makes the page of the skills."""
    skills = linker.atlas.all(Skill)
    return charted_page(source, linker, skill_map(linker, skills), skills, describe_skill)


def skill_map(linker: Linker, skills: tuple[Skill, ...]) -> SkillMap:
    """Returns the map of the roles that need a skill or were assessed in one, in declared order."""
    rows = []
    for role in linker.atlas.all(Role):
        cells = tuple(_cell(linker, role, skill) for skill in skills)
        if any(cell.text for cell in cells):
            rows.append(SkillRow(linker.ref(role.id), cells))
    return SkillMap(tuple(linker.ref(skill.id) for skill in skills), tuple(rows))


def _cell(linker: Linker, role: Role, skill: Skill) -> SkillCell:
    words = linker.wording
    required = next((need.level for need in role.skills if need.skill == skill.id), None)
    found = [item for item in skill.assessments if item.role == role.id]
    people = sum(item.people for item in found)
    if required is None:
        return SkillCell(None, None, "muted", words("skill_map.not_needed", people=people) if people else "")
    if not people:
        return SkillCell(required, None, "neutral", words("skill_map.not_assessed", level=required))
    able = sum(item.people for item in found if item.level >= required)
    percent = able * 100 // people
    return SkillCell(
        required, percent, _tone(percent), words("skill_map.reached", able=able, people=people, level=required)
    )


def _tone(percent: int) -> Tone:
    if percent >= _ENOUGH:
        return "good"
    return "warn" if percent >= _NEARLY else "bad"
