"""Compares the figures of drawings with what a map allows."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from types import MappingProxyType

from processmap.layout.metrics import Metrics, measure
from processmap.layout.placed import PlacedDiagram

DEFAULT_LIMITS: Mapping[str, Decimal] = MappingProxyType({"defects": Decimal(0)})
"""What holds for every map that says nothing else."""
FIGURES = ("defects", *(field.name for field in fields(Metrics)))
"""Names of all figures, in the order in which they are shown."""

_MORE_IS_BETTER = frozenset({"straight_share"})


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one drawing."""

    diagram: str
    """Id of the element drawn, or name of the picture."""
    figures: Mapping[str, int | float]
    """By name, in the order of `FIGURES`."""
    exceeded: tuple[str, ...]
    """Figures that are worse than allowed."""


def score(placed: PlacedDiagram, limits: Mapping[str, Decimal]) -> Score:
    """Measures a drawing and compares it.

    Args:
        placed: the drawing.
        limits: by name of a figure the greatest value allowed; of shares, where more is better, the smallest.
    """
    metrics = measure(placed)
    figures: dict[str, int | float] = {"defects": metrics.defects, **asdict(metrics)}
    exceeded = tuple(name for name in FIGURES if name in limits and _is_worse(name, figures[name], limits[name]))
    return Score(placed.diagram.id, MappingProxyType(figures), exceeded)


def _is_worse(name: str, value: float, limit: Decimal) -> bool:
    measured = Decimal(str(round(value, 4)))
    return measured < limit if name in _MORE_IS_BETTER else measured > limit
