"""Logo and icon of map.yaml get the names that mkdocs.yml has."""

import struct
from pathlib import Path

import pytest

from processmap.app.brand_files import brand_files, check_brand
from processmap.config import Brand, MapSettings
from processmap.errors import CannotRunError

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 120, 40) + b"\x08\x06\x00\x00\x00"


def settings(**brand: str) -> MapSettings:
    return MapSettings(client="Casa Clara", title="T", brand=Brand(**brand))


def test_without_a_logo_both_are_the_initials(tmp_path: Path) -> None:
    files = brand_files(tmp_path, settings())

    assert ">CC</text>" in files["logo.svg"]
    assert files["favicon.svg"] == files["logo.svg"]


def test_a_vector_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mark.svg").write_text("<svg xmlns='x'/>", encoding="utf-8")

    files = brand_files(tmp_path, settings(logo="mark.svg"))

    assert files["logo.svg"] == "<svg xmlns='x'/>"
    assert ">CC</text>" in files["favicon.svg"]


def test_a_bitmap_is_wrapped_in_its_own_size(tmp_path: Path) -> None:
    (tmp_path / "mark.png").write_bytes(PNG)

    logo = brand_files(tmp_path, settings(logo="mark.png"))["logo.svg"]

    assert 'viewBox="0 0 120 40"' in logo
    assert 'href="data:image/png;base64,iVBOR' in logo


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("lost.svg", None, "there is no file docs/lost.svg"),
        ("mark.gif", b"GIF89a", "must be an SVG or a PNG file"),
        ("cut.png", PNG[:20], "must be an SVG or a PNG file"),
        ("../secret.svg", b"<svg/>", "outside docs/"),
        ("huge.png", PNG + b"0" * 200_000, "keep it below 200000"),
    ],
)
def test_what_cannot_be_a_logo_is_said(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    if content is not None:
        (docs / name).write_bytes(content)

    with pytest.raises(CannotRunError, match=said):
        brand_files(docs, settings(logo=name))


def test_a_logo_that_mkdocs_would_not_show_is_refused_with_the_line_to_write(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("theme:\n  name: material\n", encoding="utf-8")

    check_brand(tmp_path, settings())
    with pytest.raises(CannotRunError, match=r"logo: map/assets/logo\.svg"):
        check_brand(tmp_path, settings(logo="mark.svg"))
