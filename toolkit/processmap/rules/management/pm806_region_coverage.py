"""PM806: a federative unit or a city that no region covers, or two do, or a region without anybody in it."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.commercial import FederativeUnit, Region
from processmap.model.document_control import Status
from processmap.rules.management.entries import all_read
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind

RULE = Rule("PM806", "region-coverage", Severity.ERROR, since="0.1.0", tags=("regions",))

_UNITS = {unit.value: unit for unit in FederativeUnit}


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields overlaps, then regions without a team, then the federative units left over.

    Planned regions count as well: they say what will be theirs. A unit of which a region names cities is not missing.
    """
    regions = [region for region in context.graph.all(Region) if _status(context, region) is not Status.RETIRED]
    yield from _units_twice(regions)
    yield from _cities_twice(regions)
    for region in regions:
        if not any(region.team.values()):
            message = Message.of("PM806.no_team", region=named(region.id, region.name))
            yield Problem(RULE.code, message, Location(region.id), Message.of("PM806.hint_no_team"))
    if any(region.ufs for region in regions) and all_read(context, Kind.REGION):
        yield from _missing(context, regions)


def _units_twice(regions: list[Region]) -> Iterator[Problem]:
    first: dict[FederativeUnit, tuple[Region, Location]] = {}
    for region in regions:
        for index, unit in enumerate(region.ufs):
            at = Location(region.id, ("ufs", index))
            owner, known = first.setdefault(unit, (region, at))
            if known != at:
                yield _twice("PM806.unit", unit, region, at, owner, known)


def _cities_twice(regions: list[Region]) -> Iterator[Problem]:
    """A city stands twice if two regions name it, or if one names it and another has the whole unit."""
    first: dict[str, tuple[Region, Location]] = {}
    whole = {
        unit: (region, Location(region.id, ("ufs", index)))
        for region in reversed(regions)
        for index, unit in enumerate(region.ufs)
    }
    for region in regions:
        for index, city in enumerate(region.cities):
            at = Location(region.id, ("cities", index))
            owner, known = first.setdefault(_folded(city), (region, at))
            if known != at:
                yield _twice("PM806.city", city, region, at, owner, known)
            unit = _unit_of(city)
            if unit in whole and whole[unit][0] is not region:
                yield _twice("PM806.city_in_unit", city, region, at, *whole[unit])


def _twice(key: str, part: str, region: Region, at: Location, owner: Region, known: Location) -> Problem:
    names = {"region": named(region.id, region.name), "other": named(owner.id, owner.name)}
    message = Message.of(key if owner is not region else "PM806.repeated", part=part, **names)
    related = (Remark(known, Message.of("PM806.first")),)
    return Problem(RULE.code, message, at, Message.of("PM806.hint_twice"), related)


def _missing(context: RuleContext, regions: list[Region]) -> Iterator[Problem]:
    covered = {unit for region in regions for unit in region.ufs}
    covered |= {unit for region in regions for city in region.cities if (unit := _unit_of(city))}
    missing = [unit for unit in FederativeUnit if unit not in covered]
    if missing:
        at = Location(next(region.id for region in regions if region.ufs), ("ufs",))
        message = Message.of("PM806.missing", units=", ".join(missing))
        severity = _severity(context, regions, at.element)
        yield Problem(RULE.code, message, at, Message.of("PM806.hint_missing"), severity=severity)


def _severity(context: RuleContext, regions: list[Region], place: str) -> Severity | None:
    """A warning until every region is published; at a draft the ladder makes one of the error anyway."""
    states = [_status(context, region) for region in regions]
    softened = (Status.PLANNED, Status.DRAFT, Status.IN_VALIDATION)
    if all(state is Status.PUBLISHED for state in states) or context.map.elements[place].status in softened:
        return None
    return Severity.WARNING


def _status(context: RuleContext, region: Region) -> Status:
    return context.map.elements[region.id].status


def _folded(city: str) -> str:
    return "".join(city.casefold().split())


def _unit_of(city: str) -> FederativeUnit | None:
    """Returns the unit behind the slash of `Campinas/SP`."""
    return _UNITS.get(city.rpartition("/")[2].strip().upper())
