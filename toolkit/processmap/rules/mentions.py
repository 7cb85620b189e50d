"""Every mention of an element by something that is in use, with its place."""

from dataclasses import dataclass

from processmap.config import MapSettings
from processmap.diagnostics import Location, Part
from processmap.graph import Mention as FoundMention
from processmap.loading import MAP_FILE
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


def mention_in_place(context: RuleContext, found: FoundMention) -> Mention:
    """Returns a mention with what it stands in. Most of them fit and are never asked for their place."""
    if not found.source:
        assert context.map.settings is not None
        return Mention("", context.map.settings, found.reference)
    model = context.map.elements[found.source].model
    assert model is not None
    return Mention(found.source, model, found.reference)
