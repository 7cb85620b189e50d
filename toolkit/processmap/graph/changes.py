"""What a new state of an element changes, as a reader is told of it."""

from dataclasses import dataclass, field
from datetime import date

from processmap.graph.changed_parts import changed_parts, parts_by_id
from processmap.model.document_control import DocumentControl, Status
from processmap.model.kinds import AnyElement


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs between two states of an element, document control aside."""

    fields: tuple[str, ...] = ()
    """Keys that differ, in the order of the model."""
    added: tuple[str, ...] = ()
    """Ids of steps or activities that are new."""
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def differences(before: AnyElement, after: AnyElement) -> Differences:
    """Returns what `changed_parts` finds, told apart."""
    old, new = parts_by_id(before), parts_by_id(after)
    parts = changed_parts(before, after)
    return Differences(
        fields=tuple(part for part in parts if part not in old and part not in new),
        added=tuple(part for part in parts if part in new and part not in old),
        changed=tuple(part for part in parts if part in new and part in old),
        removed=tuple(part for part in parts if part in old and part not in new),
    )


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of the map's history."""

    hash: str
    """Short hash."""
    date: date
    subject: str = ""
    """First line of what its author said of it."""


@dataclass(frozen=True, slots=True)
class ElementChange:
    """A commit has changed an element, or brought it into the map."""

    element: str
    commit: Commit
    is_new: bool = False
    revisions: tuple[str, str] | None = None
    """Revision before and after, where it changed; empty where none was said."""
    states: tuple[Status, Status] | None = None
    """State before and after, where it changed."""
    differences: Differences = field(default_factory=Differences)


def change_of(element: str, before: AnyElement | None, after: AnyElement, commit: Commit) -> ElementChange | None:
    """Returns what a commit has changed in an element; None if it means the same as before."""
    if before is None or type(before) is not type(after):
        return ElementChange(element, commit, is_new=True)
    old, new = _control(before), _control(after)
    change = ElementChange(
        element,
        commit,
        revisions=None if old.rev == new.rev else (old.rev or "", new.rev or ""),
        states=None if old.status is new.status else (old.status, new.status),
        differences=differences(before, after),
    )
    is_same = change.revisions is None and change.states is None and change.differences == Differences()
    return None if is_same else change


def _control(element: AnyElement) -> DocumentControl:
    doc = getattr(element, "doc", None)
    if isinstance(doc, DocumentControl):
        return doc
    status = getattr(element, "status", None)
    return DocumentControl(status=status if isinstance(status, Status) else Status.PUBLISHED)
