"""The steps over a site that MkDocs has built; each may be done again without harm.

The plugin takes them after every build, so that plain `mkdocs build` and `serve` give the same site.
"""

import re
import shutil
from pathlib import Path

from processmap.app.search_index import install_search
from processmap.app.site_leftovers import drop_unasked

_SCRIPTS = "assets/javascripts"
_CDN = re.compile(r"https://unpkg\.com/[^\"'`]*")
_NOWHERE = "about:blank"
_KEPT_OR_ROOM = re.compile(r"<(pre|textarea|script|style)\b.*?</\1>|\s*\n\s*", re.DOTALL)


def finish_site(site: Path) -> None:
    """Gives a built site our search, and drops what no page asks for, foreign addresses to load from among it."""
    install_search(site)
    drop_unasked(site)
    shutil.rmtree(site / _SCRIPTS / "lunr", ignore_errors=True)
    for bundle in sorted((site / _SCRIPTS).glob("bundle.*.js")):
        _stay_at_home(bundle)


def without_room(page: str) -> str:
    """Returns the HTML of a page without indents and blank lines: its template needs them, a browser does not.

    What is in `pre`, `textarea`, `script` and `style` stays as it is.
    """
    return _KEPT_OR_ROOM.sub(lambda found: found[0] if found[1] else "\n", page)


def _stay_at_home(bundle: Path) -> None:
    """Takes the addresses out of the theme's script from which it would load what a browser or a page may lack.

    No page of the map asks for any of it. Who draws with Mermaid on pages of their own names its script under
    `extra_javascript`, and the theme loads nothing.
    """
    text = bundle.read_text(encoding="utf-8")
    changed = _CDN.sub(_NOWHERE, text)
    if changed != text:
        bundle.write_text(changed, encoding="utf-8")
