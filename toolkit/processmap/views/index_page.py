"""What an index of cards is made of: ITOs, roles, areas, catalogues."""

from dataclasses import dataclass

from processmap.views.pieces import Header, Section


@dataclass(frozen=True, slots=True)
class IndexPage:
    """An index of cards in titled groups."""

    header: Header
    groups: tuple[Section, ...]
    empty: str
