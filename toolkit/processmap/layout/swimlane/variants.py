"""What may differ between the placements that the portfolio tries."""

from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class Toll:
    """What ways pay, in px of detour; dear bends make lines that run straight further, dear crossings longer ways."""

    bend: int
    crossing: int


VARIANTS = (
    Variant(),
    Variant(satellites_below=False),
    Variant(branches_below=False),
    Variant(branches_below=False, satellites_below=False),
    Variant(blocked=3.0),
    Variant(crossing=5.0),
    Variant(crossing=1.0),
    Variant(loops=1.0, crossing=1.5),
)
"""In the order in which they are tried, all with the first toll."""

TOLLS = (Toll(120, 170), Toll(90, 120), Toll(220, 240), Toll(160, 240), Toll(55, 85))
"""In the order in which they are tried, all with the best rows."""
