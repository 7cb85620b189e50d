"""Which parts of a document differ between two states of it."""

from collections.abc import Iterator, Mapping

from processmap.graph.fingerprints import fingerprint
from processmap.model.ito import Ito
from processmap.model.kinds import AnyElement
from processmap.model.micro import Micro
from processmap.values.authored import Authored

_LISTS = {"steps", "activities"}
_APART = {"doc", "lanes"}
"""Kept out of the meaning, as in the fingerprint."""


def changed_parts(before: AnyElement, after: AnyElement) -> tuple[str, ...]:
    """Returns the keys that differ, in the order of the model; of steps and activities the ids, those gone last."""
    found: list[str] = []
    for name, field in type(after).model_fields.items():
        old, new = getattr(before, name, None), getattr(after, name)
        if name in _APART or old == new:
            continue
        parts = list(_differing(parts_by_id(before), parts_by_id(after))) if name in _LISTS else []
        found += parts or [field.alias or name]
    return tuple(found)


def parts_by_id(model: AnyElement) -> Mapping[str, Authored]:
    """The steps of a micro or the activities of an ITO by their local id; other elements have none."""
    match model:
        case Micro(steps=steps):
            return {step.id: step for step in steps}
        case Ito(activities=activities):
            return {activity.id: activity for activity in activities}
        case _:
            return {}


def _differing(before: Mapping[str, Authored], after: Mapping[str, Authored]) -> Iterator[str]:
    for part in (*after, *(part for part in before if part not in after)):
        if part not in before or part not in after or fingerprint(before[part]) != fingerprint(after[part]):
            yield part
