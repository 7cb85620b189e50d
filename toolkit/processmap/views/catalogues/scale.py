"""A value aimed at on a scale from zero: where it gets serious, where it is good, and where one comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from processmap.views.pieces import Tone

_ROOM = Decimal("1.25")
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the scale."""

    tone: Tone
    width: float
    """In percent of the scale."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on the scale."""

    name: str
    """`target`, `floor` or `baseline`."""
    label: str
    value: str
    at: float
    """In percent of the scale."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Zones from left to right, and marks in ascending order."""

    zones: tuple[Zone, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A value with its words."""

    name: str
    label: str
    said: str
    value: Decimal


def scale_of(given: Sequence[Given], *, more_is_better: bool, is_percent: bool) -> Scale | None:
    """Returns the scale of some values, one of them named `target`; None where a value is negative or all are zero."""
    highest = max((each.value for each in given), default=Decimal(0))
    if highest <= 0 or any(each.value < 0 for each in given):
        return None
    end = _WHOLE if is_percent and highest <= _WHOLE else highest * _ROOM
    marks = sorted(given, key=lambda each: (each.value, each.name))
    return Scale(
        tuple(_zones(given, end, more_is_better=more_is_better)),
        tuple(Mark(each.name, each.label, each.said, _percent(each.value, end)) for each in marks),
    )


def _zones(given: Sequence[Given], end: Decimal, *, more_is_better: bool) -> Iterator[Zone]:
    """Beyond the floor it is bad, beyond the target good; what lies between is not there yet."""
    known = {each.name: each.value for each in given}
    cuts = sorted({known[name] for name in ("floor", "target") if name in known})
    tones: tuple[Tone, ...] = ("bad", "warn", "good") if len(cuts) > 1 else ("warn", "good")
    shown = tones if more_is_better else tones[::-1]
    for tone, (low, high) in zip(shown, pairwise((Decimal(0), *cuts, end)), strict=False):
        if high > low:
            yield Zone(tone, _percent(high - low, end))


def _percent(value: Decimal, end: Decimal) -> float:
    return round(float(100 * value / end), 1)
