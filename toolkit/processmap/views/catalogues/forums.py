"""The page of the forums: an agenda sheet each, as it lies on the table."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from processmap.model.governance import Forum
from processmap.values.durations import Duration, DurationUnit
from processmap.values.ids import Kind
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.catalogues.entry import Head, Uses, head_of, uses_of
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip

_MINUTES: dict[DurationUnit, int] = {DurationUnit.MINUTE: 1, DurationUnit.HOUR: 60}


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One topic."""

    begins: str
    """Time of the day, where the forum has one."""
    minutes: str
    percent: float
    """Its share of the agenda."""
    topic: str
    kpi: Cell


@dataclass(frozen=True, slots=True)
class ForumEntry:
    """One sheet."""

    head: Head
    purpose: Cell
    when: str
    """`toda semana, segunda-feira, 10:00`."""
    length: str
    chair: Cell
    members: Cell
    agenda: tuple[AgendaLine, ...]
    total: Chip | None
    """What the topics add up to, against the length; None without an agenda."""
    inputs: Cell
    decisions: tuple[Cell, ...]
    uses: Uses


@dataclass(frozen=True, slots=True)
class ForumsPage(KindPage):
    """All forums in declared order."""

    entries: tuple[ForumEntry, ...]


def forums_page(source: CatalogueSource, linker: Linker) -> ForumsPage:
    """Makes the page of the forums."""
    entries = tuple(_entry(linker, forum) for forum in linker.atlas.all(Forum))
    return ForumsPage(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not entries,
        empty=linker.wording("empty.catalogue"),
        entries=entries,
    )


def _entry(linker: Linker, forum: Forum) -> ForumEntry:
    words = linker.wording
    executive = (Chip(words("mark.executive"), "accent"),) if forum.requires_executive else ()
    return ForumEntry(
        head=head_of(linker, forum, *executive),
        purpose=linker.prose(forum.purpose),
        when=words.cadence(forum.cadence.model_copy(update={"length": None})),
        length=words.duration(forum.cadence.length),
        chair=linker.optional(forum.chair),
        members=linker.refs(forum.members),
        agenda=_agenda(linker, forum),
        total=_total(linker, forum),
        inputs=linker.lines(forum.inputs),
        decisions=tuple(linker.prose(decision) for decision in forum.decisions),
        uses=uses_of(linker, forum.id, without=(Kind.KPI,)),
    )


def _agenda(linker: Linker, forum: Forum) -> tuple[AgendaLine, ...]:
    total = sum(item.minutes for item in forum.agenda)
    lines = []
    passed = 0
    for item in forum.agenda:
        lines.append(
            AgendaLine(
                _at(forum, passed),
                linker.wording("minutes", count=item.minutes),
                round(100 * item.minutes / total, 1) if total else 0.0,
                item.topic,
                linker.optional(item.kpi),
            )
        )
        passed += item.minutes
    return tuple(lines)


def _at(forum: Forum, minutes: int) -> str:
    """The time of the day so many minutes after the beginning."""
    if forum.cadence.time is None:
        return ""
    began = datetime(2000, 1, 1, forum.cadence.time.hour, forum.cadence.time.minute)  # noqa: DTZ001  # a wall clock
    return (began + timedelta(minutes=minutes)).strftime("%H:%M")


def _total(linker: Linker, forum: Forum) -> Chip | None:
    if not forum.agenda:
        return None
    planned = sum(item.minutes for item in forum.agenda)
    length = _minutes(forum.cadence.length)
    if length is None:
        return Chip(linker.wording("forums.planned", planned=planned))
    label = linker.wording("forums.planned_of", planned=planned, length=length)
    return Chip(label, "good" if planned == length else "warn")


def _minutes(length: Duration | None) -> int | None:
    if length is None or length.unit not in _MINUTES:
        return None
    return int(length.amount * _MINUTES[length.unit])
