"""What roles have said of elements when these were shown to them: the newest word counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from processmap.model.document_control import Status
from processmap.model.rollout import Validation

if TYPE_CHECKING:
    from processmap.graph.index import MapGraph


def latest_validations(graph: MapGraph) -> Mapping[tuple[str, str], Validation]:
    """Returns the newest record by element and role; of two on one day, the later in the file. Retired ones are out."""
    found: dict[tuple[str, str], Validation] = {}
    for record in sorted(graph.all(Validation), key=lambda record: record.date):
        element = graph.element(record.id)
        if element is None or element.status is not Status.RETIRED:
            found.update({(about, role): record for about in record.elements for role in record.roles})
    return found
