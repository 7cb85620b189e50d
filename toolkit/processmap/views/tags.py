"""Tags: the area, the state and the systems of a page, and the page that lists everything under its tag.

Material's plugin reads them from the front matter of pages, so that a search shows them with what it has found. The
list is ours: grouped by what a tag says, and complete without a plugin.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from processmap.model.document_control import Status
from processmap.model.documents import Form, System
from processmap.model.ito import Ito
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.organisation import Area, Role
from processmap.model.steps import StepBase
from processmap.views.addresses import HOME, TAGS, Address
from processmap.views.atlas import Atlas, distinct
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Header, Ref

TagGroup = Literal["area", "status", "system"]

_GROUPS: tuple[TagGroup, ...] = ("area", "status", "system")
_Tagged: TypeAlias = Macro | Micro | Ito | Role | Form
_TAGGED = (Macro, Micro, Ito, Role, Form)
"""Kinds whose pages have tags."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a page."""

    group: TagGroup
    value: str
    """Id of the area or the system, or the name of the state."""
    label: str

    @property
    def anchor(self) -> str:
        """The fragment of its list on the page of tags."""
        return f"{self.group}-{self.value.lower()}"


@dataclass(frozen=True, slots=True)
class TaggedPages:
    """The pages under one tag."""

    anchor: str
    chip: Chip
    pages: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class TagSection:
    """The tags that say the same sort of thing."""

    anchor: TagGroup
    title: str
    tags: tuple[TaggedPages, ...]


@dataclass(frozen=True, slots=True)
class TagsPage:
    """All tags with their pages."""

    header: Header
    sections: tuple[TagSection, ...]
    """Those that have a tag."""
    empty: str


def tags_of(linker: Linker, element_id: str) -> tuple[Ref, ...]:
    """Returns the tags of an element's page as links into the page of tags; empty for what has no page or no tags."""
    element = linker.atlas.elements.get(element_id)
    tags = _tags(linker, element) if isinstance(element, _TAGGED) else ()
    return tuple(linker.to(Address(TAGS, tag.anchor), tag.label) for tag in tags)


def tags_page(linker: Linker) -> TagsPage:
    """Makes the page of all tags: areas in the order of the map, states as documents live through them, systems."""
    words = linker.wording
    pages: dict[Tag, list[Ref]] = {}
    for element in _tagged(linker.atlas):
        for tag in _tags(linker, element):
            pages.setdefault(tag, []).append(linker.ref(element.id))
    sections = (
        TagSection(
            group,
            words(f"tags.{group}"),
            tuple(
                TaggedPages(tag.anchor, _chip(linker, tag), tuple(pages[tag])) for tag in _ordered(linker, group, pages)
            ),
        )
        for group in _GROUPS
    )
    header = Header(
        path=linker.page,
        title=words("tags.title"),
        kind_label=words("page.index"),
        kind="tag",
        lead=words("tags.lead"),
        crumbs=(linker.to(Address(HOME), words("nav.home")),),
    )
    return TagsPage(header, tuple(section for section in sections if section.tags), words("tags.empty"))


def _tagged(atlas: Atlas) -> Iterator[_Tagged]:
    yield from atlas.all(Macro)
    yield from atlas.all(Micro)
    yield from atlas.all(Ito)
    yield from atlas.all(Role)
    yield from atlas.all(Form)


def _tags(linker: Linker, element: _Tagged) -> Iterator[Tag]:
    atlas = linker.atlas
    area = atlas.get(_area_of(atlas, element), Area)
    if area:
        yield Tag("area", area.id, area.name)
    if not isinstance(element, Role):
        status = atlas.status(element)
        yield Tag("status", status.value, linker.wording.status(status).label)
    for name in distinct(system for step in _steps(atlas, element) if (system := getattr(step, "system", None))):
        system = atlas.get(name, System)
        if system:
            yield Tag("system", system.id, system.name)


def _area_of(atlas: Atlas, element: _Tagged) -> str:
    match element:
        case Macro() | Role():
            return element.area
        case Micro():
            return atlas.graph.area_of_micro(element.id) or ""
        case Ito():
            role = atlas.get(element.role, Role)
        case Form():
            role = atlas.get(element.owner, Role) if element.owner else None
    return role.area if role else ""


def _steps(atlas: Atlas, element: _Tagged) -> Iterable[StepBase]:
    if isinstance(element, Micro):
        return element.steps
    if isinstance(element, Ito):
        named = (atlas.step(name) for activity in element.activities for name in activity.does)
        return tuple(step for step in named if step)
    return ()


def _ordered(linker: Linker, group: TagGroup, tags: Iterable[Tag]) -> list[Tag]:
    order: dict[TagGroup, list[str]] = {
        "area": [area.id for area in linker.atlas.areas],
        "status": [status.value for status in Status],
        "system": [system.id for system in linker.atlas.all(System)],
    }
    return sorted((tag for tag in tags if tag.group == group), key=lambda tag: order[group].index(tag.value))


def _chip(linker: Linker, tag: Tag) -> Chip:
    if tag.group == "status":
        return linker.wording.status(Status(tag.value))
    if tag.group == "area":
        return Chip(tag.label, "commercial" if linker.atlas.is_commercial(tag.value) else "support")
    return Chip(tag.label)
