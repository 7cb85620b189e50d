"""Looks on while MkDocs builds: tells how far it has come, and keeps what it takes to build one page again."""

from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

Report = Callable[[int, int], None]
"""Called with how much is done, and how much there is to do."""


class Observer(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # MkDocs ships no types
    """A plugin that changes nothing. `build_again` can be used once a whole site has been built."""

    def __init__(self, report: Report) -> None:
        """Tells `report` after each page that was read, and after each that was written."""
        self._report = report
        self._done = self._of = 0
        self._config: MkDocsConfig | None = None

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Keeps what belongs to the build that begins."""
        self._done, self._nav, self._files, self._config = 0, nav, files, config
        self._of = 2 * len(files.documentation_pages())

    def on_env(self, env: Any, **_: Any) -> None:
        """Keeps the templates."""
        self._environment = env

    def on_page_content(self, _html: str, **_: Any) -> None:
        """A page was read."""
        self._step()

    def on_post_page(self, _output: str, **_: Any) -> None:
        """A page was written."""
        self._step()

    def build_again(self, paths: Iterable[str]) -> None:
        """Builds some pages of the last site again, in its navigation; files that are no pages are copied.

        Pages may come: they are reached through other pages.

        Raises:
            BuildError: if nothing was built yet, or a page comes that belongs into the navigation.
        """
        if self._config is None:
            raise BuildError("Nothing was built yet.")
        for path in paths:
            file = self._files.get_file_from_path(path) or self._added(path, self._config)
            if file.page is None:
                file.copy_file()
            else:
                self._build_page(file.page, self._config)

    def _added(self, path: str, config: MkDocsConfig) -> File:
        if config.nav is None:
            raise BuildError(f"docs/{path} belongs into the navigation.")
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        self._files.append(file)
        if file.is_documentation_page():
            Page(None, file, config)
        return file

    def _build_page(self, page: Page, config: MkDocsConfig) -> None:
        events = config.plugins
        page = events.on_pre_page(page, config=config, files=self._files)
        page.read_source(config)
        page.markdown = events.on_page_markdown(page.markdown or "", page=page, config=config, files=self._files)
        page.render(config, self._files)
        page.content = events.on_page_content(page.content or "", page=page, config=config, files=self._files)
        page.active = True
        context = get_context(self._nav, self._files, config, page)
        template = self._environment.get_template(page.meta.get("template", "main.html"))
        context = events.on_page_context(context, page=page, config=config, nav=self._nav)
        output = events.on_post_page(template.render(context), page=page, config=config)
        write_file(output.encode(errors="xmlcharrefreplace"), page.file.abs_dest_path)
        page.active = False

    def _step(self) -> None:
        self._done += 1
        self._report(self._done, self._of)
