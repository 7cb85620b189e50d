"""A map with one defect of each of ten kinds, in `ten_defects/`: one run reports all ten, and no other error.

Each defect has a comment beside it, in Portuguese as the map is. Drafts among them show that PM0, PM1 and PM3 do not
soften; the others stand in published documents.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

MAP = Path(__file__).parent / "ten_defects"
SALES = "processes/vendas"

DEFECTS = {
    "duplicate key": ("PM003", "processes/catalog/externals.yaml", 2, 38),
    "wrong type": ("PM103", "processes/catalog/forums.yaml", 4, 66),
    "dangling reference": ("PM106", f"{SALES}/MIC-VEN-010.yaml", 23, 13),
    "deadlock": ("PM301", f"{SALES}/MIC-VEN-030.yaml", 28, 10),
    "livelock": ("PM303", f"{SALES}/MIC-VEN-040.yaml", 12, 10),
    "one-sided hand-off": ("PM401", f"{SALES}/MIC-VEN-010.yaml", 49, 17),
    "task without ITO": ("PM502", f"{SALES}/MIC-VEN-010.yaml", 54, 9),
    "broken end-to-end time": ("PM602", f"{SALES}/MIC-VEN-010.yaml", 7, 19),
    "author approves own document": ("PM704", "itos/ITO-ENT-001.yaml", 21, 13),
    "overlapping decision table": ("PM809", "processes/catalog/policies.yaml", 12, 9),
}
EXPECTED = sorted(DEFECTS.values())

Place = tuple[str, str, int, int]


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy outside of this repository, so that paths begin at the map in every format."""
    return Path(shutil.copytree(MAP, tmp_path_factory.mktemp("seeded") / "map"))


def _checked(processmap: Any, root: Path, output: str) -> "subprocess.CompletedProcess[str]":
    done: subprocess.CompletedProcess[str] = processmap(
        "check", "--format", output, "--language", "en", "--today", "2026-11-23", cwd=root
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done


def _of_concise(text: str) -> list[Place]:
    found = re.findall(r"^(.+?):(\d+):(\d+): error (PM\d{3}) ", text, re.MULTILINE)
    return [(code, path, int(line), int(column)) for path, line, column, code in found]


def _of_full(text: str) -> list[Place]:
    found = re.findall(r"^error (PM\d{3}) [\w-]+\n  (.+?):(\d+):(\d+)$", text, re.MULTILINE)
    return [(code, path, int(line), int(column)) for code, path, line, column in found]


def _of_json(text: str) -> list[Place]:
    findings = [finding for finding in json.loads(text)["findings"] if finding["severity"] == "error"]
    return [(finding["code"], finding["path"], finding["line"], finding["column"]) for finding in findings]


def _of_sarif(text: str) -> list[Place]:
    places = []
    for result in json.loads(text)["runs"][0]["results"]:
        if result["level"] == "error":
            place = result["locations"][0]["physicalLocation"]
            region, path = place["region"], place["artifactLocation"]["uri"]
            places.append((result["ruleId"], path, region["startLine"], region["startColumn"]))
    return places


def _of_junit(text: str) -> list[Place]:
    places = []
    for case in ET.fromstring(text).iter("testcase"):
        failure = case.find("failure")
        if failure is not None:
            line, column = case.attrib["name"].split(" ")[-1].split(":")
            places.append((failure.attrib["type"], case.attrib["file"], int(line), int(column)))
    return places


def _of_github(text: str) -> list[Place]:
    found = re.findall(
        r"^::error title=(PM\d{3}) [\w-]+,file=(.+?),line=(\d+),endLine=\d+,col=(\d+)", text, re.MULTILINE
    )
    return [(code, path, int(line), int(column)) for code, path, line, column in found]


@pytest.mark.parametrize(
    ("output", "read"),
    [
        ("concise", _of_concise),
        ("full", _of_full),
        ("json", _of_json),
        ("sarif", _of_sarif),
        ("junit", _of_junit),
        ("github", _of_github),
    ],
)
def test_one_run_reports_all_ten_at_their_places_in_every_format(processmap, seeded, output, read):
    assert sorted(read(_checked(processmap, seeded, output).stdout)) == EXPECTED


def test_gitlab_gets_the_same_ten_by_line(processmap, seeded):
    entries = json.loads(_checked(processmap, seeded, "gitlab").stdout)

    found = [
        (entry["check_name"].split(" ")[0], entry["location"]["path"], entry["location"]["lines"]["begin"])
        for entry in entries
        if entry["severity"] == "major"
    ]
    assert sorted(found) == [place[:3] for place in EXPECTED]


def test_the_summary_counts_ten_errors(processmap, seeded):
    assert "10 errors, 0 warnings" in _checked(processmap, seeded, "concise").stderr
