"""Worst paths: the longest that a case can take, as a sum whose terms can be shown."""

from processmap.timing.clocks import SlaClock, clock_of, stops_of_asked
from processmap.timing.terms import Term, Why
from processmap.timing.times import Clock, Segment, Taken, Times, WorstPath

__all__ = ["Clock", "Segment", "SlaClock", "Taken", "Term", "Times", "Why", "WorstPath", "clock_of", "stops_of_asked"]
