"""Draws one picture of a map as a file of its own."""

from processmap.app.building import atlas_of
from processmap.app.diagram_cache import Placer
from processmap.app.opening import OpenMap
from processmap.errors import CannotRunError
from processmap.i18n import load_texts
from processmap.model.micro import Micro
from processmap.render.svg.markup import Page
from processmap.render.svg.swimlane import swimlane_svg
from processmap.render.svg.themes import Theme
from processmap.rules.nearest import guess
from processmap.views.addresses import HOME
from processmap.views.atlas import Atlas
from processmap.views.diagram import Diagram
from processmap.views.linking import Linker
from processmap.views.swimlane import swimlane
from processmap.views.wording import Wording


def draw(opened: OpenMap, name: str, *, theme: Theme) -> str:
    """Returns the SVG of one picture; it has no links, because the pages they lead to are not beside it.

    Args:
        opened: the map.
        name: id of a micro.
        theme: its colours.

    Raises:
        CannotRunError: if there is no such picture; the nearest names are said.
    """
    atlas = atlas_of(opened)
    wording = Wording(load_texts("site", atlas.settings.language))
    linker = Linker(atlas, wording, HOME)
    page = Page(theme, is_inline=False, has_links=False)
    return swimlane_svg(Placer.of(opened)(diagram_of(linker, name)), page, wording)


def diagram_of(linker: Linker, name: str) -> Diagram:
    """Returns the diagram of a name.

    Raises:
        CannotRunError: if no element has the name, or the micro has no steps.
    """
    texts = load_texts("cli", linker.atlas.settings.language)
    micro = linker.atlas.get(name, Micro)
    if micro is None:
        near = guess(name, _names(linker.atlas)).candidates
        hint = texts("draw.nearest", names=", ".join(near)) if near else texts("draw.names")
        raise CannotRunError(texts("draw.unknown", name=name, hint=hint))
    if not micro.steps:
        raise CannotRunError(texts("draw.planned", name=name))
    return swimlane(linker, micro)


def _names(atlas: Atlas) -> tuple[str, ...]:
    return tuple(micro.id for micro in atlas.all(Micro) if micro.steps)
