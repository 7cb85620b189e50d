from pathlib import Path

import pytest
from tests.site.built_map import copy_sample, run_python, write_pages

from processmap.app.site_files import write_site_files
from processmap.errors import CannotRunError

_WRITE = (
    "import sys; from datetime import date; from pathlib import Path;"
    "from processmap.app.building import build_pages; from processmap.app.opening import open_map;"
    "opened = open_map(Path('.'), use_cache=False); build_pages(opened, opened.check(today=date(2026, 11, 24)))"
)


def content(root: Path) -> dict[str, bytes]:
    docs = root / "docs"
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in sorted(docs.rglob("*")) if path.is_file()}


def test_two_folders_and_two_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = copy_sample(tmp_path / "one"), copy_sample(tmp_path / "elsewhere" / "other")

    for root, seed in ((one, "1"), (other, "2")):
        done = run_python(root, "-c", _WRITE, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr

    assert content(one) == content(other)
    assert not any(str(tmp_path).encode() in text for text in content(one).values())


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "map")
    write_pages(root)

    report = write_pages(root)

    assert (report.files.written, report.files.removed, report.files.kept) == ((), (), ())


def test_the_page_of_an_element_that_is_gone_is_removed(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "map")
    write_pages(root)
    (root / "processes/com/MIC-COM-030.yaml").unlink()

    report = write_pages(root)

    assert report.files.removed == ("map/micro/MIC-COM-030.md",)
    assert not (root / "docs/map/micro/MIC-COM-030.md").exists()


def test_an_orphan_that_was_edited_by_hand_is_kept_and_named(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "map")
    write_pages(root)
    page = root / "docs/map/micro/MIC-COM-030.md"
    page.write_text("Minhas notas", encoding="utf-8")
    (root / "processes/com/MIC-COM-030.yaml").unlink()

    report = write_pages(root)

    assert report.files.kept == ("map/micro/MIC-COM-030.md",)
    assert page.read_text(encoding="utf-8") == "Minhas notas"


def test_a_file_that_the_manifest_does_not_know_is_left_alone(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "map")
    write_pages(root)
    mine = root / "docs/map/micro/notas.md"
    mine.write_text("Minhas notas", encoding="utf-8")

    write_pages(root)

    assert mine.exists()


def test_a_home_page_of_the_user_is_refused_and_not_touched(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "map")
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs/index.md").write_text("# Minha página", encoding="utf-8")

    with pytest.raises(CannotRunError, match=r"docs/index\.md was not written by processmap"):
        write_pages(root)

    assert (root / "docs/index.md").read_text(encoding="utf-8") == "# Minha página"
    assert not (root / "docs/map").exists()


def test_work_of_a_run_that_was_cut_off_is_not_taken_for_edits(tmp_path: Path) -> None:
    write_site_files(tmp_path, {"map/a.md": "one"})
    (tmp_path / "map/a.md").write_text("two", encoding="utf-8")
    manifest = tmp_path / "map/.manifest.json"
    kept = manifest.read_text(encoding="utf-8")
    write_site_files(tmp_path, {"map/a.md": "two"})
    manifest.write_text(kept, encoding="utf-8")

    report = write_site_files(tmp_path, {"map/a.md": "two"})

    assert report.kept == ()


def test_a_manifest_that_names_files_outside_docs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map/.manifest.json").write_text('{"files": {"../secret": ["x"]}}', encoding="utf-8")

    with pytest.raises(CannotRunError, match="outside docs"):
        write_site_files(tmp_path, {})


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("  language: pt-BR\n", "  language: en\n", "  language: pt-BR"),
        ("  language: pt-BR\n", "", "  language: pt-BR"),
        ("use_directory_urls: false\n", "", "use_directory_urls: false"),
    ],
)
def test_a_setting_of_mkdocs_that_does_not_fit_names_the_line_to_write(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    root = copy_sample(tmp_path / "map")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")

    with pytest.raises(CannotRunError) as refusal:
        write_pages(root)

    assert said in str(refusal.value)


def test_a_map_without_mkdocs_settings_says_what_to_do(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "map")
    (root / "mkdocs.yml").unlink()

    with pytest.raises(CannotRunError, match=r"There is no mkdocs\.yml beside processes/"):
        write_pages(root)


def test_a_project_replaces_one_block_of_a_shipped_template(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "map")
    (root / "templates/site").mkdir(parents=True)
    (root / "templates/site/micro.md.jinja").write_text(
        '{% extends "!base/site/micro.md.jinja" %}{% block raci %}<p>Nosso RACI</p>{% endblock %}', encoding="utf-8"
    )

    write_pages(root)

    page = (root / "docs/map/micro/MIC-COM-020.md").read_text(encoding="utf-8")
    assert "<p>Nosso RACI</p>" in page
    assert '<tr id="t20"' in page
