"""Validations as a log: how often each verdict was given, and the records by day, the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from processmap.model.rollout import Validation
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip
from processmap.views.validations import VERDICT_TONES


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """How many records have one verdict."""

    verdict: Chip
    count: int


@dataclass(frozen=True, slots=True)
class ValidationRecord:
    """What roles said about elements."""

    anchor: str
    id: str
    verdict: Chip
    people: str
    """How many took part, in words; empty when nobody counted."""
    feedback: Cell
    roles: Cell
    elements: Cell
    role_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValidationDay:
    """The records of one day, in declared order."""

    anchor: str
    day: str
    records: tuple[ValidationRecord, ...]


@dataclass(frozen=True, slots=True)
class ValidationLog(KindPage):
    """All validations."""

    counts: tuple[VerdictCount, ...]
    days: tuple[ValidationDay, ...]


def validations_page(source: CatalogueSource, linker: Linker) -> ValidationLog:
    """Makes the page of the validations."""
    validations = linker.atlas.all(Validation)
    latest_first = sorted(validations, key=lambda item: item.date, reverse=True)
    return ValidationLog(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not validations,
        empty=linker.wording("empty.catalogue"),
        counts=_counts(linker, validations),
        days=tuple(
            ValidationDay(
                f"day-{day.isoformat()}", linker.wording.date(day), tuple(_record(linker, each) for each in records)
            )
            for day, records in groupby(latest_first, key=lambda item: item.date)
        ),
    )


def _counts(linker: Linker, validations: Sequence[Validation]) -> tuple[VerdictCount, ...]:
    given = [validation.verdict for validation in validations]
    return tuple(
        VerdictCount(_chip(linker, verdict), given.count(verdict)) for verdict in VERDICT_TONES if verdict in given
    )


def _record(linker: Linker, validation: Validation) -> ValidationRecord:
    people = validation.people
    return ValidationRecord(
        anchor=validation.id.lower(),
        id=validation.id,
        verdict=_chip(linker, validation.verdict),
        people=linker.wording.counted("people", people) if people is not None else "",
        feedback=linker.prose(validation.feedback),
        roles=linker.refs(validation.roles),
        elements=linker.refs(validation.elements),
        role_ids=validation.roles,
    )


def _chip(linker: Linker, verdict: str) -> Chip:
    return Chip(linker.wording.word("verdict", verdict), VERDICT_TONES[verdict])
