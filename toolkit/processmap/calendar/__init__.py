"""Business time: hours, working days and holidays of a calendar in map.yaml, counted in whole minutes."""

from processmap.calendar.business import BusinessCalendar, calendars_of, whole_days
from processmap.calendar.walking import COVERED_YEARS, Stretch, Walked, worst_days

__all__ = ["COVERED_YEARS", "BusinessCalendar", "Stretch", "Walked", "calendars_of", "whole_days", "worst_days"]
