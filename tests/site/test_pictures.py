import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from tests.site.built_map import copy_sample, write_pages

from processmap.app import diagram_cache
from processmap.app.diagram_cache import Placer
from processmap.app.opening import open_map
from processmap.layout import graphviz_port
from processmap.layout.swimlane import place
from processmap.views.diagram import Diagram, Lane, Node, NodeKind

DIAGRAM = Diagram("MIC-A-010", "A", "B", (Lane("L", "Lane"),), (Node("S10", NodeKind.START, "L", "Go"),), ())


def test_without_graphviz_pages_show_tables_and_offer_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graphviz_port.shutil, "which", lambda _name: None)
    monkeypatch.setitem(__import__("sys").modules, "pygraphviz", None)
    root = copy_sample(tmp_path / "map")

    write_pages(root)

    macro = (root / "docs/map/macro/MAC-COM.md").read_text(encoding="utf-8")
    page = (root / "docs/map/interdependence.md").read_text(encoding="utf-8")
    processes = (root / "docs/map/process-dependence.md").read_text(encoding="utf-8")
    assert '<a href="MAC-COM.gv">' in macro
    assert '<a href="areas.gv">' in page
    assert 'data-diagram="dependencies"' in processes
    assert "pm-matrix--areas" in page
    assert (root / "docs/map/macro/MAC-COM.gv").read_text(encoding="utf-8").startswith('digraph "MAC-COM"')
    assert (root / "docs/map/areas.gv").is_file()


def test_beside_each_page_lies_its_picture_with_colours_written_out(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "map")
    write_pages(root)

    for path in ("micro/MIC-COM-020.svg", "dependencies.svg", "landscape.svg"):
        text = (root / "docs/map" / path).read_text(encoding="utf-8")
        ET.fromstring(text)
        assert "<style>" in text
        assert "var(" not in text
    assert 'xlink:href="MIC-COM-020.html#t20"' in (root / "docs/map/micro/MIC-COM-020.svg").read_text(encoding="utf-8")


def test_the_style_sheet_of_the_site_holds_the_colours_of_pictures_once(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "map")
    write_pages(root)

    sheet = (root / "docs/map/assets/processmap.css").read_text(encoding="utf-8")

    assert sheet.count(".pm-drawing .d-lane {") == 1
    page = (root / "docs/map/micro/MIC-COM-020.md").read_text(encoding="utf-8")
    assert page.count("<style>") == page.count("<style>:root { --pm-paper-client") == 1


def counting_placer(folder: Path | None) -> tuple[Placer, list[str]]:
    laid_out: list[str] = []

    def lay_out(diagram: Diagram) -> object:
        laid_out.append(diagram.id)
        return place(diagram)

    return Placer(folder, lay_out), laid_out  # type: ignore[arg-type]  # it returns what `place` returns


def test_a_diagram_that_has_not_changed_is_not_laid_out_again(tmp_path: Path) -> None:
    placer, laid_out = counting_placer(tmp_path)

    first, second = placer(DIAGRAM), placer(DIAGRAM)

    assert (first, laid_out) == (second, ["MIC-A-010"])


def test_another_version_of_the_tool_lays_out_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    placer, laid_out = counting_placer(tmp_path)
    placer(DIAGRAM)

    monkeypatch.setattr(diagram_cache, "tool_digest", lambda: "another")
    placer(DIAGRAM)

    assert len(laid_out) == 2


@pytest.mark.parametrize("content", ["", "[]", "{", '{"key": 1}'])
def test_a_damaged_cache_costs_nothing_but_time(tmp_path: Path, content: str) -> None:
    placer, _ = counting_placer(tmp_path)
    expected = placer(DIAGRAM)
    (tmp_path / "MIC-A-010.json").write_text(content, encoding="utf-8")

    assert placer(DIAGRAM) == expected


def test_a_cache_whose_content_is_cut_is_not_used(tmp_path: Path) -> None:
    placer, _ = counting_placer(tmp_path)
    expected = placer(DIAGRAM)
    file = tmp_path / "MIC-A-010.json"
    kept = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({"key": kept["key"], "placed": {"width": 1}}), encoding="utf-8")

    assert placer(DIAGRAM) == expected


def test_a_map_opened_without_its_cache_leaves_nothing_behind(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "map")

    write_pages(root)

    assert Placer.of(open_map(root, use_cache=False)).folder is None
    assert not (root / ".cache").exists()
