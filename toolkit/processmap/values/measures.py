"""The terms of a KPI formula: what is counted, summed or timed, and where in the flows.

`count MIC-COM-020/E110`, `sum FRM-COM-001.valor`, `mean FRM-COM-001.desconto`,
`duration MIC-COM-020/S10..MIC-COM-020/E110` (mean; also `p50` and `p90`).
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

from processmap.values.forms import refuse, text_of
from processmap.values.ids import ID, STEP, Kind


class Aggregation(StrEnum):
    """How a measure makes one figure of many cases."""

    COUNT = "count"
    SUM = "sum"
    MEAN = "mean"
    DURATION = "duration"
    P50 = "p50"
    P90 = "p90"


@dataclass(frozen=True, slots=True)
class Measure:
    """One term of a formula."""

    aggregation: Aggregation
    subject: str
    """A step (`MIC-COM-020/T20`), a form field (`FRM-COM-001.desconto`) or the step at which a duration begins."""
    until: str | None = None
    """The step at which a duration ends."""

    def __str__(self) -> str:
        return f"{self.aggregation} {self.subject}" + (f"..{self.until}" if self.until else "")

    def referred(self) -> tuple[tuple[str, tuple[Kind, ...]], ...]:
        """The references it holds, each with the kinds it may name."""
        kind = Kind.FORM if "." in self.subject else Kind.MICRO
        return tuple((text, (kind,)) for text in (self.subject, self.until) if text)


_STEP = rf"{ID}/{STEP}"
_FIELD = rf"{ID}\.[a-z][a-z0-9_]*"
_FORM = re.compile(
    rf"(?:(?P<count>count)\s+(?P<step>{_STEP})"
    rf"|(?P<fold>sum|mean)\s+(?P<field>{_FIELD})"
    rf"|(?P<time>duration|p50|p90)\s+(?P<from>{_STEP})\s*\.\.\s*(?P<until>{_STEP}))",
    re.ASCII,
)


def parse_measure(given: Any) -> Measure:
    """Reads a measure; raises the pydantic error of form `measure`."""
    if isinstance(given, Measure):
        return given
    text = text_of(given, "measure")
    found = _FORM.fullmatch(text)
    if not found:
        refuse("measure", text)
    name = found["count"] or found["fold"] or found["time"]
    return Measure(Aggregation(name), found["step"] or found["field"] or found["from"], found["until"])


MeasureField = Annotated[
    InstanceOf[Measure],
    BeforeValidator(parse_measure),
    WithJsonSchema({"type": "string", "examples": ["count MIC-COM-020/E110", "sum FRM-COM-001.valor"]}),
]
"""A field that takes a measure."""
