import json
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from tests.site.built_map import Page, run_python


def pages_of(site: Path) -> dict[Path, Page]:
    return {path: Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}


def test_each_macro_micro_ito_role_area_and_form_has_its_page(built: Path) -> None:
    kinds = ("macro", "micro", "ito", "role", "area", "form")

    counts = {kind: len([*(built / "site" / "map" / kind).glob("???-*.html")]) for kind in kinds}

    assert counts == {"macro": 3, "micro": 5, "ito": 1, "role": 6, "area": 4, "form": 1}


def test_authored_text_reaches_the_site_unchanged(built: Path) -> None:
    micro = Page((built / "site/map/micro/MIC-COM-010.html").read_text(encoding="utf-8")).text
    home = Page((built / "site/index.html").read_text(encoding="utf-8")).text

    assert "Qualificar *leads* [NO] | 007 <b>1.10</b>" in micro
    assert "# Lead_qualificado às 14:00 {{ on: }} ~~pronto~~" in micro
    assert "Qualificar *leads* [NO] | 007 <b>1.10</b>" in home


def test_a_step_has_a_row_that_can_be_linked_to(built: Path) -> None:
    page = (built / "site/map/micro/MIC-COM-020.html").read_text(encoding="utf-8")

    assert '<tr id="t20"' in page


def test_a_broken_reference_is_marked_in_its_place_and_listed(built: Path) -> None:
    micro = Page((built / "site/map/micro/MIC-COM-020.html").read_text(encoding="utf-8")).text
    findings = Page((built / "site/map/findings.html").read_text(encoding="utf-8")).text

    assert "MIC-FAT-010/S10 · não existe no mapa" in micro
    assert "MIC-FAT-010" in findings


def test_drawings_use_xlink_and_are_named_and_not_indexed(built: Path) -> None:
    page = (built / "docs/map/micro/MIC-COM-020.md").read_text(encoding="utf-8")
    drawing = page[page.index('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink') :].partition("</svg>")[0]

    assert 'role="graphics-document"' in drawing
    assert 'xlink:href="#t20"' in drawing
    assert ' href="' not in drawing.replace("xlink:href", "")
    assert "<!--" not in drawing
    assert '<div class="pm-figure" data-search-exclude>' in page


def test_every_place_that_the_search_finds_is_there(built: Path) -> None:
    pages = {path.relative_to(built / "site").as_posix(): page for path, page in pages_of(built / "site").items()}
    index = json.loads((built / "site/search/search_index.json").read_text(encoding="utf-8"))

    places = [entry["location"].partition("#")[::2] for entry in index["docs"]]

    assert len(places) > 60
    assert [place for place in places if place[0] not in pages or not pages[place[0]].has(place[1])] == []


def test_nothing_on_the_site_comes_from_elsewhere(built: Path) -> None:
    foreign = {
        link
        for page in pages_of(built / "site").values()
        for link in page.links
        if urlsplit(link).scheme in ("http", "https")
    }

    assert foreign == set()


def test_processmap_build_gives_the_same_pages_and_counts_them(built: Path) -> None:
    before = {path: path.read_bytes() for path in sorted((built / "docs").rglob("*")) if path.is_file()}

    done = run_python(built, "-m", "processmap", "build", "--today", "2026-11-24")

    assert done.returncode == 0, done.stderr
    assert {path: path.read_bytes() for path in sorted((built / "docs").rglob("*")) if path.is_file()} == before

    stamp = int.from_bytes((built / "site/sitemap.xml.gz").read_bytes()[4:8], "little")
    assert datetime.fromtimestamp(stamp, UTC) == datetime(2026, 11, 24, tzinfo=UTC)
