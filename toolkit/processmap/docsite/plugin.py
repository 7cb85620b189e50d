"""The MkDocs plugin `processmap`: writes the pages of the map before MkDocs looks for them, and finishes the site.

It holds no logic. With it, plain `mkdocs build` gives the same site as `processmap build`. Pages that would not change
are not written, so `mkdocs serve` does not set itself off.
"""

import logging
import os
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from processmap.app.finishing import finish_site
from processmap.app.search_index import pages_with_entries
from processmap.app.site_builder import PAGES_ARE_BUILT
from processmap.app.squeezing import squeezed_page
from processmap.docsite.whole_blocks import WholeBlocks, ids_of
from processmap.errors import CannotRunError

_LOG = logging.getLogger("mkdocs.plugins.processmap")


class ProcessmapPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # MkDocs ships no types
    """Translates one MkDocs event into one call."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Lets Markdown pass over our blocks of HTML: the same pages in less time."""
        config.markdown_extensions.append(WholeBlocks())
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Writes the pages, unless `processmap build` has just done so."""
        if os.environ.get(PAGES_ARE_BUILT):
            return
        from processmap.app.building import build_pages  # half a second that our MkDocs does without
        from processmap.app.opening import open_map  # as above

        try:
            opened = open_map(Path(config["config_file_path"]).parent)
            report = build_pages(opened, opened.check(today=date.today()))  # noqa: DTZ011  # the user's own day
        except CannotRunError as error:
            raise PluginError(str(error)) from error
        for path in report.files.kept:
            _LOG.warning("docs/%s was edited by hand and is left as it is; delete it to have it written again", path)

    def on_files(self, _files: Files, *, config: MkDocsConfig) -> None:
        """Keeps which pages the map finds by entries of its own."""
        self._found = pages_with_entries(Path(config["docs_dir"]))

    def on_page_content(self, html: str, *, page: Page, **_: object) -> None:
        """Tells MkDocs the ids in our blocks, which it did not read, and its search that it need not read the page."""
        page.present_anchor_ids = (page.present_anchor_ids or set()) | ids_of(html)
        if page.file.dest_uri in self._found:
            page.meta["search"] = {"exclude": True}

    def on_post_page(self, output: str, **_: object) -> str:
        """Takes out of a page what only its template needs."""
        return squeezed_page(output)

    @event_priority(-100)  # after the search plugin, which writes its index here
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Takes the steps over the finished site."""
        finish_site(Path(config["site_dir"]))
