"""`processmap new`: what it makes is clean and builds, and what is there already is never touched."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from processmap.app import scaffolding
from processmap.app.scaffolding import make_project, sample_files
from processmap.cli.new import locale_language
from processmap.errors import CannotRunError
from processmap.i18n import Language
from processmap.loading import LoadedMap, load, read_sources
from processmap.model.ito import Ito
from processmap.model.micro import Micro
from processmap.model.steps import TaskStep, step_kind

TODAY = date(2026, 11, 23)
LANGUAGES = list(Language)
ROOT = Path(__file__).parents[2]
IN_THE_WAY = "processes/map.yaml"


def made(folder: Path, language: Language = Language.ENGLISH) -> Path:
    make_project(folder, language, today=TODAY)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def sample(tmp_path: Path, language: Language) -> LoadedMap:
    return load(read_sources(made(tmp_path / language.value, language)))


# --- what it makes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("today", ["2026-11-23", "2031-02-28"])
def test_a_new_map_has_no_finding_on_the_day_it_is_made(processmap, tmp_path, language, today):
    processmap("new", "demo", "--language", language.value, "--today", today, cwd=tmp_path)

    done = processmap("check", "--strict", "--format", "json", "--today", today, cwd=tmp_path / "demo")

    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["findings"] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.ENGLISH, ("Fulfil wholesale orders", "About")),
        (Language.PORTUGUESE, ("Atender pedidos de atacado", "Sobre")),
    ],
)
def test_the_site_of_a_new_map_builds_even_when_strict(processmap, tmp_path, language, words):
    processmap("new", "demo", "--language", language.value, cwd=tmp_path)

    done = processmap("build", "--strict", cwd=tmp_path / "demo")

    assert done.returncode == 0, done.stderr
    home = (tmp_path / "demo/site/index.html").read_text(encoding="utf-8")
    assert [word for word in words if word not in home] == []


def test_it_says_what_it_wrote_and_what_comes_next(processmap, tmp_path):
    done = processmap("new", "demo", "--language", "en", cwd=tmp_path)

    assert done.returncode == 0
    assert done.stdout.startswith("A map in English is in demo: ")
    for command in ("cd demo && processmap check", "processmap serve", "code processes/orders/MIC-ORD-010"):
        assert f"\n  {command}" in done.stdout
    assert done.stderr == ""


def test_it_speaks_the_language_of_the_map(processmap, tmp_path):
    done = processmap("new", "demo", "--language", "pt-BR", cwd=tmp_path)

    assert done.stdout.startswith("Um mapa em português está em demo: ")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "pt_BR.UTF-8"}, Language.PORTUGUESE),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "pt_BR"}, Language.PORTUGUESE),
        ({"LANG": "pt_BR.UTF-8", "LC_ALL": "C"}, Language.ENGLISH),
        ({"LANG": "de_DE.UTF-8"}, Language.ENGLISH),
        ({}, Language.ENGLISH),
    ],
)
def test_without_a_language_the_locale_of_the_terminal_decides(environment, language):
    assert locale_language(environment) is language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_human_task_is_instructed(tmp_path, language):
    models = [element.model for element in sample(tmp_path, language).elements.values()]

    tasks = {
        f"{micro.id}/{step.id}"
        for micro in models
        if isinstance(micro, Micro)
        for step in micro.steps
        if isinstance(step, TaskStep) and not step.automatic
    }

    assert tasks == {ref for ito in models if isinstance(ito, Ito) for each in ito.activities for ref in each.does}


def test_both_languages_tell_the_same_story(tmp_path):
    english, portuguese = (sample(tmp_path, language) for language in (Language.ENGLISH, Language.PORTUGUESE))

    def shape(found: LoadedMap) -> list[tuple[str, list[str]]]:
        return [
            (str(element.kind), [step_kind(step) for step in getattr(element.model, "steps", ())])
            for element in found.definitions
        ]

    assert sorted(shape(english)) == sorted(shape(portuguese))
    assert (english.language, portuguese.language) == (Language.ENGLISH, Language.PORTUGUESE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_placeholder_is_left_and_the_dates_are_those_of_the_day(tmp_path, language):
    project = made(tmp_path / "demo", language)

    texts = {path: content.decode() for path, content in contents(project).items()}

    assert not [path for path, text in texts.items() if re.search(r"\{\{|\}\}\s", text) and ".json" not in path]
    macro = next(text for path, text in texts.items() if "/MAC-" in path)
    assert re.findall(r"(effective|next_review): (\S+)", macro) == [
        ("effective", "2026-11-23"),
        ("next_review", "2027-11-23"),
    ]


def test_a_map_made_on_a_leap_day_is_reviewed_on_the_last_of_february(tmp_path):
    make_project(tmp_path, Language.ENGLISH, today=date(2028, 2, 29))

    ito = tmp_path / "itos/ITO-ORD-001-order-desk-assistant.yaml"
    assert "next_review: 2029-02-28" in ito.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_editor_settings_name_schemas_that_are_there(tmp_path, language):
    project = made(tmp_path / "demo", language)

    settings = json.loads((project / ".vscode/settings.json").read_text(encoding="utf-8"))

    missing = [name for name in settings["yaml.schemas"] if not (project / name).is_file()]
    assert (missing, settings["yaml.schemaStore.enable"]) == ([], False)


def test_two_runs_give_the_same_bytes(tmp_path):
    assert contents(made(tmp_path / "one")) == contents(made(tmp_path / "two"))


def test_files_have_the_mode_that_other_programs_give(tmp_path):
    project = made(tmp_path / "demo")
    (tmp_path / "plain").touch()

    modes = {path.stat().st_mode for path in project.rglob("*") if path.is_file()}

    assert modes == {(tmp_path / "plain").stat().st_mode}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_look_of_a_new_site_is_that_of_the_flagship(tmp_path, language):
    ours = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    new = yaml.safe_load((made(tmp_path / "demo", language) / "mkdocs.yml").read_text(encoding="utf-8"))

    def look(settings: dict[str, Any]) -> dict[str, Any]:
        plugins = [next(iter(plugin)) if isinstance(plugin, dict) else plugin for plugin in settings["plugins"]]
        theme = {key: value for key, value in settings["theme"].items() if key not in ("language", "palette")}
        kept = ("markdown_extensions", "extra_css", "extra_javascript", "extra", "use_directory_urls", "validation")
        return {"plugins": plugins, "theme": theme, **{key: settings.get(key) for key in kept}}

    assert look(new) == look(ours)
    assert new["theme"]["language"] == language.value


# --- where it makes it


def test_an_existing_empty_folder_is_fine(processmap, tmp_path):
    (tmp_path / "demo").mkdir()

    assert processmap("new", "demo", cwd=tmp_path).returncode == 0


def test_the_current_folder_with_unrelated_files_is_fine(processmap, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "processes").mkdir()
    (tmp_path / "processes" / "sketch.txt").write_text("mine too")

    done = processmap("new", ".", "--language", "en", cwd=tmp_path)

    assert done.returncode == 0
    assert "\n  processmap check" in done.stdout
    assert (tmp_path / "processes/map.yaml").is_file()
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_folders_above_the_target_are_made(tmp_path):
    assert (made(tmp_path / "a" / "b" / "demo") / IN_THE_WAY).is_file()


# --- what it refuses


def file_there(taken: Path) -> None:
    taken.write_text("mine")


def folder_there(taken: Path) -> None:
    taken.mkdir()


def dangling_link_there(taken: Path) -> None:
    taken.symlink_to("nowhere")


@pytest.mark.parametrize("obstacle", [file_there, folder_there, dangling_link_there])
def test_what_is_in_the_way_is_named_and_nothing_is_written(processmap, tmp_path, obstacle):
    (tmp_path / "demo/processes").mkdir(parents=True)
    obstacle(tmp_path / "demo" / IN_THE_WAY)
    before = everything(tmp_path)

    done = processmap("new", "demo", cwd=tmp_path)

    assert done.returncode == 2
    assert f"in the way: {IN_THE_WAY}." in done.stderr
    assert everything(tmp_path) == before


@pytest.mark.parametrize("name", sorted(sample_files(Language.ENGLISH)))
def test_no_file_of_any_name_is_overwritten(tmp_path, name):
    taken = tmp_path / name
    taken.parent.mkdir(parents=True, exist_ok=True)
    taken.write_text("mine")
    before = everything(tmp_path)

    with pytest.raises(CannotRunError, match=re.escape(name)):
        made(tmp_path)

    assert everything(tmp_path) == before
    assert taken.read_text() == "mine"


def test_a_file_where_a_folder_must_be_is_in_the_way(tmp_path):
    (tmp_path / "itos").write_text("mine")

    with pytest.raises(CannotRunError, match=r"itos/roles\.yaml"):
        made(tmp_path)

    assert everything(tmp_path) == ["itos"]


def test_a_second_run_names_what_is_there_and_changes_nothing(processmap, tmp_path):
    processmap("new", "demo", cwd=tmp_path)
    before = contents(tmp_path)

    done = processmap("new", "demo", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert re.search(r"in the way: .+ and \d+ more\. Nothing was made", done.stderr)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("target", ["taken", "taken/demo"])
def test_a_file_is_no_place_for_a_map(processmap, tmp_path, target):
    (tmp_path / "taken").write_text("mine")

    done = processmap("new", target, cwd=tmp_path)

    assert done.returncode == 2
    assert "taken is a file; a map needs a folder." in done.stderr
    assert (tmp_path / "taken").read_text() == "mine"


WITHOUT_PRIVILEGES = """
import os, sys
from datetime import date
from pathlib import Path
from processmap.app.scaffolding import make_project
from processmap.i18n import Language
if os.geteuid() == 0:  # root may write anywhere
    os.setgid(65534)
    os.setuid(65534)
make_project(Path(sys.argv[1]), Language.ENGLISH, today=date(2026, 11, 23))
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of folders are a matter of POSIX")
def test_a_folder_that_cannot_be_written_is_named():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        locked = Path(folder) / "locked"
        locked.mkdir(mode=0o555)

        done = subprocess.run(
            [sys.executable, "-c", WITHOUT_PRIVILEGES, str(locked / "demo")],
            env={**os.environ, "PYTHONPATH": str(ROOT / "toolkit")},
            capture_output=True,
            text=True,
            check=False,
        )

        assert f"CannotRunError: Cannot write {locked}" in done.stderr
        assert "Permission denied. Nothing was made." in done.stderr
        assert list(locked.iterdir()) == []


@pytest.mark.parametrize("is_there", [True, False])
def test_a_failure_half_way_leaves_nothing_behind(tmp_path, monkeypatch, is_there):
    demo = tmp_path / "demo"
    if is_there:
        (demo / "processes").mkdir(parents=True)
        (demo / "processes/notes.txt").write_text("mine")
    before = everything(tmp_path)
    place, placed = scaffolding._place, []

    def full_disk(source: Path, target: Path) -> None:
        if len(placed) == 20:
            raise OSError(28, "No space left on device", str(target))
        place(source, target)
        placed.append(target)

    monkeypatch.setattr(scaffolding, "_place", full_disk)

    with pytest.raises(CannotRunError, match=r"No space left on device\. Nothing was made"):
        made(demo)

    assert len(placed) == 20
    assert everything(tmp_path) == before


def test_without_hard_links_files_are_copied_and_still_never_replaced(tmp_path, monkeypatch):
    def no_links(source: Path, target: Path) -> None:
        raise OSError(1, "Operation not permitted", str(target))

    monkeypatch.setattr(os, "link", no_links)
    project = made(tmp_path / "demo")
    shutil.copy(project / IN_THE_WAY, tmp_path / "copy")

    with pytest.raises(FileExistsError):
        scaffolding._place(tmp_path / "copy", project / IN_THE_WAY)

    assert (project / IN_THE_WAY).is_file()
