"""The targets of the layout on the four flows (design, diagrams.md 10)."""

import pytest
from tests.layout.flows import F1, F2, F3, F4

from processmap.layout.metrics import measure
from processmap.layout.swimlane import place
from processmap.views.diagram import Diagram


@pytest.mark.parametrize(
    ("flow", "crossings"), [(F1, 0), (F2, 0), (F3, 3), (F4, 7)], ids=lambda value: getattr(value, "id", "")
)
@pytest.mark.parametrize("compact", [False, True])
def test_flow_has_no_defect_and_few_crossings(flow: Diagram, crossings: int, compact: bool) -> None:
    metrics = measure(place(flow, compact=compact))

    assert metrics.defects == 0
    assert metrics.crossings <= crossings
    assert metrics.straight_share >= 0.9


@pytest.mark.parametrize(
    ("flow", "bends"), [(F1, 0), (F2, 11), (F3, 43), (F4, 36)], ids=lambda value: getattr(value, "id", "")
)
def test_compact_flow_has_few_bends(flow: Diagram, bends: int) -> None:
    assert measure(place(flow, compact=True)).bends <= bends
