"""Arrows between lanes of two areas inside one process: passages that need no hand-off, and so have no OLA."""

from dataclasses import dataclass

from processmap.graph import InternalCrossing, internal_crossings
from processmap.views.crossing_lists import Crossings
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Ref


@dataclass(frozen=True, slots=True)
class Passage:
    """One arrow."""

    process: Ref
    giver: Ref
    receiver: Ref
    limit: str
    """How long the step that gets the work may take, in words; empty where nothing is promised."""


@dataclass(frozen=True, slots=True)
class PassageGroup:
    """The arrows from one area into another."""

    giver: Chip
    receiver: Chip
    count: str
    passages: tuple[Passage, ...]


def passage_groups(linker: Linker, crossings: Crossings) -> tuple[PassageGroup, ...]:
    """Returns the passages by pair of areas, in the order of areas that map.yaml gives."""
    found: dict[tuple[str, str], list[InternalCrossing]] = {}
    for crossing in internal_crossings(linker.atlas.graph):
        found.setdefault((crossing.source_area, crossing.target_area), []).append(crossing)
    place: dict[str, int] = {area.id: number for number, area in enumerate(linker.atlas.areas)}
    pairs = sorted(found, key=lambda pair: [place.get(area, len(place)) for area in pair])
    return tuple(
        PassageGroup(
            crossings.chip(giver),
            crossings.chip(receiver),
            linker.wording.counted("passages", len(found[giver, receiver])),
            tuple(_passage(linker, crossing) for crossing in found[giver, receiver]),
        )
        for giver, receiver in pairs
    )


def _passage(linker: Linker, crossing: InternalCrossing) -> Passage:
    target = f"{crossing.micro}/{crossing.target_step}"
    time = getattr(linker.atlas.step(target), "time", None)
    return Passage(
        linker.ref(crossing.micro),
        linker.part(f"{crossing.micro}/{crossing.source_step}"),
        linker.part(target),
        linker.wording.duration(time.max or time.work) if time else "",
    )
