"""The steps over a site that MkDocs has built; each may be done again without harm.

The plugin takes them after every build, so that plain `mkdocs build` and `serve` give the same site.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from processmap.app.search_index import install_search
from processmap.app.site_leftovers import drop_unasked
from processmap.app.squeezing import squeezed_script, squeezed_sheet

_SCRIPTS = "assets/javascripts"
_OURS = "map/assets"
_CDN = re.compile(r"https://unpkg\.com/[^\"'`]*")
_NOWHERE = "about:blank"


def finish_site(site: Path) -> None:
    """Gives a built site our search, and drops what no page asks for, foreign addresses to load from among it."""
    install_search(site)
    drop_unasked(site)
    shutil.rmtree(site / _SCRIPTS / "lunr", ignore_errors=True)
    for bundle in sorted((site / _SCRIPTS).glob("bundle.*.js")):
        _change(bundle, _at_home)
    for script in (site / _OURS / "processmap.js", *sorted((site / _SCRIPTS).glob("workers/search.*.js"))):
        _change(script, squeezed_script)
    _change(site / _OURS / "processmap.css", squeezed_sheet)


def _at_home(script: str) -> str:
    """Takes the addresses out of the theme's script from which it would load what a browser or a page may lack.

    No page of the map asks for any of it. Who draws with Mermaid on pages of their own names its script under
    `extra_javascript`, and the theme loads nothing.
    """
    return _CDN.sub(_NOWHERE, script)


def _change(path: Path, change: Callable[[str], str]) -> None:
    if path.is_file() and (changed := change(text := path.read_text(encoding="utf-8"))) != text:
        path.write_text(changed, encoding="utf-8")
