"""Draws what the pages of a site show, and the files that lie beside them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from processmap.app.diagram_cache import Placer
from processmap.layout.folding import fold
from processmap.layout.graphviz_port import DrawsGraphs, draw_graphs
from processmap.layout.graphviz_svg import page_graph
from processmap.layout.landscape import place_landscape
from processmap.layout.network_source import network_source
from processmap.layout.placed import PlacedDiagram
from processmap.render.drawing import Drawing, graph_drawing, landscape_drawing, paper_strips, swimlane_drawing
from processmap.render.svg.folded import folded_svg
from processmap.render.svg.landscape import landscape_svg
from processmap.render.svg.markup import Page as Surroundings
from processmap.render.svg.swimlane import swimlane_svg
from processmap.render.svg.themes import Theme
from processmap.views.diagram import Diagram
from processmap.views.home import HomePage
from processmap.views.interdependence import InterdependencePage, ProcessDependencePage
from processmap.views.landscape import Landscape
from processmap.views.macro import MacroPage
from processmap.views.micro import MicroPage
from processmap.views.networks import Network
from processmap.views.site import Page
from processmap.views.wording import Wording

_PAPER_WIDTH = 980
"""Of a strip, in px: on A4 its smallest text is then as large as the small print of a form."""


@dataclass(frozen=True, slots=True)
class SitePictures:
    """Everything drawn for one site."""

    drawings: Mapping[str, Drawing]
    """Inline pictures by the name under which templates ask for them."""
    files: Mapping[str, str]
    """Texts by path below docs/."""


@dataclass(frozen=True, slots=True)
class Painter:
    """Draws pictures in the words of one map."""

    wording: Wording
    place: Placer
    draw_graphs: DrawsGraphs = draw_graphs

    def pictures(self, pages: Iterable[Page]) -> SitePictures:
        """Draws the pictures of all pages; graphs that this machine cannot draw leave their source as a file."""
        made = list(pages)
        pictures = [picture for page in made for picture in self._own(page)]
        graphs = [(page.header.path, network) for page in made if (network := _network(page)) and network.edges]
        sources = [network_source(network) for _, network in graphs]
        drawings = {drawing.name: drawing for drawing, _ in pictures}
        files = {path: text for _, written in pictures for path, text in written.items()}
        for (path, network), source, drawn in zip(graphs, sources, self.draw_graphs(sources), strict=True):
            if drawn:
                svg, width, height = page_graph(
                    drawn, name=network.name.lower(), title=network.title, description=network.description
                )
                drawings[network.name] = graph_drawing(network.name, svg, width, height)
            else:
                files[_beside(path, f"{network.name}.gv")] = source
        return SitePictures(drawings, files)

    def _own(self, page: Page) -> Iterator[tuple[Drawing, dict[str, str]]]:
        """The pictures of our own engine on a page, each with its files for download and for paper."""
        path = page.header.path
        match page:
            case MicroPage(picture=Diagram() as diagram):
                yield self._flow(diagram, path)
            case ProcessDependencePage(processes=diagram) if diagram.nodes:
                placed = self.place(diagram)
                yield swimlane_drawing(placed, self.wording), self._download(placed, path)
            case HomePage(landscape=landscape) if landscape.bands:
                yield self._landscape(landscape)
            case _:
                return

    def _flow(self, diagram: Diagram, page: str) -> tuple[Drawing, dict[str, str]]:
        placed = self.place(diagram)
        folded = fold(placed, _PAPER_WIDTH)
        file = f"{diagram.id}.print.svg"
        svg = folded_svg(folded, Surroundings(Theme.LIGHT, is_inline=False, has_links=False), self.wording)
        drawing = swimlane_drawing(placed, self.wording, paper_strips(folded, file))
        return drawing, {**self._download(placed, page), _beside(page, file): svg}

    def _download(self, placed: PlacedDiagram, page: str) -> dict[str, str]:
        address = page.rpartition("/")[2].removesuffix(".md") + ".html"
        svg = swimlane_svg(placed, Surroundings(Theme.LIGHT, is_inline=False, own_address=address), self.wording)
        return {_beside(page, f"{placed.diagram.id}.svg"): svg}

    def _landscape(self, landscape: Landscape) -> tuple[Drawing, dict[str, str]]:
        placed = place_landscape(landscape)
        # The file lies below map/, where the links of the home page would lead astray.
        download = Surroundings(Theme.LIGHT, is_inline=False, has_links=False)
        svg = landscape_svg(placed, download, self.wording)
        return landscape_drawing(placed, self.wording), {"map/landscape.svg": svg}


def _network(page: Page) -> Network | None:
    match page:
        case MacroPage(neighbourhood=network) | InterdependencePage(areas=network):
            return network
        case _:
            return None


def _beside(page: str, file: str) -> str:
    folder = page.rpartition("/")[0]
    return f"{folder}/{file}" if folder else file
