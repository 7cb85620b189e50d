"""Makes a built site one that opens from a folder, without a web server and without a single request.

A browser loads neither data nor workers from a folder. So the script of the search runs in the page itself (search.js
sees to it that the theme takes it for a worker), and the index is a script as well. A server that is given the folder
finds what it needs, too.
"""

import secrets
import zipfile
from pathlib import Path

from processmap.app.search_index import SEARCH_INDEX
from processmap.errors import CannotRunError

OFFLINE_SITE = "site-offline"
_SCRIPTS = "assets/javascripts"
_FOR_SERVERS = ("404.html", "sitemap.xml.gz")
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time of every file in an archive: the same site gives the same bytes, whenever it is packed."""
_READABLE = 0o100644 << 16


def make_offline(site: Path) -> None:
    """Turns a finished site into one that opens from a folder.

    Raises:
        CannotRunError: if the site has not the search of Material for MkDocs.
    """
    scripts, index = site / _SCRIPTS, site / SEARCH_INDEX
    bundles, searches = sorted(scripts.glob("bundle.*.js")), sorted(scripts.glob("workers/search.*.js"))
    if not (bundles and searches and index.is_file()):
        raise CannotRunError(
            "An offline site needs the theme Material for MkDocs with its search. "
            "mkdocs.yml must say `name: material` under theme, and list `search` and `processmap` under plugins."
        )
    _join(index.with_suffix(".js"), "var __index = ", index)
    for bundle in bundles:
        _join(bundle, "", searches[0], bundle)
    for name in _FOR_SERVERS:
        (site / name).unlink(missing_ok=True)


def zipped(site: Path) -> Path:
    """Packs a folder into an archive of the same name beside it, and returns that.

    Raises:
        CannotRunError: if the archive cannot be written.
    """
    archive = site.with_name(f"{site.name}.zip")
    fresh = archive.with_name(f".{archive.name}-{secrets.token_hex(4)}")
    try:
        _pack(site, fresh)
        fresh.replace(archive)
    except OSError as error:
        raise CannotRunError(f"{archive} cannot be written: {error.strerror}.") from error
    finally:
        fresh.unlink(missing_ok=True)
    return archive


def _join(target: Path, beginning: str, *sources: Path) -> None:
    texts = [source.read_text(encoding="utf-8") for source in sources]
    target.write_text(beginning + "\n".join(texts), encoding="utf-8")


def _pack(site: Path, target: Path) -> None:
    names = sorted(path.relative_to(site.parent).as_posix() for path in site.rglob("*") if path.is_file())
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            about = zipfile.ZipInfo(name, _MOMENT)
            about.create_system, about.external_attr = 3, _READABLE
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, (site.parent / name).read_bytes(), compresslevel=9)
