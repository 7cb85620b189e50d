"""Where a role answers, is consulted or is told, without doing the work itself (RACI without R)."""

from dataclasses import dataclass

from processmap.graph.raci import duties
from processmap.views.lane_links import in_lane
from processmap.views.linking import Linker
from processmap.views.pieces import Ref


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """One letter of the matrix, by process."""

    letter: str
    title: str
    count: int
    processes: tuple[tuple[Ref, tuple[Ref, ...]], ...]
    """Each process with its steps, along the value chain."""


def duties_of(linker: Linker, role: str) -> tuple[DutyGroup, ...]:
    """The letters A, C and I that a role has anywhere, in this order; what it does itself is on its day."""
    found: dict[str, dict[str, list[Ref]]] = {"A": {}, "C": {}, "I": {}}
    for micro in linker.atlas.graph.micros:
        for duty in duties(linker.atlas.graph, linker.atlas.flow(micro)):
            letters = duty.letters.get(role, "").split("/")
            for letter in letters:
                if letter in found and "R" not in letters:
                    ref = in_lane(linker.part(f"{micro.id}/{duty.step.id}"), role)
                    found[letter].setdefault(micro.id, []).append(ref)
    return tuple(_group(linker, role, letter, by_micro) for letter, by_micro in found.items() if by_micro)


def _group(linker: Linker, role: str, letter: str, by_micro: dict[str, list[Ref]]) -> DutyGroup:
    return DutyGroup(
        letter,
        linker.wording(f"work.duty_{letter}"),
        sum(map(len, by_micro.values())),
        tuple((in_lane(linker.ref(name), role), tuple(refs)) for name, refs in by_micro.items()),
    )
