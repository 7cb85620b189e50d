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

from processmap.app.building import PAGES_ARE_BUILT, build_pages
from processmap.app.finishing import finish_site
from processmap.app.opening import open_map
from processmap.errors import CannotRunError

_LOG = logging.getLogger("mkdocs.plugins.processmap")


class ProcessmapPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # MkDocs ships no types
    """Translates one MkDocs event into one call."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Writes the pages, unless `processmap build` has just done so."""
        if os.environ.get(PAGES_ARE_BUILT):
            return
        try:
            opened = open_map(Path(config["config_file_path"]).parent)
            report = build_pages(opened, opened.check(today=date.today()))  # noqa: DTZ011  # the user's own day
        except CannotRunError as error:
            raise PluginError(str(error)) from error
        for path in report.files.kept:
            _LOG.warning("docs/%s was edited by hand and is left as it is; delete it to have it written again", path)

    @event_priority(-100)  # after the search plugin, which writes its index here
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Takes the steps over the finished site."""
        finish_site(Path(config["site_dir"]))
