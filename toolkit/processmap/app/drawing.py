"""Draws one picture of a map as a file of its own."""

from processmap.app.building import atlas_of
from processmap.app.diagram_cache import Placer
from processmap.app.opening import OpenMap
from processmap.errors import CannotRunError
from processmap.i18n import load_texts
from processmap.layout.folding import fold
from processmap.layout.landscape import place_landscape
from processmap.layout.swimlane import place
from processmap.model.micro import Micro
from processmap.render.svg.folded import folded_svg
from processmap.render.svg.landscape import landscape_svg
from processmap.render.svg.markup import Page
from processmap.render.svg.swimlane import swimlane_svg
from processmap.render.svg.themes import Theme
from processmap.rules.nearest import guess
from processmap.views.addresses import HOME
from processmap.views.atlas import Atlas
from processmap.views.dependencies import DEPENDENCIES, dependency_map
from processmap.views.diagram import Diagram
from processmap.views.landscape import LANDSCAPE, landscape
from processmap.views.linking import Linker
from processmap.views.swimlane import swimlane
from processmap.views.wording import Wording


def draw(opened: OpenMap, name: str, *, theme: Theme, fold_at: int | None = None, compact: bool = False) -> str:
    """Returns the SVG of one picture; it has no links, because the pages they lead to are not beside it.

    Args:
        opened: the map.
        name: id of a micro, `landscape` or `dependencies`.
        theme: its colours.
        fold_at: greatest width in px; what is wider comes in strips below each other. None for no limit.
        compact: whether steps that hand over straight down may share a column; saves width.

    Raises:
        CannotRunError: if there is no such picture; the nearest names are said.
    """
    atlas = atlas_of(opened)
    linker = Linker(atlas, Wording(load_texts("site", atlas.settings.language)), HOME)
    page = Page(theme, is_inline=False, has_links=False)
    if name == LANDSCAPE:
        return landscape_svg(place_landscape(landscape(linker)), page, linker.wording)
    diagram = _diagram(linker, name)
    placed = place(diagram, compact=True) if compact else Placer.of(opened)(diagram)
    if fold_at is not None and placed.width > fold_at:
        return folded_svg(fold(placed, fold_at), page, linker.wording)
    return swimlane_svg(placed, page, linker.wording)


def _diagram(linker: Linker, name: str) -> Diagram:
    if name == DEPENDENCIES:
        return dependency_map(linker)
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
    return (*(micro.id for micro in atlas.all(Micro) if micro.steps), LANDSCAPE, DEPENDENCIES)
