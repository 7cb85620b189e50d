"""What the scripts of the site know of the map: its roles and the words that they show."""

import json
from collections.abc import Iterable

from processmap.views.role_choice import RoleGroup
from processmap.views.wording import Wording


def site_script(groups: Iterable[RoleGroup], wording: Wording) -> str:
    """Returns the script that stands before all others. Addresses are relative to the root of the site.

    Args:
        groups: the roles to choose from, with links as seen from the home page.
        wording: the language of the map.
    """
    known = {
        "roles": [
            {
                "area": group.area,
                "roles": [{"id": role.id, "name": role.label, "href": role.href} for role in group.roles],
            }
            for group in groups
        ],
        "texts": {
            **{name: wording(f"focus.{name}") for name in ("label", "none", "following", "page", "clear", "search")},
            "path": wording("breadcrumbs"),
        },
    }
    # Backquotes begin and end texts over several lines for whoever takes remarks out of scripts.
    data = json.dumps(known, ensure_ascii=False, separators=(",", ":")).replace("`", "\\u0060")
    return f"window.processmap = {data};\n"
