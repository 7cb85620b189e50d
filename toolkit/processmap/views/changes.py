"""What changed lately in the map, in words: on the home page, on a page of its own and on each element's page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from processmap.graph.changes import ElementChange
from processmap.values.ids import Kind
from processmap.views.addresses import HOME, Address
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Code, Header, Ref
from processmap.views.wording import Wording

_LINES_ON_HOME = 6
_LINES_OF_A_COMMIT = 40
_LINES_OF_AN_ELEMENT = 3


_FIRST = (Kind.MICRO, Kind.ITO, Kind.MACRO, Kind.POLICY, Kind.FORM, Kind.ROLE)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change as it is shown."""

    day: str
    commit: str
    subject: str
    id: str
    ref: Ref
    what: tuple[Cell, ...]
    """One cell per thing that changed."""


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one commit."""

    day: str
    commit: str
    subject: str
    lines: tuple[ChangeLine, ...]
    more: int = 0
    """How many further changes it made that are not shown."""


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Everything on the page."""

    header: Header
    groups: tuple[ChangeGroup, ...]


def changes_page(linker: Linker) -> ChangesPage:
    """Makes the page of everything that the history tells."""
    words = linker.wording
    return ChangesPage(
        header=Header(
            path=linker.page,
            title=words("changes.title"),
            kind_label=words("page.index"),
            kind="changes",
            lead=words("changes.lead"),
            crumbs=(linker.to(Address(HOME), words("nav.home")),),
        ),
        groups=tuple(_groups(linker, linker.atlas.changes)),
    )


def latest_changes(linker: Linker) -> tuple[ChangeGroup, ...]:
    """The few changes that the home page shows, newest first; none without a history."""
    groups: list[ChangeGroup] = []
    room = _LINES_ON_HOME
    for group in _groups(linker, linker.atlas.changes):
        lines = group.lines[:room]
        groups.append(replace(group, lines=lines, more=group.more + len(group.lines) - len(lines)))
        room -= len(lines)
        if not room:
            break
    return tuple(groups)


def latest_changes_of(linker: Linker, element: str) -> tuple[ChangeLine, ...]:
    """The last few changes of one element, newest first; the page of changes has all.

    That it was new once is of interest only as long as nothing else has happened to it.
    """
    own = [change for change in linker.atlas.changes if change.element == element]
    told = [change for change in own if not change.is_new] or own
    return tuple(_line(linker, change) for change in told[:_LINES_OF_AN_ELEMENT])


def _groups(linker: Linker, changes: Sequence[ElementChange]) -> Iterator[ChangeGroup]:
    """Commits with what they changed: processes and instructions first, what is new in the map after the others."""
    for commit, group in groupby(changes, key=lambda change: change.commit):
        ordered = sorted(group, key=_rank)
        lines = tuple(_line(linker, change) for change in ordered[:_LINES_OF_A_COMMIT])
        more = len(ordered) - len(lines)
        yield ChangeGroup(linker.wording.date(commit.date), commit.hash, commit.subject, lines, more)


def _rank(change: ElementChange) -> tuple[bool, int]:
    prefix = change.element.partition("-")[0]
    return change.is_new, _FIRST.index(prefix) if prefix in _FIRST else len(_FIRST)


def _line(linker: Linker, change: ElementChange) -> ChangeLine:
    return ChangeLine(
        day=linker.wording.date(change.commit.date),
        commit=change.commit.hash,
        subject=change.commit.subject,
        id=change.element,
        ref=linker.ref(change.element),
        what=tuple(_what(linker, change)),
    )


def _what(linker: Linker, change: ElementChange) -> Iterator[Cell]:
    words = linker.wording
    if change.is_new:
        yield (Chip(words("changes.new"), "good"),)
    if change.revisions:
        before, after = change.revisions
        yield (words("changes.revision", before=before or "–", after=after or "–"),)
    if change.states:
        yield (words.status(change.states[0]), "→", words.status(change.states[1]))
    told = change.differences
    for key, parts in (("added", told.added), ("changed", told.changed)):
        if parts:
            yield (words(f"changes.{key}"), *(_part(linker, change.element, part) for part in parts))
    if told.removed:
        yield (words("changes.removed"), *(Code(part) for part in told.removed))
    if told.fields:
        yield (f"{words('changes.fields')} {', '.join(_field(words, field) for field in told.fields)}",)


def _part(linker: Linker, element: str, part: str) -> Ref | Code:
    """A link to a step or an activity; its id alone when it has gone since."""
    ref = linker.part(f"{element}/{part}")
    return Code(part) if ref.is_broken else Ref(ref.id, part, ref.href, "step", detail=ref.label)


def _field(words: Wording, field: str) -> str:
    key = f"field.{field}"
    return words(key).lower() if key in words.texts else field
