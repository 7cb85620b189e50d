"""National and regional holidays, from the `holidays` package: the only module that imports it.

It is imported when the first day is looked up, not before: a proof in business days or hours needs no dates, and the
package costs 80 ms.
"""

from collections.abc import Iterator
from datetime import date


def holidays_in(year: int, code: str | None) -> frozenset[date]:
    """Returns the public holidays of a year.

    Args:
        year: the year.
        code: a country, or a country and its subdivision: `BR`, `BR-SP`. None, or a code that nobody knows, has none.
    """
    return frozenset(_found(year, code)) if code else frozenset()


def _found(year: int, code: str) -> Iterator[date]:
    import holidays

    country, _, subdivision = code.partition("-")
    try:
        yield from holidays.country_holidays(country, subdiv=subdivision or None, years=year, expand=False)
    except NotImplementedError:
        return
