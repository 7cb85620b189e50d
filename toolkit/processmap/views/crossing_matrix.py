"""Matrices of hand-offs: areas by areas with the commercial boundary, processes by processes grouped by macro."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from processmap.graph import Handoff
from processmap.model.micro import Micro
from processmap.views.addresses import HANDOFFS, Address, address_of, handoff_fragment, handoffs_fragment
from processmap.views.atlas import distinct
from processmap.views.crossing_lists import SIDES, AreaSide, Crossings, quadrant_fragment
from processmap.views.linking import Linker
from processmap.views.pieces import Ref

_LEVELS = 4
_MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Count:
    """A number that opens the list behind it."""

    number: int
    text: str
    label: str
    """What it counts, in a sentence: `Sales → Legal: 2 hand-offs`."""
    href: str
    """The list, for who has no script."""
    shows: tuple[str, ...]
    """Fragments of the groups or hand-offs that the list is put together from."""
    level: int = 0
    """Shade, from 1 (few) to 4 (the most of the matrix); 0 for sums."""
    tone: str = ""
    """`boundary`, `commercial` or `support`; `within` on the diagonal."""


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a row or a column."""

    ref: Ref
    short: str
    """Id, for narrow columns."""
    side: AreaSide
    first: bool = False
    """Whether a group begins here."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """Who gives, with what goes to each column."""

    head: Head
    cells: tuple[Count | None, ...]
    """None where nothing is handed over."""
    total: Count | None


@dataclass(frozen=True, slots=True)
class Band:
    """Rows, or columns, that belong together: one side of the company, or one macro."""

    title: str
    side: AreaSide
    size: int
    rows: tuple[MatrixRow, ...] = ()
    sums: tuple[Count | None, ...] = ()
    """Into each side; none for processes."""
    total: Count | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who gives, in rows, and who receives, in columns."""

    columns: tuple[Head, ...]
    column_bands: tuple[Band, ...]
    bands: tuple[Band, ...]
    totals: tuple[Count | None, ...] = ()
    total: Count | None = None

    @property
    def can_be_read(self) -> bool:
        """Whether it is small enough to be looked at; of more processes the same is said by a list."""
        return len(self.columns) <= _MOST_COLUMNS


def area_matrix(crossings: Crossings) -> Matrix:
    """Makes the matrix of areas. Sums leave out the diagonal, which is what happens inside an area."""
    maker = _AreaMatrix(crossings)
    return Matrix(
        columns=maker.heads(),
        column_bands=tuple(maker.band(side) for side in SIDES if crossings.of_side(side)),
        bands=tuple(maker.band(side) for side in SIDES if crossings.of_side(side)),
        totals=tuple(maker.received(area) for area in crossings.areas),
        total=maker.everything(),
    )


@dataclass(frozen=True, slots=True)
class _AreaMatrix:
    crossings: Crossings

    def heads(self) -> tuple[Head, ...]:
        return tuple(
            self._head(area, is_first=place == 0)
            for side in SIDES
            for place, area in enumerate(self.crossings.of_side(side))
        )

    def band(self, side: AreaSide) -> Band:
        own = self.crossings.of_side(side)
        used = tuple(other for other in SIDES if self.crossings.of_side(other))
        return Band(
            title=self.crossings.linker.wording(f"area.{side}_plural"),
            side=side,
            size=len(own),
            rows=tuple(self._row(area) for area in own),
            sums=tuple(self._quadrant(side, other) for other in used),
            total=self._sum(own, self.crossings.areas, self._list("handoffs"), f"handoff_side.{side}_gives"),
        )

    def received(self, area: str) -> Count | None:
        href = self._area_page(area, "handoffs-in")
        return self._sum(self.crossings.areas, (area,), href, "handoff.received_by", area=self._name(area))

    def everything(self) -> Count | None:
        areas = self.crossings.areas
        return self._sum(areas, areas, self._list("handoffs"), "handoff.between_areas")

    def _row(self, area: str) -> MatrixRow:
        cells = tuple(self._cell(area, other) for other in self.crossings.areas)
        href = self._area_page(area, "handoffs-out")
        total = self._sum((area,), self.crossings.areas, href, "handoff.given_by", area=self._name(area))
        return MatrixRow(self._head(area), cells, total)

    def _cell(self, giver: str, receiver: str) -> Count | None:
        number = len(self.crossings.between(giver, receiver))
        if not number:
            return None
        anchor = handoffs_fragment(giver, receiver)
        most = max(len(self.crossings.between(*pair)) for pair in self._all_pairs())
        crosses = self.crossings.side(giver) != self.crossings.side(receiver)
        tone = "within" if giver == receiver else "boundary" if crosses else self.crossings.side(giver)
        what = self._name(giver) if giver == receiver else f"{self._name(giver)} → {self._name(receiver)}"
        return _count(self.crossings.linker, number, what, self._list(anchor), (anchor,), (_level(number, most), tone))

    def _all_pairs(self) -> tuple[tuple[str, str], ...]:
        areas = self.crossings.areas
        return tuple((giver, receiver) for giver in areas for receiver in areas)

    def _quadrant(self, giver: AreaSide, receiver: AreaSide) -> Count | None:
        givers, receivers = self.crossings.of_side(giver), self.crossings.of_side(receiver)
        tone = "boundary" if giver != receiver else giver
        href = self._list(quadrant_fragment(giver, receiver))
        return self._sum(givers, receivers, href, f"handoff_side.{giver}_{receiver}", tone=tone)

    def _sum(
        self, givers: Sequence[str], receivers: Sequence[str], href: str, key: str, *, tone: str = "", area: str = ""
    ) -> Count | None:
        pairs = self.crossings.pairs(givers, receivers)
        if not pairs:
            return None
        linker = self.crossings.linker
        shows = tuple(handoffs_fragment(*pair) for pair in pairs)
        return _count(linker, self.crossings.count(pairs), linker.wording(key, area=area), href, shows, (0, tone))

    def _head(self, area: str, *, is_first: bool = False) -> Head:
        return Head(self.crossings.area(area), area, self.crossings.side(area), is_first)

    def _list(self, fragment: str) -> str:
        return Address(HANDOFFS, fragment).seen_from(self.crossings.linker.page)

    def _name(self, area: str) -> str:
        return self.crossings.area(area).label

    def _area_page(self, area: str, fragment: str) -> str:
        address = address_of(area) if area in self.crossings.linker.atlas.elements else None
        return (
            Address(address.page, fragment).seen_from(self.crossings.linker.page) if address else self._list("handoffs")
        )


def process_matrix(linker: Linker, handoffs: Sequence[Handoff]) -> Matrix:
    """Makes the matrix of processes; those that neither give nor receive stand in no row, and no column either."""
    return _ProcessMatrix(linker, _by_processes(handoffs)).matrix()


def _by_processes(handoffs: Sequence[Handoff]) -> dict[tuple[str, str], list[Handoff]]:
    found: dict[tuple[str, str], list[Handoff]] = {}
    for handoff in handoffs:
        found.setdefault((handoff.source_micro, handoff.target_micro), []).append(handoff)
    return found


@dataclass(frozen=True, slots=True)
class _ProcessMatrix:
    linker: Linker
    pairs: Mapping[tuple[str, str], list[Handoff]]

    def matrix(self) -> Matrix:
        givers = self._in_order(distinct(giver for giver, _ in self.pairs))
        receivers = self._in_order(distinct(receiver for _, receiver in self.pairs))
        return Matrix(
            columns=tuple(
                self._head(micro, is_first=place == 0)
                for _, micros in self._by_macro(receivers)
                for place, micro in enumerate(micros)
            ),
            column_bands=tuple(self._band(macro, micros, ()) for macro, micros in self._by_macro(receivers)),
            bands=tuple(self._band(macro, micros, receivers) for macro, micros in self._by_macro(givers)),
        )

    def _in_order(self, used: Sequence[str]) -> tuple[str, ...]:
        place: dict[str, int] = {micro.id: number for number, micro in enumerate(self.linker.atlas.graph.micros)}
        return tuple(sorted(used, key=lambda micro: place.get(micro, len(place))))

    def _by_macro(self, micros: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        grouped: dict[str, list[str]] = {}
        for micro in micros:
            grouped.setdefault(self._macro(micro), []).append(micro)
        return tuple((macro, tuple(found)) for macro, found in grouped.items())

    def _macro(self, micro: str) -> str:
        known = self.linker.atlas.get(micro, Micro)
        return known.macro if known else ""

    def _band(self, macro: str, micros: tuple[str, ...], receivers: Sequence[str]) -> Band:
        title = self.linker.name(macro) if macro else self.linker.wording("handoff.unknown_process")
        rows = tuple(self._row(micro, receivers) for micro in micros) if receivers else ()
        return Band(title, self._side(micros[0]), len(micros), rows)

    def _row(self, giver: str, receivers: Sequence[str]) -> MatrixRow:
        shown = [micro for _, micros in self._by_macro(receivers) for micro in micros]
        return MatrixRow(self._head(giver), tuple(self._cell(giver, receiver) for receiver in shown), None)

    def _cell(self, giver: str, receiver: str) -> Count | None:
        handoffs = self.pairs.get((giver, receiver))
        if not handoffs:
            return None
        most = max(len(found) for found in self.pairs.values())
        crosses = any(handoff.crosses_commercial_boundary for handoff in handoffs)
        return _count(
            self.linker,
            len(handoffs),
            f"{self.linker.name(giver)} → {self.linker.name(receiver)}",
            f"#{handoffs_fragment(giver, receiver)}",
            tuple(handoff_fragment(handoff.source) for handoff in handoffs),
            (_level(len(handoffs), most), "boundary" if crosses else self._side(giver)),
        )

    def _head(self, micro: str, *, is_first: bool = False) -> Head:
        return Head(self.linker.ref(micro), micro.removeprefix("MIC-"), self._side(micro), is_first)

    def _side(self, micro: str) -> AreaSide:
        area = self.linker.atlas.graph.area_of_micro(micro)
        return "commercial" if self.linker.atlas.is_commercial(area) else "support"


def _count(linker: Linker, number: int, what: str, href: str, shows: tuple[str, ...], look: tuple[int, str]) -> Count:
    words = linker.wording
    level, tone = look
    return Count(number, words.number(number), f"{what}: {words.counted('handoffs', number)}", href, shows, level, tone)


def _level(number: int, most: int) -> int:
    """One is always light, so that a map with few hand-offs does not look as if it were full of them."""
    return min(_LEVELS, 1 + (number - 1) * _LEVELS // most)
