"""Renders each page with the template of its type."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import Environment, TemplateError

from processmap.errors import CannotRunError
from processmap.render.drawing import Drawing
from processmap.views.area import AreaPage
from processmap.views.catalogues.catalogue import CataloguePage, KindPage
from processmap.views.changes import ChangesPage
from processmap.views.coverage import CoveragePage
from processmap.views.findings import FindingsPage, RulePage
from processmap.views.form import FormPage
from processmap.views.home import HomePage
from processmap.views.index_page import IndexPage
from processmap.views.interdependence import HandoffsPage, InterdependencePage, ProcessDependencePage
from processmap.views.ito import ItoPage
from processmap.views.macro import MacroPage
from processmap.views.micro import MicroPage
from processmap.views.paper import Paper
from processmap.views.pieces import Header, Ref
from processmap.views.processes import ProcessesPage
from processmap.views.role import RolePage
from processmap.views.site import Page
from processmap.views.tags import TagsPage

TEMPLATES: Mapping[type, str] = {
    HomePage: "site/home.md.jinja",
    ProcessesPage: "site/processes.md.jinja",
    MacroPage: "site/macro.md.jinja",
    MicroPage: "site/micro.md.jinja",
    ItoPage: "site/ito.md.jinja",
    RolePage: "site/role.md.jinja",
    AreaPage: "site/area.md.jinja",
    FormPage: "site/form.md.jinja",
    IndexPage: "site/index.md.jinja",
    InterdependencePage: "site/interdependence.md.jinja",
    ProcessDependencePage: "site/process-dependence.md.jinja",
    HandoffsPage: "site/handoffs.md.jinja",
    ChangesPage: "site/changes.md.jinja",
    CoveragePage: "site/coverage.md.jinja",
    CataloguePage: "site/catalogue.md.jinja",
    FindingsPage: "site/findings.md.jinja",
    RulePage: "site/rule.md.jinja",
    TagsPage: "site/tags.md.jinja",
}
"""The template of each type of page; a `KindPage` has one of its own name, see `template_of`."""

_BLANK_LINES = re.compile(r"\n\s*\n(?:\s*\n)*")


def template_of(page: Page) -> str:
    """Returns the name of the template that a page is rendered with."""
    return f"site/catalogues/{page.name}.md.jinja" if isinstance(page, KindPage) else TEMPLATES[type(page)]


@dataclass(frozen=True)
class PageRenderer:
    """Renders pages with one environment."""

    environment: Environment
    paper_of: Callable[[Header], Paper]
    """What is printed around a page."""
    tags_of: Callable[[Header], tuple[Ref, ...]]
    """The tags of a page."""
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    """The pictures of pages by name; a graph that this machine cannot draw is missing."""

    def render(self, page: Page) -> str:
        """Returns the Markdown of a page.

        Raises:
            CannotRunError: if a template of the project cannot be rendered.
        """
        name = template_of(page)
        try:
            template = self._environment.get_template(name)
            paper, tags = self.around(page)
            text = template.render(page=page, header=page.header, paper=paper, tags=tags)
        except TemplateError as error:
            raise CannotRunError(f"The template {name} cannot be rendered for {page.header.path}: {error}") from error
        return _BLANK_LINES.sub("\n\n", text).strip() + "\n"

    def around(self, page: Page) -> tuple[Paper, tuple[Ref, ...]]:
        """What a page shows beside what is in it: the text is the same as long as both are."""
        return self.paper_of(page.header), self.tags_of(page.header)

    @cached_property
    def _environment(self) -> Environment:
        self.environment.globals["drawing_of"] = self.drawings.get
        return self.environment
