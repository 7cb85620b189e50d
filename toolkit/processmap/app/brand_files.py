"""The brand's files under map/assets: the logo and the icon that mkdocs.yml names, always there, under fixed names.

MkDocs knows a logo by a line in mkdocs.yml, the map by one in map.yaml. Only the map's line is written by hand: what it
names is put under the name that mkdocs.yml has from the beginning. A bitmap is wrapped into an SVG of its own size.
"""

import base64
import struct
from pathlib import Path

from processmap.config import MapSettings
from processmap.errors import CannotRunError
from processmap.render.brand import monogram

LOGO = "logo.svg"
FAVICON = "favicon.svg"
_PNG_HEAD = b"\x89PNG\r\n\x1a\n"
_PNG_SIZES = 24
"""Bytes up to which a PNG says its width and height."""
_LARGEST = 200_000


def brand_files(docs: Path, settings: MapSettings) -> dict[str, str]:
    """Returns logo and icon by file name: those of map.yaml, else a mark with the company's initials.

    Raises:
        CannotRunError: if map.yaml names a file that is missing, or is neither SVG nor PNG, or is too large.
    """
    brand = settings.brand
    mark = monogram(settings.client, brand.colours)
    logo = _picture(docs, "logo", brand.logo) if brand.logo else mark
    return {LOGO: logo, FAVICON: _picture(docs, "favicon", brand.favicon) if brand.favicon else mark}


def check_brand(root: Path, settings: MapSettings) -> None:
    """Makes sure that MkDocs shows what map.yaml names.

    Raises:
        CannotRunError: if map.yaml names a logo or an icon, and mkdocs.yml does not have the line that shows it.
    """
    text = (root / "mkdocs.yml").read_text(encoding="utf-8-sig")
    for key, name, file in (("logo", settings.brand.logo, LOGO), ("favicon", settings.brand.favicon, FAVICON)):
        line = f"{key}: map/assets/{file}"
        if name and line not in text:
            raise CannotRunError(
                f"processes/map.yaml has a brand.{key}, but mkdocs.yml would not show it. "
                f"Write in mkdocs.yml, under theme:\n\n  {line}\n"
            )


def _picture(docs: Path, key: str, name: str) -> str:
    path = docs / name
    if not path.resolve().is_relative_to(docs.resolve()):
        raise CannotRunError(
            f"processes/map.yaml says `brand: {{{key}: {name}}}`, which is outside docs/. Put it there."
        )
    if not path.is_file():
        raise CannotRunError(
            f"processes/map.yaml says `brand: {{{key}: {name}}}`, but there is no file docs/{name}. "
            "Put it there, or take the line out: then the company's initials are shown."
        )
    content = path.read_bytes()
    if len(content) > _LARGEST:
        raise CannotRunError(f"docs/{name} has {len(content)} bytes; every page shows it, so keep it below {_LARGEST}.")
    if content.startswith(_PNG_HEAD) and len(content) >= _PNG_SIZES:
        return _wrapped(content)
    if path.suffix.lower() != ".svg" or b"<svg" not in content:
        raise CannotRunError(f"docs/{name} (brand.{key} in processes/map.yaml) must be an SVG or a PNG file.")
    return content.decode("utf-8", errors="replace").replace("\r\n", "\n")


def _wrapped(png: bytes) -> str:
    width, height = struct.unpack(">II", png[16:24])
    data = base64.b64encode(png).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>\n'
    )
