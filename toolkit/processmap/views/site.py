"""All pages that a map demands, in a fixed order."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias, TypeVar

from processmap.diagnostics import Finding
from processmap.i18n import Language, load_texts
from processmap.model.documents import Form
from processmap.model.ito import Ito
from processmap.model.micro import Micro
from processmap.model.organisation import Role
from processmap.views.addresses import (
    AREAS,
    CATALOGUES,
    CHANGES,
    COVERAGE,
    FINDINGS,
    GLOSSARY,
    HANDOFFS,
    HOME,
    INTERDEPENDENCE,
    ITOS,
    PROCESS_DEPENDENCE,
    PROCESSES,
    ROLES,
    TAGS,
    address_of,
    rule_address,
)
from processmap.views.area import AreaPage, area_page
from processmap.views.area_index import area_index
from processmap.views.atlas import Atlas
from processmap.views.catalogue_index import catalogue_index
from processmap.views.catalogues.catalogue import CataloguePage, KindPage
from processmap.views.catalogues.contents import CATALOGUE_SOURCES
from processmap.views.changes import ChangesPage, changes_page
from processmap.views.coverage import CoveragePage, coverage_of, coverage_page
from processmap.views.findings import FindingsPage, RulePage, findings_page, rule_page
from processmap.views.form import FormPage, form_page
from processmap.views.glossary import glossary_page
from processmap.views.home import HomePage, home_page
from processmap.views.index_page import IndexPage
from processmap.views.interdependence import (
    HandoffsPage,
    InterdependencePage,
    ProcessDependencePage,
    handoffs_page,
    interdependence_page,
    process_dependence_page,
)
from processmap.views.ito import ItoPage, ito_page
from processmap.views.ito_index import ito_index
from processmap.views.linking import Linker
from processmap.views.macro import MacroPage, macro_page
from processmap.views.micro import MicroPage, micro_page
from processmap.views.processes import ProcessesPage, processes_page
from processmap.views.role import RolePage, role_page
from processmap.views.role_index import role_index
from processmap.views.tags import TagsPage, tags_page
from processmap.views.wording import Wording

Page: TypeAlias = (
    HomePage
    | ProcessesPage
    | MacroPage
    | MicroPage
    | ItoPage
    | RolePage
    | AreaPage
    | FormPage
    | IndexPage
    | CataloguePage
    | KindPage
    | InterdependencePage
    | ProcessDependencePage
    | HandoffsPage
    | CoveragePage
    | ChangesPage
    | FindingsPage
    | RulePage
    | TagsPage
)
"""Any page; its template is chosen by its type, that of a `KindPage` by its name."""


Element = TypeVar("Element")


@dataclass(frozen=True, slots=True)
class SiteOutline:
    """Which pages a map demands, and how each is made."""

    paths: tuple[str, ...]
    """Below docs/, in order."""
    makers: tuple[Callable[[], Page], ...]

    def pages(self) -> Iterator[Page]:
        """Makes the pages one after another."""
        for make in self.makers:
            yield make()


def site_outline(atlas: Atlas, findings: Sequence[Finding], rules: Mapping[str, str]) -> SiteOutline:
    """Lists the pages of a map.

    Args:
        atlas: the map.
        findings: what its check has found.
        rules: the texts of the rules that findings name, by code.
    """
    plan = _Plan(atlas, Wording(load_texts("site", atlas.settings.language)), findings, rules)
    planned = (*plan.overviews(), *plan.elements(), *plan.catalogues(), *plan.rule_pages())
    return SiteOutline(tuple(path for path, _ in planned), tuple(make for _, make in planned))


_Planned: TypeAlias = tuple[str, Callable[[], Page]]


@dataclass(frozen=True, slots=True)
class _Plan:
    atlas: Atlas
    wording: Wording
    findings: Sequence[Finding]
    rules: Mapping[str, str]

    def overviews(self) -> Iterator[_Planned]:
        """The pages that every map has once."""
        on, crossed, findings = self._on, self.atlas.graph.handoffs, self.findings
        yield HOME, lambda: home_page(on(HOME), crossed, findings)
        yield PROCESSES, lambda: processes_page(on(PROCESSES))
        yield ITOS, lambda: ito_index(on(ITOS))
        yield ROLES, lambda: role_index(on(ROLES))
        yield AREAS, lambda: area_index(on(AREAS))
        yield INTERDEPENDENCE, lambda: interdependence_page(on(INTERDEPENDENCE), crossed, findings)
        yield PROCESS_DEPENDENCE, lambda: process_dependence_page(on(PROCESS_DEPENDENCE), crossed)
        yield HANDOFFS, lambda: handoffs_page(on(HANDOFFS), crossed, findings)
        yield CATALOGUES, lambda: catalogue_index(on(CATALOGUES))
        yield COVERAGE, lambda: coverage_page(on(COVERAGE), findings)
        if self.atlas.changes:
            yield CHANGES, lambda: changes_page(on(CHANGES))
        yield TAGS, lambda: tags_page(on(TAGS))
        yield FINDINGS, self._findings

    def elements(self) -> Iterator[_Planned]:
        """The pages of the elements that have one of their own."""
        atlas, crossed, unsound = self.atlas, self.atlas.graph.handoffs, self.atlas.unsound
        covered = coverage_of(atlas, self.findings)
        yield from self._each(atlas.macros, lambda linker, macro: macro_page(linker, macro, crossed, covered, unsound))
        yield from self._each(atlas.all(Micro), lambda linker, micro: micro_page(linker, micro, crossed, unsound))
        yield from self._each(atlas.all(Ito), ito_page)
        yield from self._each(atlas.all(Role), lambda linker, role: role_page(linker, role, crossed))
        yield from self._each(atlas.areas, lambda linker, area: area_page(linker, area, crossed))
        yield from self._each(atlas.all(Form), form_page)

    def catalogues(self) -> Iterator[_Planned]:
        """The pages of catalogues, the glossary first."""
        yield GLOSSARY, lambda: glossary_page(self._on(GLOSSARY))
        for source in CATALOGUE_SOURCES.values():
            yield source.path, partial(source.page, self._on(source.path))

    def rule_pages(self) -> Iterator[_Planned]:
        """The pages of the rules that findings name."""
        for code, text in self.rules.items():
            path = rule_address(code).page
            yield path, partial(rule_page, self._on(path), text)

    def _findings(self) -> FindingsPage:
        return findings_page(self._on(FINDINGS), self.findings, load_texts("findings", self._language), self.rules)

    def _each(self, elements: Sequence[Element], page: Callable[[Linker, Element], Page]) -> Iterator[_Planned]:
        for element in elements:
            address = address_of(str(getattr(element, "id", "")))
            assert address is not None
            yield address.page, partial(page, self._on(address.page), element)

    def _on(self, page: str) -> Linker:
        return Linker(self.atlas, self.wording, page)

    @property
    def _language(self) -> Language:
        return self.atlas.settings.language
