"""Business time: what counts, and what time it is after so much of it."""

# ruff: noqa: DTZ001  # business time is time on the wall

import subprocess
import sys
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processmap.calendar import COVERED_YEARS, BusinessCalendar, Stretch, calendars_of, whole_days, worst_days
from processmap.config import CalendarSettings
from processmap.values.durations import parse_duration

_WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday"]


def _calendar(holidays: str | None = "BR", extra: tuple[str, ...] = (), pause: bool = True) -> BusinessCalendar:
    hours = {"from": "08:00", "to": "18:00"} | ({"pause": ["12:00", "13:00"]} if pause else {})
    given = {"hours": hours, "weekdays": _WEEK, "extra_holidays": list(extra)}
    return BusinessCalendar(CalendarSettings.model_validate(given | ({"holidays": holidays} if holidays else {})))


BRAZIL = _calendar()
SAO_PAULO = _calendar("BR-SP")

_MOMENTS = st.datetimes(min_value=datetime(2025, 1, 1), max_value=datetime(2034, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
_MINUTES = st.integers(min_value=0, max_value=60_000)


@given(_MOMENTS, _MINUTES)
def test_what_was_added_is_measured_between(moment: datetime, minutes: int) -> None:
    assert BRAZIL.between(moment, BRAZIL.add(moment, minutes)) == minutes


@given(_MOMENTS, _MINUTES, _MINUTES)
def test_adding_in_two_parts_is_adding_at_once(moment: datetime, first: int, second: int) -> None:
    assert BRAZIL.add(BRAZIL.add(moment, first), second) == BRAZIL.add(moment, first + second)


@given(_MOMENTS, _MINUTES, _MINUTES)
def test_more_time_never_ends_earlier(moment: datetime, minutes: int, more: int) -> None:
    assert BRAZIL.add(moment, minutes) <= BRAZIL.add(moment, minutes + more)


@given(_MOMENTS, st.timedeltas(timedelta(0), timedelta(days=40)), _MINUTES)
def test_who_begins_later_is_never_done_earlier(moment: datetime, later: timedelta, minutes: int) -> None:
    after = (moment + later).replace(second=0, microsecond=0)

    assert BRAZIL.add(moment, minutes) <= BRAZIL.add(after, minutes)


@given(_MOMENTS, st.integers(min_value=1, max_value=60_000))
def test_work_ends_on_a_working_day_within_its_hours(moment: datetime, minutes: int) -> None:
    end = BRAZIL.add(moment, minutes)

    assert BRAZIL.is_working_day(end.date())
    assert "08:00" < end.strftime("%H:%M") <= "12:00" or "13:00" < end.strftime("%H:%M") <= "18:00"


@given(st.dates(min_value=date(2025, 1, 1), max_value=date(2034, 12, 31)))
def test_no_weekend_is_a_working_day_and_a_day_off_holds_no_minute(day: date) -> None:
    midnight = datetime.combine(day, datetime.min.time())
    counted = BRAZIL.between(midnight, midnight + timedelta(days=1))

    assert counted == (BRAZIL.day_minutes if BRAZIL.is_working_day(day) else 0)
    assert not (day.weekday() >= 5 and BRAZIL.is_working_day(day))


@pytest.mark.parametrize(
    "holiday",
    [
        date(2026, 1, 1),  # Confraternização Universal
        date(2026, 4, 3),  # Sexta-feira Santa
        date(2026, 4, 21),  # Tiradentes
        date(2026, 5, 1),  # Dia do Trabalho
        date(2026, 9, 7),  # Independência
        date(2026, 10, 12),  # Nossa Senhora Aparecida
        date(2026, 11, 2),  # Finados
        date(2024, 11, 15),  # Proclamação da República
        date(2026, 11, 20),  # Consciência Negra, national since 2024 (Lei 14.759/2023)
        date(2026, 12, 25),  # Natal
    ],
)
def test_a_national_holiday_is_no_working_day(holiday: date) -> None:
    assert holiday.weekday() < 5
    assert not BRAZIL.is_working_day(holiday)


@pytest.mark.parametrize(
    "day",
    [
        date(
            2026, 2, 16
        ),  # Carnival Monday and Tuesday are optional in public service, and holidays nowhere by federal law
        date(2026, 2, 17),
        date(2026, 6, 4),  # Corpus Christi is optional too
        date(2023, 11, 20),  # Consciência Negra before it became national
        date(2026, 7, 9),  # Revolução Constitucionalista, São Paulo only
    ],
)
def test_an_optional_or_regional_day_is_worked(day: date) -> None:
    assert BRAZIL.is_working_day(day)


def test_a_state_has_holidays_of_its_own() -> None:
    assert not SAO_PAULO.is_working_day(date(2026, 7, 9))


def test_a_company_adds_days_off() -> None:
    calendar = _calendar(extra=("2026-02-16", "2026-02-17"))

    assert not calendar.is_working_day(date(2026, 2, 17))
    assert calendar.is_working_day(date(2026, 2, 18))


def test_a_code_that_nobody_knows_has_no_holidays() -> None:
    assert _calendar("BR-XX").is_working_day(date(2026, 12, 25))


def test_work_goes_on_after_the_pause_the_weekend_and_the_holiday() -> None:
    friday_morning = datetime(2026, 4, 17, 11, 0)

    assert BRAZIL.add(friday_morning, 120) == datetime(2026, 4, 17, 14, 0)
    assert BRAZIL.add(friday_morning, 9 * 60) == datetime(2026, 4, 20, 11, 0)
    assert BRAZIL.add(friday_morning, 18 * 60) == datetime(2026, 4, 22, 11, 0)  # Tuesday is Tiradentes.
    assert BRAZIL.add(datetime(2026, 4, 18, 3, 0), 1) == datetime(2026, 4, 20, 8, 1)


def test_a_duration_is_exact_in_minutes_and_a_part_of_one_counts_as_a_whole() -> None:
    texts = ["20 min", "1,5 h", "1 bd", "0.5 du", "2 d", "0.4 min"]

    assert [BRAZIL.minutes(parse_duration(text)) for text in texts] == [20, 90, 540, 270, 1080, 1]
    assert _calendar(pause=False).minutes(parse_duration("1 bd")) == 600
    assert whole_days(parse_duration("1.5 d")) == 2


def test_a_map_without_calendars_works_eight_hours_on_weekdays() -> None:
    calendar = calendars_of(None)[None]

    assert calendar.day_minutes == 480
    assert calendar.is_working_day(date(2026, 12, 25))
    assert not calendar.is_working_day(date(2026, 12, 26))


def test_hours_that_leave_no_time_count_as_eight() -> None:
    given = {"hours": {"from": "18:00", "to": "08:00"}, "weekdays": []}
    calendar = BusinessCalendar(CalendarSettings.model_validate(given))

    assert calendar.day_minutes == 480
    assert calendar.is_working_day(date(2026, 11, 24))


def _slowly(calendar: BusinessCalendar, minutes: int, days: int) -> int:
    """Walks one business minute sum and then calendar days day by day, from the end of each day."""
    worst = 0
    for ordinal in range(date(2025, 1, 1).toordinal(), date(2034, 12, 31).toordinal() + 1):
        day = ordinal
        left = -(-minutes // calendar.day_minutes)
        while left:
            day += 1
            left -= calendar.is_working_day(date.fromordinal(day))
        worst = max(worst, day + days - ordinal)
    return worst


@pytest.mark.parametrize(("minutes", "days"), [(540, 0), (541, 0), (5 * 540, 0), (5 * 540, 3), (21 * 540, 0)])
def test_the_worst_day_is_that_of_walking_day_by_day(minutes: int, days: int) -> None:
    found = worst_days(BRAZIL, [Stretch(minutes, 0), Stretch(0, days)])

    assert found.days == _slowly(BRAZIL, minutes, days)


def test_the_worst_day_to_begin_is_named() -> None:
    # Who comes in at the end of Thursday 17 April 2025 finds Good Friday, a weekend, and Tiradentes on the Monday.
    found = worst_days(BRAZIL, [Stretch(540, 0)])

    assert (found.days, found.begins) == (5, date(2025, 4, 17))


def test_business_time_after_calendar_days_begins_on_the_next_working_day() -> None:
    whole_week = CalendarSettings.model_validate(
        {"hours": {"from": "08:00", "to": "16:00"}, "weekdays": [*_WEEK, "saturday", "sunday"]}
    )

    assert worst_days(BusinessCalendar(whole_week), [Stretch(60, 0), Stretch(0, 2), Stretch(60, 0)]).days == 4


def test_every_new_year_falls_on_every_day_of_the_week_in_the_covered_years() -> None:
    for month, day in [(1, 1), (9, 7), (12, 25)]:
        assert {date(year, month, day).weekday() for year in COVERED_YEARS} == set(range(7))


def test_holidays_are_not_imported_before_a_day_is_looked_up() -> None:
    code = (
        "import sys; sys.path.insert(0, 'toolkit');"
        "from processmap.calendar import BusinessCalendar; from processmap.values.durations import parse_duration;"
        "BusinessCalendar().minutes(parse_duration('5 bd')); print('holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
