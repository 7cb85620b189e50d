"""The roles of a map to choose one's own from, area by area."""

from dataclasses import dataclass

from processmap.model.organisation import Role
from processmap.views.linking import Linker
from processmap.views.pieces import Ref


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """The roles of one area."""

    area: str
    """Its name."""
    roles: tuple[Ref, ...]
    """Links to the roles' pages, in declared order."""


def role_choice(linker: Linker) -> tuple[RoleGroup, ...]:
    """Returns the roles by area, in the order of the areas; those of no known area come last."""
    words, atlas = linker.wording, linker.atlas
    roles = atlas.all(Role)
    known = {area.id for area in atlas.areas}
    groups = [
        RoleGroup(area.name, tuple(linker.ref(role.id) for role in roles if role.area == area.id))
        for area in atlas.areas
    ]
    groups.append(RoleGroup(words("others"), tuple(linker.ref(role.id) for role in roles if role.area not in known)))
    return tuple(group for group in groups if group.roles)
