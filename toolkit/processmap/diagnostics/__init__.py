"""Places in files, severities, and what a check found."""

from processmap.diagnostics.finding import Finding, Fix, RelatedPlace
from processmap.diagnostics.place import Location, Part, Path, Place, Position, Span
from processmap.diagnostics.problem import Edit, Problem, Remark
from processmap.diagnostics.severity import Severity

__all__ = [
    "Edit",
    "Finding",
    "Fix",
    "Location",
    "Part",
    "Path",
    "Place",
    "Position",
    "Problem",
    "RelatedPlace",
    "Remark",
    "Severity",
    "Span",
]
