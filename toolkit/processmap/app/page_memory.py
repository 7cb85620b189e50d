"""Remembers the pages that were made last, so that `serve` makes only those again that have something new to show."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from processmap.app.pictures import Painter
from processmap.render.drawing import Drawing
from processmap.render.pages import PageRenderer
from processmap.views.site import Page

_Environment = TypeVar("_Environment")


class PageMemory:
    """The files of one site, kept from one time to the next.

    What a page shows, in itself and around it, is a frozen value: as long as it is the same, so are its text and its
    pictures. The pictures of pages that are gone are kept for as long as the memory: nothing leads to them.
    """

    def __init__(self) -> None:
        """Knows nothing yet."""
        self.drawings: dict[str, Drawing] = {}
        """The pictures of pages by name; one mapping for good, since templates hold on to it."""
        self._key: Hashable = None
        self._environment: Any = None  # `Any`: templates are known to the layer below
        self._shown: dict[str, object] = {}
        self._texts: dict[str, str] = {}
        self._pictures: dict[str, str] = {}

    def environment(self, key: Hashable, make: Callable[[], _Environment]) -> _Environment:
        """Returns the templates, read anew when they have changed; then no page is known any more.

        Args:
            key: what every page depends on, the state of the templates among it.
            make: reads them.
        """
        if key != self._key:
            self._key, self._environment = key, make()
            for kept in (self._shown, self._texts, self._pictures, self.drawings):
                kept.clear()
        known: _Environment = self._environment
        return known

    def files(self, pages: Iterable[Page], painter: Painter, renderer: PageRenderer) -> dict[str, str]:
        """Returns the texts of all pages and the pictures beside them, by path below docs/.

        Args:
            pages: all pages of the site.
            painter: draws the pictures.
            renderer: has the environment of this memory, and looks up pictures in its drawings.
        """
        shown = {page.header.path: (page, renderer.around(page)) for page in pages}
        fresh = [page for path, (page, _) in shown.items() if self._shown.get(path) != shown[path]]
        pictures = painter.pictures(fresh)
        self.drawings.update(pictures.drawings)
        self._pictures.update(pictures.files)
        for page in fresh:
            path = page.header.path
            self._texts[path], self._shown[path] = renderer.render(page), shown[path]
        return {**{path: self._texts[path] for path in shown}, **self._pictures}
