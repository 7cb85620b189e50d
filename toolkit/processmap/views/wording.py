"""Says values in the map's language: durations, percents, dates, rhythms, states."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from processmap.i18n import Language, Texts
from processmap.model.document_control import Status
from processmap.model.indicators import Unit
from processmap.values.durations import Duration
from processmap.values.numbers import decimal_text
from processmap.values.percents import Percent
from processmap.values.rates import Cadence, Rate
from processmap.values.retention import Retention, RetentionUnit
from processmap.views.pieces import Chip, Tone

_TONES: dict[Status, Tone] = {
    Status.PLANNED: "muted",
    Status.DRAFT: "warn",
    Status.IN_VALIDATION: "busy",
    Status.VALIDATED: "accent",
    Status.PUBLISHED: "good",
    Status.RETIRED: "bad",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Values as words."""

    texts: Texts

    def __call__(self, key: str, /, **parameters: object) -> str:
        """Returns a text of the site catalogue."""
        return self.texts(key, **parameters)

    def word(self, group: str, value: object) -> str:
        """Returns the word for one value of an enumeration, such as `level`, `manager`."""
        return self.texts(f"{group}.{value}")

    def counted(self, noun: str, count: int) -> str:
        """A number with its noun, singular or plural: `1 micro`, `3 micros`."""
        return self.texts(f"count.{noun}_{'one' if count == 1 else 'many'}", count=self.number(count))

    def number(self, number: Decimal | int) -> str:
        """A number with the decimal sign and the thousands sign of the language."""
        whole, _, fraction = decimal_text(Decimal(number)).partition(".")
        grouped = f"{int(whole):,}"
        if whole.startswith("-") and not grouped.startswith("-"):
            grouped = f"-{grouped}"
        if self.texts.language is Language.PORTUGUESE:
            return grouped.replace(",", ".") + (f",{fraction}" if fraction else "")
        return grouped + (f".{fraction}" if fraction else "")

    def duration(self, duration: Duration | None) -> str:
        """`1 bd` is said as `1 dia útil`; nothing for None."""
        if duration is None:
            return ""
        key = f"duration.{duration.unit}_{'one' if duration.amount == 1 else 'many'}"
        return self.texts(key, amount=self.number(duration.amount))

    def percent(self, percent: Percent | None) -> str:
        """`15%`; nothing for None."""
        return f"{self.number(percent.points)}%" if percent else ""

    def date(self, day: date | None) -> str:
        """A date as the language writes it; nothing for None."""
        if day is None:
            return ""
        if self.texts.language is Language.PORTUGUESE:
            return f"{day.day:02}/{day.month:02}/{day.year:04}"
        return day.isoformat()

    def retention(self, retention: Retention | None) -> str:
        """How long something is kept; nothing for None."""
        if retention is None:
            return ""
        if retention.unit is RetentionUnit.PERMANENT:
            return self.texts("retention.permanent")
        return self.texts(
            f"retention.{retention.unit}_{'one' if retention.count == 1 else 'many'}", count=retention.count
        )

    def rate(self, rate: Rate | None) -> str:
        """Cases per period; nothing for None."""
        if rate is None:
            return ""
        return self.texts("rate", cases=self.number(rate.cases), period=self.word("period_noun", rate.per))

    def cadence(self, cadence: Cadence) -> str:
        """A rhythm in words: `toda semana, segunda-feira, 08:00`."""
        parts = [self.word("period", cadence.every)]
        if cadence.weekday:
            parts.append(self.word("weekday", cadence.weekday))
        if cadence.day:
            day = self.texts(f"cadence.day_{cadence.day.unit}", count=self.number(cadence.day.amount))
            parts.append(day)
        if cadence.time:
            parts.append(cadence.time.strftime("%H:%M"))
        if cadence.length:
            parts.append(self.duration(cadence.length))
        return ", ".join(parts)

    def measured(self, value: Decimal | None, unit: Unit) -> str:
        """A value with its unit; nothing for None."""
        return "" if value is None else self.texts(f"unit.{unit}", value=self.number(value))

    def status(self, status: Status | None) -> Chip:
        """The chip of a state; what has none counts as published."""
        shown = status or Status.PUBLISHED
        return Chip(self.word("status", shown), _TONES[shown], mark=shown.value)

    def yes_no(self, *, value: bool) -> str:
        """Yes or no."""
        return self.texts("yes") if value else self.texts("no")
