"""What may differ between the placements that the portfolio tries."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Variant:
    """Preferences of one placement; none is better for all diagrams."""

    satellites_below: bool = True
    """Whether data objects stand below their step."""
    branches_below: bool = True
    """Whether side branches go down."""
    blocked: float = 1.0
    """Price of a long edge whose ends both have something in the way."""
    crossing: float = 2.5
    """Price of two edges that cross when drawn straight."""
    loops: float = 0.0
    """Part of those prices that edges which go back pay too."""
    remembered: Mapping[str, int] = field(default_factory=dict)
    """Row inside its lane of each node in an earlier drawing."""


VARIANTS = (
    Variant(),
    Variant(satellites_below=False),
    Variant(branches_below=False),
    Variant(branches_below=False, satellites_below=False),
    Variant(blocked=3.0),
    Variant(crossing=5.0),
    Variant(crossing=1.0),
    Variant(loops=0.5),
    Variant(loops=0.5, branches_below=False),
    Variant(loops=0.5, crossing=1.0),
    Variant(loops=1.0, crossing=5.0),
    Variant(blocked=3.0, branches_below=False),
    Variant(blocked=0.3, crossing=1.5),
    Variant(blocked=2.0, crossing=3.5, loops=0.25),
)
"""In the order in which they are tried."""
