"""Every mention of an element by something that is in use, with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.config import MapSettings
from processmap.diagnostics import Location, Part
from processmap.loading import MAP_FILE
from processmap.model.document_control import Status
from processmap.model.kinds import AnyElement
from processmap.rules.naming import holder_named, key_of
from processmap.rules.rule import RuleContext
from processmap.values.references import Reference


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference and what it stands in."""

    holder: str
    """Id of the element that refers; empty for map.yaml."""
    model: AnyElement | MapSettings
    reference: Reference

    @property
    def location(self) -> Location:
        """Where it stands."""
        reference = self.reference
        return Location(self.holder, reference.path, Part.KEY if reference.is_key else Part.VALUE)

    @property
    def holder_name(self) -> str:
        """What refers, for a reader: the step, the activity, or the element."""
        if isinstance(self.model, MapSettings):
            return MAP_FILE
        return holder_named(self.holder, self.model, self.reference.path)

    @property
    def key(self) -> str:
        """The key under which it stands; for the key of a mapping, that of the mapping."""
        path = self.reference.path
        return key_of(path[:-1] if self.reference.is_key else path)


def mentions(context: RuleContext) -> Iterator[Mention]:
    """Yields the references of map.yaml and of every element that is not retired, in document order."""
    for found in context.graph.mentions():
        if not found.source:
            assert context.map.settings is not None
            yield Mention("", context.map.settings, found.reference)
            continue
        holder = context.map.elements[found.source]
        assert holder.model is not None
        if holder.status is not Status.RETIRED:
            yield Mention(holder.id, holder.model, found.reference)
