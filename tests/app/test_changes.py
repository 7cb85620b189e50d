"""What changed lately, read from a real git repository."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.app.test_history import Repository

from processmap.app.changes import read_changes
from processmap.app.opening import open_map
from processmap.graph.changes import Commit, Differences, ElementChange
from processmap.model.document_control import Status

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "map")
    repository.commit()
    return repository


def changes(repository: Repository) -> tuple[ElementChange, ...]:
    return read_changes(open_map(repository.root, use_cache=False))


def test_the_first_commit_brings_every_element_into_the_map(repository: Repository) -> None:
    found = changes(repository)

    assert all(change.is_new for change in found)
    assert {change.element for change in found} == set(open_map(repository.root).loaded.elements)


def test_a_later_commit_says_what_it_changed_in_which_element(repository: Repository) -> None:
    repository.edit("task: Entregar cesta ao cliente", "task: Entregar a cesta")
    hash_ = repository.commit("2026-03-09")

    first, *rest = changes(repository)

    commit = Commit(hash_, date(2026, 3, 9), "x")
    assert first == ElementChange("MIC-VEN-020", commit, differences=Differences(changed=("T20",)))
    assert all(change.is_new for change in rest)


def test_a_new_revision_and_state_are_told_apart_from_the_meaning(repository: Repository) -> None:
    repository.edit('rev: "01"', 'rev: "02"')
    repository.edit("status: published", "status: retired")
    repository.commit("2026-03-09")

    first = changes(repository)[0]

    assert first.revisions == ("01", "02")
    assert first.states == (Status.PUBLISHED, Status.RETIRED)
    assert first.differences == Differences()


def test_a_comment_changes_nothing(repository: Repository) -> None:
    repository.edit("kind: micro", "kind: micro  # um fluxo")
    repository.commit("2026-03-09")

    assert all(change.is_new for change in changes(repository))


def test_what_is_gone_today_is_not_told(repository: Repository) -> None:
    (repository.root / "processes/vendas/MIC-VEN-020.yaml").unlink()
    repository.commit("2026-03-09")

    assert "MIC-VEN-020" not in {change.element for change in changes(repository)}


def test_an_old_version_that_cannot_be_read_breaks_nothing(repository: Repository) -> None:
    path = repository.root / "processes/vendas/MIC-VEN-020.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text("kind: [\n", encoding="utf-8")
    repository.commit("2026-03-09")
    path.write_text(good, encoding="utf-8")
    repository.commit("2026-03-10")

    first = changes(repository)[0]

    assert (first.element, first.is_new) == ("MIC-VEN-020", True)


def test_without_git_and_in_a_shallow_clone_nothing_is_told(repository: Repository, tmp_path: Path) -> None:
    repository.edit("task: Entregar cesta ao cliente", "task: Entregar a cesta")
    repository.commit("2026-03-09")
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.root}", str(tmp_path / "shallow"))
    plain = Path(shutil.copytree(repository.root, tmp_path / "plain", ignore=shutil.ignore_patterns(".git")))

    assert read_changes(open_map(tmp_path / "shallow", use_cache=False)) == ()
    assert read_changes(open_map(plain, use_cache=False)) == ()


def test_what_was_read_is_remembered_for_the_commit(repository: Repository) -> None:
    first = read_changes(open_map(repository.root))
    remembered = read_changes(open_map(repository.root))
    repository.edit("task: Entregar cesta ao cliente", "task: Entregar a cesta")
    repository.commit("2026-03-09")

    assert remembered == first
    assert len(read_changes(open_map(repository.root))) == len(first) + 1
