"""The diagrams of the flagship map, as its pages and `processmap draw` show them."""

from functools import cache
from pathlib import Path

from processmap.app.building import atlas_of
from processmap.app.opening import open_map
from processmap.i18n import load_texts
from processmap.model.micro import Micro
from processmap.views.addresses import HOME
from processmap.views.diagram import Diagram
from processmap.views.linking import Linker
from processmap.views.swimlane import swimlane
from processmap.views.wording import Wording

_ROOT = Path(__file__).parents[2]


@cache
def flagship_diagrams() -> tuple[Diagram, ...]:
    atlas = atlas_of(open_map(_ROOT, use_cache=False))
    linker = Linker(atlas, Wording(load_texts("site", atlas.settings.language)), HOME)
    return tuple(swimlane(linker, micro) for micro in atlas.all(Micro) if micro.steps)
