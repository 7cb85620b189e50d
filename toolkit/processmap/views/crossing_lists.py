"""All hand-offs of a map, in the order in which a reader looks for them: by sides, then by pair of areas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Literal, TypeAlias

from processmap.graph import Handoff
from processmap.model.organisation import Area
from processmap.views.addresses import handoffs_fragment
from processmap.views.atlas import distinct
from processmap.views.contract_cards import CardMaker, HandoffCard
from processmap.views.handoffs import area_chip
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Ref

AreaSide: TypeAlias = Literal["commercial", "support"]
"""Which side of the company an area is on."""

SIDES: tuple[AreaSide, AreaSide] = ("commercial", "support")
"""Commercial areas first."""


@dataclass(frozen=True)
class Crossings:
    """Every hand-off, call and end that goes on elsewhere, by the areas between which it happens.

    What lies in no area has the empty id; an area that the map does not know counts as non-commercial.
    """

    linker: Linker
    handoffs: Sequence[Handoff]

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The areas that give or receive: commercial ones first, each side in declared order, then what is unknown."""
        used = distinct(area for pair in self._pairs for area in pair)
        declared: dict[str, int] = {area.id: place for place, area in enumerate(self.linker.atlas.areas)}
        return tuple(sorted(used, key=lambda area: (self.side(area) == "support", declared.get(area, len(declared)))))

    def side(self, area: str) -> AreaSide:
        """The side of an area."""
        return "commercial" if self.linker.atlas.is_commercial(area) else "support"

    def of_side(self, side: AreaSide) -> tuple[str, ...]:
        """The areas of one side that give or receive."""
        return tuple(area for area in self.areas if self.side(area) == side)

    def between(self, giver: str, receiver: str) -> tuple[Handoff, ...]:
        """The hand-offs from one area into another, or inside one."""
        return tuple(self._pairs.get((giver, receiver), ()))

    def pairs(self, givers: Sequence[str], receivers: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """The pairs of different areas between which something is handed over, in order."""
        return tuple(pair for pair in product(givers, receivers) if pair[0] != pair[1] and pair in self._pairs)

    def count(self, pairs: Sequence[tuple[str, str]]) -> int:
        """How many hand-offs happen between these pairs."""
        return sum(len(self._pairs[pair]) for pair in pairs)

    def area(self, area: str) -> Ref:
        """A link to an area; words where there is none."""
        return self.linker.ref(area) if area else Ref("", self.linker.wording("handoff.no_area"), None)

    def chip(self, area: str) -> Chip:
        """The chip of an area; a pale one for what is none."""
        known = self.linker.atlas.get(area, Area) if area else None
        return area_chip(self.linker, known) if known else Chip(self.area(area).label, "muted")

    @cached_property
    def _pairs(self) -> Mapping[tuple[str, str], list[Handoff]]:
        found: dict[tuple[str, str], list[Handoff]] = {}
        for handoff in self.handoffs:
            found.setdefault((handoff.source_area or "", handoff.target_area or ""), []).append(handoff)
        return found


@dataclass(frozen=True, slots=True)
class HandoffGroup:
    """The hand-offs from one area into another, or inside one."""

    anchor: str
    giver: Chip
    receiver: Chip | None
    """None inside one area."""
    count: str
    cards: tuple[HandoffCard, ...]


@dataclass(frozen=True, slots=True)
class HandoffSection:
    """The groups from one side of the company into a side, or those inside areas."""

    anchor: str
    title: str
    count: str
    groups: tuple[HandoffGroup, ...]


QUADRANTS: tuple[tuple[AreaSide, AreaSide], ...] = (
    ("commercial", "support"),
    ("support", "commercial"),
    ("commercial", "commercial"),
    ("support", "support"),
)
"""From which side into which; those across the boundary first."""

WITHIN = "within"
"""The fragment of the hand-offs inside areas."""


def quadrant_fragment(giver: AreaSide, receiver: AreaSide) -> str:
    """The fragment of all hand-offs from one side of the company into a side."""
    return f"{giver}-to-{receiver}"


def handoff_sections(crossings: Crossings, maker: CardMaker) -> tuple[HandoffSection, ...]:
    """Returns every hand-off once: across the boundary first, then between areas of one side, then inside areas."""
    words = crossings.linker.wording
    found = [
        _section(
            crossings,
            maker,
            crossings.pairs(crossings.of_side(giver), crossings.of_side(receiver)),
            anchor=quadrant_fragment(giver, receiver),
            title=words(f"handoff_side.{giver}_{receiver}"),
        )
        for giver, receiver in QUADRANTS
    ]
    inside = tuple((area, area) for area in crossings.areas if crossings.between(area, area))
    found.append(_section(crossings, maker, inside, anchor=WITHIN, title=words("handoff_side.within")))
    return tuple(section for section in found if section.groups)


def _section(
    crossings: Crossings, maker: CardMaker, pairs: Sequence[tuple[str, str]], *, anchor: str, title: str
) -> HandoffSection:
    words = crossings.linker.wording
    groups = tuple(handoff_group(crossings, maker, pair) for pair in pairs)
    return HandoffSection(anchor, title, words.counted("handoffs", crossings.count(pairs)), groups)


def handoff_group(crossings: Crossings, maker: CardMaker, pair: tuple[str, str]) -> HandoffGroup:
    """Returns the hand-offs from one area into another, or inside one."""
    giver, receiver = pair
    handoffs = crossings.between(giver, receiver)
    return HandoffGroup(
        anchor=handoffs_fragment(giver, receiver),
        giver=crossings.chip(giver),
        receiver=crossings.chip(receiver) if giver != receiver else None,
        count=crossings.linker.wording.counted("handoffs", len(handoffs)),
        cards=tuple(maker.cards(handoffs)),
    )
