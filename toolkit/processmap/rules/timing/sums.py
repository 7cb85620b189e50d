"""How a sum of times is written: `T20 1 bd + A45 2 bd + 3 × (T20 1 bd + T60 2 bd)`, and where its terms stand."""

from collections.abc import Iterator, Sequence

from processmap.calendar import BusinessCalendar
from processmap.diagnostics import Location, Remark
from processmap.graph import MapGraph
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.rules.naming import step_named
from processmap.timing import Segment, Taken, Term, Why
from processmap.values.durations import DurationUnit

_LONGEST_SUM = 14
_LARGEST = 3
_MINUTES_OF_HOUR = 60


def sum_shown(taken: Taken, calendar: BusinessCalendar) -> str:
    """Returns the sum with its total as a consultant would write it; what takes no time is left out."""
    parts = _parts(taken.path.segments, calendar)
    shown = " + ".join(parts[:_LONGEST_SUM]) + (" + …" if len(parts) > _LONGEST_SUM else "")
    return shown if len(parts) == 1 or taken.walked else f"{shown} = {total_shown(taken, calendar)}"


def total_shown(taken: Taken, calendar: BusinessCalendar) -> str:
    """Returns the total in the unit of the limit: `42 bd`, `1 bd 4 h`, `30 h`, `45 d`."""
    if taken.walked:
        return f"{taken.walked.days} d"
    by_days = taken.limit.unit is DurationUnit.BUSINESS_DAY
    return minutes_shown(taken.path.minutes, calendar.day_minutes if by_days else None)


def minutes_shown(minutes: int, day_minutes: int | None) -> str:
    """Returns business minutes in days, hours and minutes; without the length of a day, in hours and minutes."""
    days, rest = divmod(minutes, day_minutes) if day_minutes else (0, minutes)
    hours, rest = divmod(rest, _MINUTES_OF_HOUR)
    parts = [f"{count} {unit}" for count, unit in ((days, "bd"), (hours, "h"), (rest, "min")) if count]
    return " ".join(parts) or "0 min"


def largest_terms(graph: MapGraph, micro: Micro, taken: Taken, calendar: BusinessCalendar) -> tuple[Remark, ...]:
    """Returns the places of the terms that make up most of a sum, the largest first."""
    weights: dict[str, int] = {}
    terms: dict[str, Term] = {}
    counts: dict[str, int] = {}
    for term in taken.path.terms:
        if weight := term.minutes + term.days * calendar.day_minutes:
            weights[term.step] = weights.get(term.step, 0) + weight
            counts[term.step] = counts.get(term.step, 0) + 1
            terms.setdefault(term.step, term)
    largest = sorted(weights, key=lambda step: -weights[step])[:_LARGEST]
    return tuple(_remark(graph, micro, terms[step], counts[step], calendar) for step in largest)


def _parts(segments: Sequence[Segment], calendar: BusinessCalendar) -> list[str]:
    parts: list[str] = []
    for segment in segments:
        terms = [_term_shown(term, calendar) for term in segment.terms if term.minutes or term.days]
        if terms and segment.times > 1:
            parts.append(f"{segment.times} × ({' + '.join(terms)})")
        else:
            parts += terms
    return parts


def _remark(graph: MapGraph, micro: Micro, term: Term, times: int, calendar: BusinessCalendar) -> Remark:
    flow = graph.flow(micro.id)
    assert flow is not None
    key = "PM602.term" if times == 1 else "PM602.terms"
    message = Message.of(key, step=step_named(flow.steps[term.step]), time=_time_shown(term, calendar), times=times)
    return Remark(Location(micro.id, ("steps", flow.index[term.step], *_place(term))), message)


def _place(term: Term) -> Iterator[str]:
    match term.why:
        case Why.MAX | Why.WORK:
            yield from ("time", term.why.value)
        case Why.OLA:
            yield "ola"
        case Why.OTHER_PROCESS:
            yield "to_process"
        case _:
            yield "id"


def _term_shown(term: Term, calendar: BusinessCalendar) -> str:
    source = f" ({term.source})" if term.source else ""
    return f"{term.step} {_time_shown(term, calendar)}{source}"


def _time_shown(term: Term, calendar: BusinessCalendar) -> str:
    if term.duration:
        return str(term.duration)
    days = f"{term.days} d" if term.days else ""
    minutes = minutes_shown(term.minutes, calendar.day_minutes) if term.minutes or not days else ""
    return " ".join(part for part in (minutes, days) if part)
