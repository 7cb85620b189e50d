"""Builds the site: Markdown pages from the map, then MkDocs over them."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from processmap.app.brand_files import brand_files
from processmap.app.changes import read_changes
from processmap.app.checking import CheckResult
from processmap.app.diagram_cache import Placer
from processmap.app.finishing import finish_site
from processmap.app.offline import OFFLINE_SITE, make_offline
from processmap.app.opening import OpenMap
from processmap.app.pictures import Painter
from processmap.app.search_index import SEARCH_ENTRIES, entries_text
from processmap.app.site_files import FilesReport, write_site_files
from processmap.app.site_folder import SITE, SiteFolder
from processmap.app.site_settings import check_site_settings
from processmap.app.site_templates import project_templates, shipped_templates, site_assets
from processmap.errors import CannotRunError
from processmap.i18n import load_texts
from processmap.render.brand import brand_style
from processmap.render.environment import site_environment
from processmap.render.pages import PageRenderer
from processmap.render.site_script import site_script
from processmap.render.svg.themes import site_style_sheet
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

PAGES_ARE_BUILT = "PROCESSMAP_PAGES_ARE_BUILT"
"""Set for the MkDocs that `build_site` runs: its plugin need not write the pages again."""

_ASSETS = "map/assets"
_SHEET = "processmap.css"
_SCRIPT = "processmap.js"
_LINES_OF_TROUBLE = 12


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


def build_pages(opened: OpenMap, result: CheckResult) -> PagesReport:
    """Writes the pages of a map under docs/map/, and docs/index.md. Only files whose content changes are touched.

    Args:
        opened: the map.
        result: what its check has found, for the findings page, and the day that it took for today.

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
    outline = site_outline(atlas, result.findings)
    pages = tuple(outline.pages())
    shipped, project = shipped_templates(), project_templates(opened.root)
    wording = Wording(load_texts("site", atlas.settings.language))
    pictures = Painter(wording, Placer.of(opened)).pictures(pages)
    environment = site_environment(shipped, project, wording.texts)
    home = Linker(atlas, wording, HOME)
    renderer = PageRenderer(
        environment,
        partial(paper_of, atlas, wording),
        lambda header: tags_of(replace(home, page=header.path), header.id),
        pictures.drawings,
    )
    files = {page.header.path: renderer.render(page) for page in pages}
    files |= pictures.files
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
    with place.replaced() as fresh:
        report = build_pages(opened, result)
        _run_mkdocs(opened.root, fresh)
        _compare(fresh, report.paths)
        finish_site(fresh)
        if is_offline:
            make_offline(fresh)
    return BuildReport(len(report.paths), time.monotonic() - began, opened.root / place.name, report.files.kept)


def mkdocs_environment() -> dict[str, str]:
    """Returns the environment for a MkDocs that we start: our pages are there, and it keeps its banner to itself."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", PAGES_ARE_BUILT: "1", "PYTHONUTF8": "1"}


def atlas_of(opened: OpenMap) -> Atlas:
    """Returns what pages look things up in.

    Raises:
        CannotRunError: if map.yaml cannot be read: nothing says then in which language the site is.
    """
    settings = opened.loaded.settings
    if settings is None:
        raise CannotRunError("processes/map.yaml has errors: run `processmap check` and correct them first.")
    return Atlas(opened.graph, settings)


def _assets(assets: dict[str, str], docs: Path, home: Linker) -> dict[str, str]:
    settings = home.atlas.settings
    assets |= brand_files(docs, settings)
    assets[_SHEET] += f"\n{site_style_sheet()}\n{brand_style(settings.brand.colours)}"
    assets[_SCRIPT] = site_script(role_choice(home), home.wording) + assets[_SCRIPT]
    return {f"{_ASSETS}/{name}": text for name, text in assets.items()}


def _run_mkdocs(root: Path, site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean", "--site-dir", str(site)]
    done = subprocess.run(  # noqa: S603  # our own interpreter, arguments of our own
        command,
        cwd=root,
        env=mkdocs_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        trouble = "\n".join((done.stderr or done.stdout).strip().splitlines()[-_LINES_OF_TROUBLE:])
        raise CannotRunError(f"MkDocs could not build the site:\n{trouble}")
    if done.stderr.strip():
        sys.stderr.write(done.stderr)


def _compare(site: Path, paths: tuple[str, ...]) -> None:
    missing = [path for path in paths if not (site / path).with_suffix(".html").is_file()]
    if missing:
        raise CannotRunError(
            f"The map demands {len(paths)} pages, but MkDocs left out {len(missing)}: {', '.join(missing[:5])}. "
            "Look for exclude_docs or a plugin in mkdocs.yml that drops them."
        )
