"""`processmap draw` and `processmap score` as a user meets them."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_process_is_drawn_into_a_file(processmap, small_map):
    done = processmap("draw", "MIC-VEN-010", "--output", "x.svg", cwd=small_map)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert ET.parse(small_map / "x.svg").getroot().get("role") == "graphics-document"


def test_without_a_file_the_picture_goes_to_stdout(processmap, small_map):
    for name in ("landscape", "dependencies"):
        done = processmap("draw", name, "--theme", "dark", cwd=small_map)

        assert done.returncode == 0
        assert ET.fromstring(done.stdout).tag.endswith("svg")
        assert "var(" not in done.stdout


def test_the_theme_css_follows_the_page_around(processmap, small_map):
    done = processmap("draw", "MIC-VEN-010", "--theme", "css", cwd=small_map)

    assert "prefers-color-scheme" in done.stdout


def test_a_wide_picture_is_folded(processmap, small_map):
    done = processmap("draw", "MIC-VEN-010", "--fold", "500", cwd=small_map)

    assert "<use " in done.stdout


def test_a_compact_picture_is_narrower(processmap):
    usual, compact = (processmap("draw", "MIC-MET-010", *options, cwd=ROOT) for options in ((), ("--compact",)))

    widths = [int(ET.fromstring(done.stdout).get("width", "0")) for done in (usual, compact)]
    assert widths[1] < widths[0]


def test_an_unknown_name_is_answered_with_the_nearest_ones(processmap, small_map):
    done = processmap("draw", "MIC-VEN-011", cwd=small_map)

    assert (done.returncode, done.stdout) == (2, "")
    assert "MIC-VEN-011" in done.stderr
    assert "MIC-VEN-010" in done.stderr


def test_a_name_like_no_other_is_answered_with_what_names_are(processmap, small_map):
    done = processmap("draw", "figura", cwd=small_map)

    assert done.returncode == 2
    assert "landscape" in done.stderr


def test_the_figures_of_every_picture_come_as_a_table_and_as_json(processmap, small_map):
    table, document = (processmap("score", "--format", form, cwd=small_map) for form in ("table", "json"))

    assert (table.returncode, document.returncode) == (0, 0)
    assert table.stdout.startswith("diagram")
    found = json.loads(document.stdout)
    assert found["limits"] == {"defects": 0.0}
    assert [diagram["id"] for diagram in found["diagrams"]][-1] == "dependencies"
    assert {diagram["figures"]["defects"] for diagram in found["diagrams"]} == {0}


def test_a_figure_beyond_its_limit_gives_exit_1_and_a_mark(processmap, small_map):
    settings = small_map / "processes/map.yaml"
    text = settings.read_text(encoding="utf-8")
    assert "checks:" not in text
    settings.write_text(text + "checks:\n  score: {nodes: 1}\n", encoding="utf-8")

    done = processmap("score", cwd=small_map)

    assert done.returncode == 1
    assert "!" in done.stdout


def test_a_limit_for_what_is_not_measured_is_refused(processmap, small_map):
    settings = small_map / "processes/map.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "checks:\n  score: {beauty: 1}\n", encoding="utf-8")

    done = processmap("score", cwd=small_map)

    assert done.returncode == 2
    assert "beauty" in done.stderr
    assert "crossings" in done.stderr


def test_help_shows_an_example(processmap, tmp_path):
    for name in ("draw", "score"):
        assert f"Example: processmap {name}" in processmap(name, "--help", cwd=tmp_path).stdout
