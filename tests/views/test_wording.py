from decimal import Decimal

import pytest

from processmap.i18n import Language, load_texts
from processmap.values.dates import parse_date
from processmap.values.durations import parse_duration
from processmap.values.rates import Cadence
from processmap.views.wording import Wording

PORTUGUESE = Wording(load_texts("site", Language.PORTUGUESE))
ENGLISH = Wording(load_texts("site", Language.ENGLISH))


@pytest.mark.parametrize(
    ("written", "portuguese", "english"),
    [
        ("1 bd", "1 dia útil", "1 business day"),
        ("40 du", "40 dias úteis", "40 business days"),
        ("1,5 h", "1,5 h", "1.5 h"),
        ("3 d", "3 dias corridos", "3 days"),
    ],
)
def test_a_duration_is_said_in_words(written: str, portuguese: str, english: str) -> None:
    duration = parse_duration(written)

    assert (PORTUGUESE.duration(duration), ENGLISH.duration(duration)) == (portuguese, english)


def test_a_number_has_the_signs_of_the_language() -> None:
    assert PORTUGUESE.number(Decimal("12345.50")) == "12.345,5"
    assert ENGLISH.number(Decimal("12345.50")) == "12,345.5"


def test_a_date_is_written_as_the_language_writes_it() -> None:
    assert PORTUGUESE.date(parse_date("2026-05-06")) == "06/05/2026"
    assert ENGLISH.date(parse_date("2026-05-06")) == "2026-05-06"


def test_a_rhythm_is_said_from_the_period_to_the_hour() -> None:
    cadence = Cadence.model_validate({"every": "month", "day": "1 bd", "time": "08:00"})

    assert PORTUGUESE.cadence(cadence) == "todo mês, 1º dia útil, 08:00"
