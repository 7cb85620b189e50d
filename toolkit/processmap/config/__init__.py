"""The settings of a map: processes/map.yaml."""

from processmap.config.settings import (
    Brand,
    CalendarSettings,
    CheckSettings,
    MapSettings,
    SegregationPair,
    SeverityByPath,
)

__all__ = ["Brand", "CalendarSettings", "CheckSettings", "MapSettings", "SegregationPair", "SeverityByPath"]
