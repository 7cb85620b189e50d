"""The settings of a map; nothing else configures the toolkit but the plugin options in mkdocs.yml."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from processmap.diagnostics import Severity
from processmap.i18n import Language
from processmap.values.authored import Authored
from processmap.values.dates import DateField, TimeField
from processmap.values.ids import AreaRef, FieldName, StepRef
from processmap.values.numbers import Number
from processmap.values.rates import Weekday
from processmap.values.texts import Text

RuleCode = Annotated[str, StringConstraints(pattern=r"^PM[0-9]{3}$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class OpeningHours(Authored):
    """Business hours of a day."""

    start: TimeField = Field(alias="from", description="Opening, such as 08:00.")
    end: TimeField = Field(alias="to", description="Closing, such as 18:00.")
    pause: tuple[TimeField, ...] = Field(default=(), description="Start and end of the break, where there is one.")


class CalendarSettings(Authored):
    """A business calendar."""

    hours: OpeningHours = Field(description="Business hours of a working day.")
    weekdays: tuple[Weekday, ...] = Field(description="Working days of the week.")
    holidays: Text | None = Field(default=None, description="Country and state whose holidays count: BR, BR-SP.")
    extra_holidays: tuple[DateField, ...] = Field(default=(), description="Further days off, such as a company's own.")
    zone: Text = Field(default="America/Sao_Paulo", description="Time zone (IANA name).")


class SeverityByPath(Authored):
    """Severities for the files below a path."""

    path: Text = Field(description="A file or folder of the map, or a pattern such as processes/juridico/*.")
    severity: Mapping[RuleCode, Severity] = Field(description="Severity per rule code.")


class SegregationPair(Authored):
    """Two steps that must not be done by the same role."""

    not_both: tuple[StepRef, StepRef] = Field(description="The two steps.")


class CheckSettings(Authored):
    """How strict the checks are."""

    severity: Mapping[RuleCode, Severity] = Field(
        default={}, description="Severity per rule: error, warning, info, off."
    )
    paths: tuple[SeverityByPath, ...] = Field(default=(), description="Severities for parts of the map.")
    score: Mapping[FieldName, Number] = Field(default={}, description="Thresholds of the drawing metrics.")
    segregation: tuple[SegregationPair, ...] = Field(default=(), description="Duties that must stay apart.")


class Brand(Authored):
    """The company's look on the site."""

    logo: Text | None = Field(default=None, description="Path of the logo, relative to the docs folder.")
    favicon: Text | None = Field(default=None, description="Path of the icon, relative to the docs folder.")
    colours: Mapping[FieldName, Colour] = Field(default={}, description="Colours by name: primary, accent.")


class MapSettings(Authored):
    """The map itself."""

    kind: Literal["map"] = Field(default="map", description="Says that this file holds the settings of the map.")
    client: Text = Field(description="The company that is mapped.")
    title: Text = Field(description="Title of the map and of the site.")
    language: Language = Field(
        default=Language.ENGLISH, description="Language of the site and of messages: en or pt-BR."
    )
    areas: tuple[AreaRef, ...] = Field(default=(), description="Order of the areas on the site.")
    calendars: Mapping[FieldName, CalendarSettings] = Field(
        default={}, description="Business calendars; the first is the default."
    )
    checks: CheckSettings = Field(default=CheckSettings(), description="How strict the checks are.")
    brand: Brand = Field(default=Brand(), description="Logo, icon and colours.")
