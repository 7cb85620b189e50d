"""What the value of a formula is a measure of: time, money or cases, or how often one goes into the other.

Only what is certain is said. A number in a formula and a numeric form field may stand for anything, so they fit
everything: `casos * 45` may well be reais.
"""

from dataclasses import dataclass

from processmap.model.documents import FieldType, FormField
from processmap.model.indicators import Unit
from processmap.values.measures import Aggregation, Measure


@dataclass(frozen=True, slots=True)
class Quantity:
    """Powers of what is measured: `BRL per case` has money 1 and cases -1; a plain share has 0 everywhere."""

    time: int = 0
    money: int = 0
    cases: int = 0

    def times(self, other: "Quantity", power: int) -> "Quantity":
        """Returns the product (`power` 1) or the quotient (-1)."""
        return Quantity(
            self.time + power * other.time, self.money + power * other.money, self.cases + power * other.cases
        )

    @property
    def word(self) -> str:
        """Key of the word for it: `time`, `money`, `cases`, `share` or `mixed`."""
        return _WORDS.get(self, "mixed")


TIME, MONEY, CASES, SHARE = Quantity(time=1), Quantity(money=1), Quantity(cases=1), Quantity()
_WORDS = {TIME: "time", MONEY: "money", CASES: "cases", SHARE: "share"}
_SINGLE = (TIME, MONEY, CASES)


def quantity_of(measure: Measure, field: FormField | None) -> Quantity | None:
    """Returns what a term measures; None where that is not certain.

    Args:
        measure: the term.
        field: the form field that it names, where it names one that exists.
    """
    match measure.aggregation:
        case Aggregation.COUNT:
            return CASES
        case Aggregation.DURATION | Aggregation.P50 | Aggregation.P90:
            return TIME
        case Aggregation.SUM | Aggregation.MEAN:
            return _of_field(field.type, is_mean=measure.aggregation is Aggregation.MEAN) if field else None


def is_numeric(field: FormField) -> bool:
    """Whether values of a field can be added up: numbers, yes or no, and choices whose options are all numbers."""
    if field.type is FieldType.CHOICE:
        return bool(field.options) and all(_is_number(option) for option in field.options)
    return field.type in (
        FieldType.INTEGER,
        FieldType.NUMBER,
        FieldType.MONEY,
        FieldType.PERCENT,
        FieldType.BOOLEAN,
    )


def fits(unit: Unit, quantity: Quantity) -> bool:
    """Whether a KPI in a unit may have a value of that kind; `R$ per day` fits BRL as well."""
    match unit:
        case Unit.PERCENT:
            return quantity == SHARE
        case Unit.RATIO:
            return quantity not in _SINGLE
        case Unit.BRL:
            return quantity.money == 1
        case Unit.MINUTE | Unit.HOUR | Unit.BUSINESS_DAY | Unit.DAY:
            return quantity.time == 1 and quantity.money == 0
        case Unit.COUNT | Unit.LIVES | Unit.SCORE:
            return quantity.money == 0 and quantity.time <= 0


def _of_field(type_: FieldType, *, is_mean: bool) -> Quantity | None:
    if type_ is FieldType.MONEY:
        return MONEY
    if type_ is FieldType.PERCENT and is_mean:
        return SHARE
    if type_ is FieldType.BOOLEAN:
        return SHARE if is_mean else CASES
    return None


def _is_number(option: str) -> bool:
    return option.strip().replace(",", ".", 1).replace(".", "", 1).isdecimal()
