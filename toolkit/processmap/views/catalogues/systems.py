"""The page of the systems: where the work is done, what is on its way out, and what takes its place."""

from dataclasses import dataclass

from processmap.model.documents import System, SystemType
from processmap.values.ids import Kind
from processmap.views.atlas import distinct
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.catalogues.entry import Head, Mentioned, Uses, by_micro, head_of, uses_of
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Fact, Ref, Tone

_TONES: dict[SystemType, Tone] = {
    SystemType.LEGACY: "warn",
    SystemType.SPREADSHEET: "warn",
    SystemType.PAPER: "bad",
}


@dataclass(frozen=True, slots=True)
class Sunset:
    """A system that goes, and when."""

    ref: Ref
    chip: Chip
    day: str
    iso: str
    is_over: bool
    replaced_by: Cell
    steps: str
    """How many steps still run in it."""


@dataclass(frozen=True, slots=True)
class SystemEntry:
    """One system."""

    head: Head
    steps: int
    steps_in_words: str
    percent: float
    """Its steps as a share of those of the system with most."""
    places: tuple[Mentioned, ...]
    facts: tuple[Fact, ...]
    uses: Uses


@dataclass(frozen=True, slots=True)
class SystemsPage(KindPage):
    """Systems in declared order, and those on their way out by date."""

    sunsets: tuple[Sunset, ...]
    entries: tuple[SystemEntry, ...]


def systems_page(source: CatalogueSource, linker: Linker) -> SystemsPage:
    """Makes the page of the systems."""
    systems = linker.atlas.all(System)
    steps: dict[str, tuple[str, ...]] = {system.id: _steps(linker, system) for system in systems}
    most = max((len(found) for found in steps.values()), default=0)
    return SystemsPage(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not systems,
        empty=linker.wording("empty.catalogue"),
        sunsets=_sunsets(linker, systems, steps),
        entries=tuple(_entry(linker, system, steps[system.id], most) for system in systems),
    )


def _steps(linker: Linker, system: System) -> tuple[str, ...]:
    mentions = linker.atlas.mentions_of(system.id)
    return distinct(mention.source for mention in mentions if mention.field == "system" and "/" in mention.source)


def _sunsets(linker: Linker, systems: tuple[System, ...], steps: dict[str, tuple[str, ...]]) -> tuple[Sunset, ...]:
    going = sorted((system.sunset, system.id, system) for system in systems if system.sunset)
    return tuple(
        Sunset(
            linker.ref(system.id),
            _chip(linker, system),
            linker.wording.date(day),
            day.isoformat(),
            linker.atlas.is_over(day),
            linker.optional(system.replaced_by),
            linker.wording.counted("steps", len(steps[system.id])),
        )
        for day, _, system in going
    )


def _entry(linker: Linker, system: System, steps: tuple[str, ...], most: int) -> SystemEntry:
    words = linker.wording
    replaces = tuple(other.id for other in linker.atlas.all(System) if other.replaced_by == system.id)
    facts = (
        Fact(words("field.owner"), linker.optional(system.owner)),
        Fact(words("field.availability"), (words.duration(system.availability),) if system.availability else ()),
        Fact(words("field.sunset"), (words.date(system.sunset),) if system.sunset else ()),
        Fact(words("field.replaced_by"), linker.optional(system.replaced_by)),
        Fact(words("systems.replaces"), linker.refs(replaces)),
    )
    return SystemEntry(
        head=head_of(linker, system, _chip(linker, system)),
        steps=len(steps),
        steps_in_words=words.counted("steps", len(steps)),
        percent=round(100 * len(steps) / most, 1) if most else 0.0,
        places=tuple(by_micro(linker, steps)),
        facts=tuple(fact for fact in facts if fact.value),
        uses=uses_of(linker, system.id, without=(Kind.MICRO, Kind.SYSTEM)),
    )


def _chip(linker: Linker, system: System) -> Chip:
    return Chip(linker.wording.word("system_type", system.type), _TONES.get(system.type, "neutral"))
