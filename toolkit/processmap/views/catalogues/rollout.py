"""The rollout: phases with deliverables and waves, and what roles have validated."""

from processmap.model.rollout import Phase
from processmap.views.catalogues.catalogue import Described, described, said
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Code, Row, Table, Tone

_VERDICT: dict[str, Tone] = {"approved": "good", "approved_with_changes": "busy", "rejected": "bad"}


def describe_phase(linker: Linker, phase: Phase) -> Described:
    """A phase with its weeks, deliverables, waves and team."""
    words = linker.wording
    weeks = _weeks(linker, phase)
    deliverables = tuple(
        Row(
            (
                (Code(item.id),),
                (item.name,),
                said(words("week", number=item.week) if item.week is not None else ""),
                (", ".join(item.depends_on),) if item.depends_on else (),
                linker.refs(item.elements),
            )
        )
        for item in phase.deliverables
    )
    waves = tuple(
        Row(((wave.name,), (words("week", number=wave.week),), linker.refs(wave.regions), linker.refs(wave.roles)))
        for wave in phase.waves
    )
    team = tuple(Row((linker.role_or_words(member.role), linker.prose(member.duty))) for member in phase.team)
    return described(
        linker,
        phase,
        chips=(Chip(weeks, "accent"),),
        tables=(
            Table(
                tuple(words(f"field.{key}") for key in ("id", "name", "week", "depends_on", "elements")),
                deliverables,
                words("section.deliverables"),
            ),
            Table(
                tuple(words(f"field.{key}") for key in ("wave", "week", "regions", "roles")),
                waves,
                words("section.waves"),
            ),
            Table((words("field.role"), words("field.duty")), team, words("section.project_team")),
        ),
        summary=((weeks,), (words.number(len(phase.deliverables)),)),
    )


def _weeks(linker: Linker, phase: Phase) -> str:
    """The weeks as the customer counts them: 00-04, 05-08, 09-12."""
    before = 0
    for earlier in linker.atlas.all(Phase):
        if earlier.id == phase.id:
            break
        before += earlier.weeks
    first = before + 1 if before else 0
    return linker.wording("weeks", first=f"{first:02}", last=f"{before + phase.weeks:02}")
