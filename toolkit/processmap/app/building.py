"""Builds the site: Markdown pages from the map, then MkDocs over them."""

import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from processmap.app.brand_files import brand_files, check_brand
from processmap.app.changes import read_changes
from processmap.app.checking import CheckResult
from processmap.app.diagram_cache import Placer
from processmap.app.finishing import finish_site
from processmap.app.offline import OFFLINE_SITE, make_offline
from processmap.app.opening import OpenMap
from processmap.app.page_memory import PageMemory
from processmap.app.pictures import Painter
from processmap.app.search_index import SEARCH_ENTRIES, entries_text
from processmap.app.site_builder import SiteBuilder
from processmap.app.site_files import FilesReport, write_site_files
from processmap.app.site_folder import SITE, SiteFolder
from processmap.app.site_settings import check_site_settings
from processmap.app.site_templates import project_templates, shipped_templates, site_assets, templates_state
from processmap.errors import CannotRunError
from processmap.i18n import load_texts
from processmap.render.brand import brand_style
from processmap.render.environment import site_environment
from processmap.render.pages import PageRenderer
from processmap.render.site_script import site_script
from processmap.render.svg.themes import site_style_sheet
from processmap.rules.pages import explain
from processmap.views.addresses import HOME
from processmap.views.atlas import Atlas
from processmap.views.linking import Linker
from processmap.views.paper import paper_of
from processmap.views.process.soundness import unsound_flows
from processmap.views.role_choice import role_choice
from processmap.views.search import Finder
from processmap.views.site import site_outline
from processmap.views.tags import tags_of
from processmap.views.wording import Wording

_ASSETS = "map/assets"
_SHEET = "processmap.css"
_SCRIPT = "processmap.js"


@dataclass(frozen=True, slots=True)
class PagesReport:
    """What was written under docs/."""

    paths: tuple[str, ...]
    """The pages that the map demands, below docs/."""
    files: FilesReport


@dataclass(frozen=True, slots=True)
class BuildReport:
    """A site that was built."""

    pages: int
    """Pages made from the map."""
    seconds: float
    site: Path
    kept: tuple[str, ...]
    """Files below docs/ that were edited by hand and therefore left alone."""
    warnings: tuple[str, ...]
    """What MkDocs and its plugins warn of."""


def build_pages(opened: OpenMap, result: CheckResult, memory: PageMemory | None = None) -> PagesReport:
    """Writes the pages of a map under docs/map/, and docs/index.md. Only files whose content changes are touched.

    Args:
        opened: the map.
        result: what its check has found, for the findings page, and the day that it took for today.
        memory: what is known of the pages from the last time.

    Raises:
        CannotRunError: if map.yaml or mkdocs.yml does not allow it, or a file of the user is in the way.
    """
    atlas = replace(
        atlas_of(opened),
        today=result.today,
        unsound=unsound_flows(result.findings),
        changes=read_changes(opened),
    )
    check_site_settings(opened.root, atlas.settings.language)
    check_brand(opened.root, atlas.settings)
    outline = site_outline(atlas, result.findings, _rule_texts(result))
    pages = tuple(outline.pages())
    shipped, project = shipped_templates(), project_templates(opened.root)
    wording = Wording(load_texts("site", atlas.settings.language))
    memory = memory or PageMemory()
    environment = memory.environment(
        (atlas.settings, templates_state(shipped, project)),
        lambda: site_environment(shipped, project, wording.texts),
    )
    home = Linker(atlas, wording, HOME)
    renderer = PageRenderer(
        environment,
        partial(paper_of, atlas, wording),
        lambda header: tags_of(replace(home, page=header.path), header.id),
        memory.drawings,
    )
    files = memory.files(pages, Painter(wording, Placer.of(opened)), renderer)
    files |= _assets(site_assets(shipped, project), opened.root / "docs", home)
    found = Finder(atlas, wording).everything(page.header for page in pages)
    files[SEARCH_ENTRIES] = entries_text(outline.paths, found)
    return PagesReport(outline.paths, write_site_files(opened.root / "docs", files))


def build_site(
    opened: OpenMap, result: CheckResult, place: SiteFolder | None = None, *, is_offline: bool = False
) -> BuildReport:
    """Writes the pages, runs MkDocs over them, and puts what it has built in the place of `site/`.

    Until the new site is whole the old one stays, whatever happens.

    Args:
        opened: the map.
        result: what its check has found.
        place: where the site goes; when None, `site/` in the folder of the map, or `site-offline/` there.
        is_offline: whether the site must open from a folder, without a web server.

    Raises:
        CannotRunError: as `build_pages`; if MkDocs fails; if the site lacks a page that the map demands; if `site/`
            cannot be replaced.
    """
    began = time.monotonic()
    place = place or SiteFolder(opened.root, name=OFFLINE_SITE if is_offline else SITE)
    with place.replaced() as fresh, SiteBuilder(opened.root, result.today) as builder:
        report = build_pages(opened, result)
        warnings = builder.build_all(fresh, lambda done, total: opened.progress("building", done, total))
        _compare(fresh, report.paths)
        finish_site(fresh)
        if is_offline:
            make_offline(fresh)
    return BuildReport(
        pages=len(report.paths),
        seconds=time.monotonic() - began,
        site=opened.root / place.name,
        kept=report.files.kept,
        warnings=warnings,
    )


def atlas_of(opened: OpenMap) -> Atlas:
    """Returns what pages look things up in.

    Raises:
        CannotRunError: if map.yaml cannot be read: nothing says then in which language the site is.
    """
    settings = opened.loaded.settings
    if settings is None:
        raise CannotRunError("processes/map.yaml has errors: run `processmap check` and correct them first.")
    return Atlas(opened.graph, settings)


def _rule_texts(result: CheckResult) -> dict[str, str]:
    """The pages of the rules that findings name, in the map's language."""
    codes = sorted({finding.code for finding in result.findings})
    return {code: text for code in codes if (text := explain(code, result.language))}


def _assets(assets: dict[str, str], docs: Path, home: Linker) -> dict[str, str]:
    settings = home.atlas.settings
    assets |= brand_files(docs, settings)
    assets[_SHEET] += f"\n{site_style_sheet()}\n{brand_style(settings.brand.colours)}"
    assets[_SCRIPT] = site_script(role_choice(home), home.wording) + assets[_SCRIPT]
    return {f"{_ASSETS}/{name}": text for name, text in assets.items()}


def _compare(site: Path, paths: tuple[str, ...]) -> None:
    missing = [path for path in paths if not (site / path).with_suffix(".html").is_file()]
    if missing:
        raise CannotRunError(
            f"The map demands {len(paths)} pages, but MkDocs left out {len(missing)}: {', '.join(missing[:5])}. "
            "Look for exclude_docs or a plugin in mkdocs.yml that drops them."
        )
