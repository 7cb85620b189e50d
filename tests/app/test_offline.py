"""What makes a site open from a folder, and how it is packed."""

import os
import zipfile
from pathlib import Path

import pytest

from processmap.app.finishing import finish_site
from processmap.app.offline import make_offline, zipped
from processmap.errors import CannotRunError

FILES = {
    "index.html": "<p>Início</p>",
    "404.html": "",
    "sitemap.xml.gz": "",
    "search/search_index.json": '{"docs":["é"]}',
    "assets/javascripts/bundle.1a.min.js": 'bundle(load("https://unpkg.com/mermaid@11/mermaid.min.js"))',
    "assets/javascripts/bundle.1a.min.js.map": "",
    "assets/javascripts/lunr/min/lunr.pt.min.js": "",
    "assets/javascripts/workers/search.2b.min.js": "search()",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, encoding="utf-8")
    return tmp_path / "site"


def test_a_finished_site_names_no_foreign_server_and_keeps_no_file_without_use(site):
    finish_site(site)
    finish_site(site)

    assert (site / "assets/javascripts/bundle.1a.min.js").read_text() == 'bundle(load("about:blank"))'
    assert not (site / "assets/javascripts/lunr").exists()
    assert not (site / "assets/javascripts/bundle.1a.min.js.map").exists()


def test_the_search_comes_with_the_script_of_the_theme_and_its_index_as_a_script(site):
    make_offline(site)

    assert (site / "search/search_index.js").read_text(encoding="utf-8") == 'var __index = {"docs":["é"]}'
    assert (site / "assets/javascripts/bundle.1a.min.js").read_text().startswith("search()\nbundle(")
    assert not (site / "404.html").exists()


def test_a_theme_without_that_search_is_refused_with_what_to_write(site):
    (site / "search/search_index.json").unlink()

    with pytest.raises(CannotRunError, match=r"name: material"):
        make_offline(site)


def test_an_archive_has_the_same_bytes_whenever_it_is_packed_and_unpacks_into_one_folder(site):
    first = zipped(site).read_bytes()
    for path in site.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))

    archive = zipped(site)

    assert archive == site.with_name("site.zip")
    assert archive.read_bytes() == first
    with zipfile.ZipFile(archive) as packed:
        assert packed.namelist() == sorted(f"site/{name}" for name in FILES)
        assert packed.read("site/index.html").decode() == FILES["index.html"]
    assert sorted(path.name for path in site.parent.iterdir()) == ["site", "site.zip"]
