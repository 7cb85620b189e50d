"""What a new map brings for CI and for the time before a commit, and the hooks that this repository offers."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from pre_commit.clientlib import load_config, load_manifest

from processmap.app.scaffolding import sample_files
from processmap.i18n import Language

ROOT = Path(__file__).parents[2]
LANGUAGES = list(Language)


def _shipped(language: Language, path: str) -> Any:
    return yaml.safe_load(sample_files(language)[path].read_text(encoding="utf-8"))


def _commands(language: Language) -> list[str]:
    """Every call of processmap in the two CI files, without what the shell does with it."""
    workflow = _shipped(language, ".github/workflows/processmap.yml")
    pipeline = _shipped(language, ".gitlab-ci.yml")
    lines = [step["run"] for step in workflow["jobs"]["map"]["steps"] if "run" in step]
    lines += [line for job in ("map", "site") for line in pipeline[job]["script"]]
    return [line.split(" > ")[0] for line in lines if line.startswith("processmap ")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_ci_systems_fetch_the_whole_history(language):
    workflow = _shipped(language, ".github/workflows/processmap.yml")
    checkout = workflow["jobs"]["map"]["steps"][0]

    assert checkout["uses"].startswith("actions/checkout@")
    assert checkout["with"]["fetch-depth"] == 0
    assert _shipped(language, ".gitlab-ci.yml")["variables"]["GIT_DEPTH"] == "0"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_commands_of_ci_run_on_a_new_map(processmap, tmp_path, language):
    processmap("new", "demo", "--language", language.value, "--today", "2026-11-23", cwd=tmp_path)

    commands = _commands(language)
    done = [processmap(*shlex.split(command)[1:], cwd=tmp_path / "demo", GITHUB_ACTIONS="true") for command in commands]

    assert commands == [
        "processmap check",
        "processmap build",
        "processmap check --format gitlab",
        "processmap check --format concise",
        "processmap build",
    ]
    assert [(each.returncode, each.stderr) for each in done if each.returncode] == []
    assert json.loads(done[2].stdout) == []


def test_gitlab_gets_the_report_that_the_job_writes():
    job = _shipped(Language.ENGLISH, ".gitlab-ci.yml")["map"]

    report = job["artifacts"]["reports"]["codequality"]
    assert job["script"][0] == f"processmap check --format gitlab > {report} || true"
    assert job["script"][-1] == "processmap check --format concise"  # what fails the job
    assert job["artifacts"]["when"] == "always"


@pytest.mark.parametrize("path", [".github/workflows/processmap.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"])
def test_both_languages_do_the_same(path):
    english, portuguese = (_shipped(language, path) for language in LANGUAGES)

    for found in (english, portuguese):
        found.pop("name", None)
    assert english == portuguese


@pytest.mark.parametrize("language", LANGUAGES)
def test_pre_commit_accepts_the_configuration_of_a_new_map(language):
    config = load_config(str(sample_files(language)[".pre-commit-config.yaml"]))

    assert [hook["id"] for repository in config["repos"] for hook in repository["hooks"]] == ["processmap"]


def test_pre_commit_accepts_the_hooks_of_this_repository_and_they_run(processmap, tmp_path):
    hooks = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    processmap("new", "demo", "--language", "en", cwd=tmp_path)

    assert [hook["id"] for hook in hooks] == ["processmap", "processmap-fix"]
    for hook in hooks:
        assert (hook["language"], hook["pass_filenames"]) == ("python", False)
        assert processmap(*shlex.split(hook["entry"])[1:], cwd=tmp_path / "demo").returncode == 0
