"""Files on disk: found in a fixed order; what cannot be read is reported and nothing is raised."""

import os
from pathlib import Path

import pytest

from processmap.diagnostics import Place, Span
from processmap.loading import read_sources


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("areas: []\n", encoding="utf-8")


def problems(root: Path) -> list[tuple[str, str]]:
    found = [(source.path, problem) for source in read_sources(root) for problem in source.problems]
    assert all(problem.at == Place(path, Span.at(1, 1)) and problem.code == "PM008" for path, problem in found)
    return [(path, problem.message.key) for path, problem in found]


def test_files_come_with_the_settings_first_and_then_by_path(tmp_path: Path) -> None:
    write(tmp_path, "processes/b/x.yml", "processes/a/y.YAML", "itos/z.yaml", "processes/map.yaml")
    write(tmp_path, "processes/a/read.me", "processes/.git/x.yaml", "docs/x.yaml")

    paths = [source.path for source in read_sources(tmp_path)]

    assert paths == ["processes/map.yaml", "itos/z.yaml", "processes/a/y.YAML", "processes/b/x.yml"]


def test_a_folder_named_like_a_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "processes" / "x.yaml").mkdir(parents=True)

    assert problems(tmp_path) == [("processes/x.yaml", "PM008.folder")]


def test_a_link_that_leads_to_itself_is_reported(tmp_path: Path) -> None:
    (tmp_path / "processes").mkdir()
    (tmp_path / "processes" / "x.yaml").symlink_to("x.yaml")

    assert problems(tmp_path) == [("processes/x.yaml", "PM008.loop")]


def test_folders_that_lead_in_a_circle_are_reported_once_and_left(tmp_path: Path) -> None:
    write(tmp_path, "processes/a/x.yaml")
    (tmp_path / "processes" / "a" / "up").symlink_to("..", target_is_directory=True)

    assert problems(tmp_path) == [("processes/a/up", "PM008.loop")]


def test_a_link_to_nothing_is_reported(tmp_path: Path) -> None:
    (tmp_path / "processes").mkdir()
    (tmp_path / "processes" / "x.yaml").symlink_to("nowhere")

    assert problems(tmp_path) == [("processes/x.yaml", "PM008.other")]


def test_a_file_above_two_megabytes_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "processes/x.yaml")
    with (tmp_path / "processes" / "x.yaml").open("wb") as stream:
        stream.truncate(50_000_000)

    assert problems(tmp_path) == [("processes/x.yaml", "PM008.large")]


def test_a_file_without_permission_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "processes/x.yaml")

    def refuse(*_arguments: object, **_options: object) -> None:  # root, who runs the tests in CI, may read anything
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    assert problems(tmp_path) == [("processes/x.yaml", "PM008.permission")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "processes").mkdir()
    os.mkfifo(tmp_path / "processes" / "x.yaml")

    assert problems(tmp_path) == [("processes/x.yaml", "PM008.other")]
