"""Which catalogue entries the rules on management look at, and whether all of a kind could be read."""

from collections.abc import Iterator
from typing import Protocol, TypeVar

from processmap.model.document_control import Status
from processmap.rules.rule import RuleContext
from processmap.values.ids import Kind


class Identified(Protocol):
    """A model with an id of its own."""

    @property
    def id(self) -> str:
        """The id."""


Listed = TypeVar("Listed", bound=Identified)


def live(context: RuleContext, model: type[Listed]) -> Iterator[Listed]:
    """Yields the elements of a kind that are in use, by file and then document order.

    Planned ones have no more than a name yet, retired ones are history; neither is checked.
    """
    for found in context.graph.all(model):
        if context.map.elements[found.id].status not in (Status.PLANNED, Status.RETIRED):
            yield found


def all_read(context: RuleContext, *kinds: Kind) -> bool:
    """Whether every element of these kinds could be read: else nobody may be told that one is missing."""
    if any(element.kind in kinds and element.model is None for element in context.map.definitions):
        return False
    texts = (context.map.sources[path].text for path in context.map.unparsed)
    return not any(text is None or any(f"{kind}-" in text for kind in kinds) for text in texts)
