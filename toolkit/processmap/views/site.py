"""All pages that a map demands, in a fixed order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from processmap.diagnostics import Finding
from processmap.i18n import Language, load_texts
from processmap.model.documents import Form
from processmap.model.ito import Ito
from processmap.model.micro import Micro
from processmap.model.organisation import Role
from processmap.views.addresses import (
    AREAS,
    CATALOGUES,
    COVERAGE,
    FINDINGS,
    GLOSSARY,
    HOME,
    INTERDEPENDENCE,
    ITOS,
    PROCESSES,
    ROLES,
    address_of,
)
from processmap.views.area import AreaPage, area_index, area_page
from processmap.views.atlas import Atlas
from processmap.views.catalogue_index import catalogue_index
from processmap.views.catalogues.catalogue import CataloguePage, KindPage
from processmap.views.catalogues.contents import CATALOGUE_SOURCES
from processmap.views.coverage import CoveragePage, coverage_page
from processmap.views.findings import FindingsPage, findings_page
from processmap.views.form import FormPage, form_page
from processmap.views.glossary import glossary_page
from processmap.views.home import HomePage, home_page
from processmap.views.index_page import IndexPage
from processmap.views.interdependence import InterdependencePage, interdependence_page
from processmap.views.ito import ItoPage, ito_page
from processmap.views.ito_index import ito_index
from processmap.views.linking import Linker
from processmap.views.macro import MacroPage, ProcessesPage, macro_page, processes_page
from processmap.views.micro import MicroPage, micro_page
from processmap.views.process.soundness import unsound_flows
from processmap.views.role import RolePage, role_page
from processmap.views.role_index import role_index
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
    | CoveragePage
    | FindingsPage
)
"""Any page; its template is chosen by its type, that of a `KindPage` by its name."""


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


def site_outline(atlas: Atlas, findings: Sequence[Finding]) -> SiteOutline:
    """Lists the pages of a map."""
    planned = tuple(_planned(atlas, findings))
    return SiteOutline(tuple(path for path, _ in planned), tuple(make for _, make in planned))


def _planned(atlas: Atlas, findings: Sequence[Finding]) -> Iterator[tuple[str, Callable[[], Page]]]:
    language: Language = atlas.settings.language
    wording = Wording(load_texts("site", language))
    crossed = atlas.graph.handoffs
    unsound = unsound_flows(findings)

    def on(page: str) -> Linker:
        return Linker(atlas, wording, page)

    def of(element: str) -> str:
        address = address_of(element)
        assert address is not None
        return address.page

    yield HOME, lambda: home_page(on(HOME), crossed, findings)
    yield PROCESSES, lambda: processes_page(on(PROCESSES))
    yield ITOS, lambda: ito_index(on(ITOS))
    yield ROLES, lambda: role_index(on(ROLES))
    yield AREAS, lambda: area_index(on(AREAS))
    yield INTERDEPENDENCE, lambda: interdependence_page(on(INTERDEPENDENCE), crossed)
    yield CATALOGUES, lambda: catalogue_index(on(CATALOGUES))
    yield COVERAGE, lambda: coverage_page(on(COVERAGE), findings)
    yield FINDINGS, lambda: findings_page(on(FINDINGS), findings, load_texts("findings", language))
    yield GLOSSARY, lambda: glossary_page(on(GLOSSARY))
    for macro in atlas.macros:
        yield of(macro.id), lambda macro=macro: macro_page(on(of(macro.id)), macro, crossed)  # type: ignore[misc]
    for micro in atlas.all(Micro):
        yield of(micro.id), lambda micro=micro: micro_page(on(of(micro.id)), micro, crossed, unsound)  # type: ignore[misc]
    for ito in atlas.all(Ito):
        yield of(ito.id), lambda ito=ito: ito_page(on(of(ito.id)), ito)  # type: ignore[misc]
    for role in atlas.all(Role):
        yield of(role.id), lambda role=role: role_page(on(of(role.id)), role, crossed)  # type: ignore[misc]
    for area in atlas.areas:
        yield of(area.id), lambda area=area: area_page(on(of(area.id)), area, crossed)  # type: ignore[misc]
    for form in atlas.all(Form):
        yield of(form.id), lambda form=form: form_page(on(of(form.id)), form)  # type: ignore[misc]
    for source in CATALOGUE_SOURCES.values():
        yield source.path, lambda source=source: source.page(on(source.path))  # type: ignore[misc]
