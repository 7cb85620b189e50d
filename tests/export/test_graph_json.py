"""The whole map as JSON and as DOT."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from processmap.export.graph_dot import graph_dot, quoted
from processmap.export.graph_json import graph_json
from processmap.export.graph_schema import graph_schema
from processmap.graph import MapGraph
from processmap.loading import from_text, load, read_sources

ROOT = Path(__file__).parents[2]
MAPS = [ROOT, ROOT / "tests" / "rules" / "base_map"]


def graph_of(root: Path) -> MapGraph:
    return MapGraph(load(read_sources(root)))


@pytest.fixture(scope="module")
def document() -> Any:
    return json.loads(graph_json(graph_of(MAPS[1])))


def edges(document: Any, source: str, kind: str) -> list[Any]:
    return [edge for edge in document["edges"] if edge["source"] == source and edge["type"] == kind]


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(graph_schema())


@pytest.mark.parametrize("root", MAPS, ids=["flagship", "base map"])
def test_the_document_follows_its_schema(root: Path) -> None:
    jsonschema.Draft202012Validator(graph_schema()).validate(json.loads(graph_json(graph_of(root))))


def test_a_map_without_settings_and_with_a_broken_element_follows_the_schema() -> None:
    sources = [from_text("processes/MIC-A-010.yaml", "kind: micro\nid: MIC-A-010\nnome: Atender\n")]
    document = json.loads(graph_json(MapGraph(load(sources))))

    jsonschema.Draft202012Validator(graph_schema()).validate(document)
    assert document["map"] is None
    assert document["nodes"] == [
        {
            "type": "element",
            "id": "MIC-A-010",
            "kind": "micro",
            "name": None,
            "status": "published",
            "file": "processes/MIC-A-010.yaml",
            "pointer": [],
            "fingerprint": None,
        }
    ]


def test_two_runs_give_the_same_bytes() -> None:
    assert graph_json(graph_of(ROOT)) == graph_json(graph_of(ROOT))
    assert graph_dot(graph_of(ROOT)) == graph_dot(graph_of(ROOT))


@pytest.mark.parametrize("root", MAPS, ids=["flagship", "base map"])
def test_both_sides_of_a_resolved_edge_are_nodes(root: Path) -> None:
    found = json.loads(graph_json(graph_of(root)))
    ids = [node["id"] for node in found["nodes"]]

    assert len(ids) == len(set(ids))
    for edge in found["edges"]:
        assert edge["source"] in ids
        assert (edge["target"] in ids) == edge["resolved"], edge


def test_a_step_stands_with_its_lane_and_area(document: Any) -> None:
    (step,) = (node for node in document["nodes"] if node["id"] == "MIC-VEN-010/T20")

    assert step == {
        "type": "step",
        "id": "MIC-VEN-010/T20",
        "kind": "task",
        "name": "Registrar pedido",
        "part_of": "MIC-VEN-010",
        "lane": "ROL-VENDEDOR",
        "area": step["area"],
        "attached_to": None,
    }
    assert step["area"].startswith("ARE-")


def test_a_reference_starts_at_the_step_that_holds_it(document: Any) -> None:
    found = edges(document, "MIC-VEN-010/G30", "reference")

    assert found == [
        {
            "type": "reference",
            "source": "MIC-VEN-010/G30",
            "target": "POL-VEN-001",
            "text": "POL-VEN-001/alcada",
            "path": ["steps", 2, "decision"],
            "resolved": True,
        }
    ]


def test_an_arrow_of_a_flow_carries_its_label_and_share(document: Any) -> None:
    found = edges(document, "MIC-VEN-010/G30", "flow")

    assert found[0] == {
        "type": "flow",
        "source": "MIC-VEN-010/G30",
        "target": "MIC-VEN-010/H50",
        "kind": "sequence",
        "label": "Vendedor",
        "share": "80%",
        "path": ["steps", 2, "paths", 0, "to"],
        "resolved": True,
        "back": False,
    }


def test_a_dangling_reference_is_kept_unresolved() -> None:
    text = "kind: micro\nid: MIC-A-010\nname: Atender\nmacro: MAC-Z\nowner: ROL-Z\n"
    found = json.loads(graph_json(MapGraph(load([from_text("processes/MIC-A-010.yaml", text)]))))

    assert [(edge["target"], edge["resolved"]) for edge in found["edges"]] == [("MAC-Z", False), ("ROL-Z", False)]


def test_derived_facts_name_the_handoffs(document: Any) -> None:
    derived = document["derived"]

    assert list(derived) == [
        "handoffs", "internal_crossings", "area_matrix", "process_matrix", "documents", "rings", "macro_order",
    ]  # fmt: skip
    assert [(found["source"], found["target"]) for found in derived["handoffs"]] == [
        (f"{handoff.source}", f"{handoff.target}") for handoff in graph_of(MAPS[1]).handoffs
    ]
    assert derived["handoffs"]


def test_dot_groups_micros_by_area_and_labels_edges_with_documents() -> None:
    text = graph_dot(graph_of(MAPS[1]))

    assert text.startswith("digraph processmap {\n")
    assert 'subgraph "cluster_ARE-' in text
    assert '"MIC-VEN-010" [label="MIC-VEN-010\\nAtender pedido"]' in text
    assert '"MIC-VEN-010" -> "MIC-' in text


def test_quoting_keeps_graphviz_from_reading_text_as_its_own_language() -> None:
    assert quoted('Diz "sim"') == '"Diz \\"sim\\""'
    assert quoted("C:\\N") == '"C:\\\\N"'
    assert quoted("P&D &lt;") == '"P&amp;D &amp;lt;"'
    assert quoted("a\nb") == '"a\\nb"'
    assert quoted("fim\\") == '"fim\\\\"'
    assert quoted("") == '""'


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"])))
def test_a_quoted_text_ends_only_at_its_last_quote(text: str) -> None:
    inside = quoted(text)[1:-1].replace("\\\\", "")

    assert inside.count('"') == inside.count('\\"')
    assert not inside.endswith("\\")


@pytest.mark.skipif(shutil.which("dot") is None, reason="needs Graphviz")
def test_graphviz_shows_names_exactly_as_written() -> None:
    name = 'Vender "já" \\N & &lt;b&gt; {a|b}'
    text = f"kind: micro\nid: MIC-A-010\nname: '{name}'\nmacro: MAC-A\nowner: ROL-A\n"
    source = graph_dot(MapGraph(load([from_text("processes/MIC-A-010.yaml", text)])))
    done = subprocess.run(["dot", "-Tsvg"], input=source, capture_output=True, text=True, check=True, encoding="utf-8")

    shown = [node.text for node in ET.fromstring(done.stdout).iter("{http://www.w3.org/2000/svg}text")]
    assert [(text or "").replace("\xa0", " ") for text in shown] == ["MIC-A-010", name]
