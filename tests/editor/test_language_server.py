"""What an editor with yaml-language-server shows to a consultant, offline: the schemas are files of the project."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from processmap.app.scaffolding import SCHEMAS, make_project
from processmap.app.schemas import write_schemas
from processmap.i18n import Language

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The flagship's content with this repository's own editor settings, in a folder whose name is not plain ASCII."""
    folder = tmp_path_factory.mktemp("editor") / "mapa de gestão"
    for name in ("processes", "itos", ".vscode"):
        shutil.copytree(ROOT / name, folder / name)
    write_schemas(folder / SCHEMAS)
    return folder


def micro(project: Path) -> Path:
    return next(project.glob("processes/*/MIC-COM-020*.yaml"))


def line_of(text: str, start: str) -> int:
    return next(number for number, line in enumerate(text.splitlines()) if line.strip().startswith(start))


def typed(text: str, instead_of: str, new: str) -> tuple[str, int]:
    """The text with one line replaced, and the number of that line."""
    number = line_of(text, instead_of)
    lines = text.splitlines(keepends=True)
    indentation = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
    lines[number] = f"{indentation}{new}\n"
    return "".join(lines), number


def test_no_file_of_the_flagship_is_underlined(editor, project):
    paths = sorted([*project.glob("processes/**/*.yaml"), *project.glob("itos/*.yaml")])

    found = editor.all_diagnostics({path: path.read_text(encoding="utf-8") for path in paths})

    underlined = {
        path.name: [(each["range"]["start"]["line"] + 1, each["message"]) for each in diagnostics]
        for path, diagnostics in found.items()
        if diagnostics
    }
    assert underlined == {}


def test_an_unknown_key_is_underlined_in_its_line(editor, project):
    text, line = typed(micro(project).read_text(encoding="utf-8"), "system:", "sistem: SYS-CRM")

    [found] = editor.diagnostics(micro(project), text)

    assert "sistem" in found["message"]
    assert found["range"]["start"] == {"line": line, "character": 4}
    assert found["range"]["end"] == {"line": line, "character": 10}


@pytest.mark.parametrize(
    "pattern",
    [
        "map.yaml",
        "*/MAC-*.yaml",
        "*/MIC-*.yaml",
        "forms/FRM-*.yaml",
        "catalog/*.yaml",
        "../itos/roles.yaml",
        "../itos/ITO-*.yaml",
    ],
)
def test_every_sort_of_file_has_its_schema(editor, project, pattern):
    path = min((project / "processes").glob(pattern)).resolve()
    text = path.read_text(encoding="utf-8") + "\nnobody_knows_this: 1\n"

    messages = [found["message"] for found in editor.diagnostics(path, text)]

    assert any("nobody_knows_this" in message for message in messages)


def test_a_value_of_the_wrong_form_is_underlined(editor, project):
    text, line = typed(micro(project).read_text(encoding="utf-8"), "time:", "time: {work: two hours, max: 1 bd}")

    found = editor.diagnostics(micro(project), text)

    assert {each["range"]["start"]["line"] for each in found} == {line}


def test_a_step_being_typed_is_not_checked_as_some_other_kind(editor, project):
    text, line = typed(micro(project).read_text(encoding="utf-8"), "task:", "")

    found = editor.diagnostics(micro(project), text)

    assert all("kind" not in each["message"] or each["range"]["start"]["line"] <= line for each in found)
    assert len(found) <= 3


@pytest.mark.parametrize(
    ("pattern", "instead_of", "typed_so_far", "offered"),
    [
        ("processes/*/MAC-*.yaml", "class:", "class: ", {"core", "support", "management"}),
        ("processes/*/MIC-COM-020*.yaml", "join:", "join: ", {"all", "any"}),
        ("processes/map.yaml", "language:", "language: ", {"en", "pt-BR"}),
    ],
)
def test_the_values_of_an_enumeration_are_offered(editor, project, pattern, instead_of, typed_so_far, offered):
    path = min(project.glob(pattern))
    source = path.read_text(encoding="utf-8")
    if instead_of not in source:
        path = project / "processes/09-faturamento/MIC-FAT-020-faturar-mensalidade.yaml"
        source = path.read_text(encoding="utf-8").replace("- {id: J70, join: all}", "- id: J70\n    join: all")
    text, line = typed(source, instead_of, typed_so_far)
    editor.diagnostics(path, text)

    labels = set(editor.completions(path, line, len(text.splitlines()[line])))

    assert offered <= labels


def test_the_states_of_a_document_are_offered(editor, project):
    text = micro(project).read_text(encoding="utf-8")
    text = text[: text.index("\ndoc:")] + "\ndoc:\n  status: "
    editor.diagnostics(micro(project), text)

    labels = set(editor.completions(micro(project), text.count("\n"), len("  status: ")))

    assert {"planned", "draft", "in_validation", "validated", "published", "retired"} <= labels


def test_the_keys_of_a_task_are_offered_and_those_of_other_steps_are_not(editor, project):
    path = micro(project)
    text, line = typed(path.read_text(encoding="utf-8"), "system:", "s")
    editor.diagnostics(path, text)

    labels = set(editor.completions(path, line, 5))

    assert {"system", "control", "consulted"} <= labels
    assert not {"approvers", "to_process", "cadence"} & labels


@pytest.mark.parametrize(
    ("pattern", "key", "says"),
    [
        ("processes/*/MIC-COM-020*.yaml", "lanes:", "Lanes from top to bottom"),
        ("processes/*/MIC-COM-020*.yaml", "task:", "What is done: verb in the infinitive and object"),
        ("processes/*/MIC-COM-020*.yaml", "system:", "System in which it is done"),
        ("processes/*/MAC-*.yaml", "class:", "its band in the landscape"),
        ("itos/ITO-*.yaml", "mission:", "What the role is there for"),
        ("processes/catalog/kpis*.yaml", "better:", "Whether more or less is better"),
    ],
)
def test_hovering_over_a_key_shows_what_it_means(editor, project, pattern, key, says):
    path = min(project.glob(pattern))
    text = path.read_text(encoding="utf-8")
    editor.diagnostics(path, text)
    line = line_of(text, key)

    assert says in editor.hover(path, line, text.splitlines()[line].index(key) + 1)


def test_the_settings_of_this_repository_are_those_of_a_new_map(tmp_path):
    make_project(tmp_path / "demo", Language.PORTUGUESE, today=date(2026, 11, 23))

    for name in ("settings.json", "extensions.json"):
        ours, new = (json.loads((root / ".vscode" / name).read_text("utf-8")) for root in (ROOT, tmp_path / "demo"))
        assert ours == new


def test_every_schema_of_the_yaml_files_is_wired(project):
    settings = json.loads((project / ".vscode/settings.json").read_text(encoding="utf-8"))

    wired = {Path(name).name for name in settings["yaml.schemas"]}
    written = {path.name for path in (project / SCHEMAS).iterdir()} - {"findings.schema.json", "graph.schema.json"}

    assert wired == written
