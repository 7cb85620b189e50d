"""PM707 in a real git repository: what was published, renamed, and what git cannot tell."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from processmap.app.checking import CheckResult
from processmap.app.git import HistoryState, head, versions
from processmap.app.opening import open_map

BASE = Path(__file__).parents[1] / "rules" / "base_map"
MICRO = "processes/vendas/MIC-VEN-020.yaml"
TODAY = date(2026, 11, 23)

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


class Repository:
    """A map in a repository of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(BASE, root)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, day: str = "2026-03-02") -> str:
        moment = f"{day}T12:00:00+00:00"
        own = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull}
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, env=os.environ | own | dates, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def commit(self, day: str = "2026-03-02") -> str:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x", day=day)
        return self.git("rev-parse", "HEAD")[:8]

    def edit(self, before: str, after: str, path: str = MICRO) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1
        file.write_text(text.replace(before, after), encoding="utf-8")

    def check(self, *, use_cache: bool = False) -> CheckResult:
        return open_map(self.root, use_cache=use_cache).check(today=TODAY)

    def changed(self) -> list[str]:
        """What PM707 says: element, commit and parts."""
        found = [finding for finding in self.check().findings if finding.code == "PM707"]
        return [
            f"{finding.element} {finding.message.values()['commit']} {finding.message.values()['date']}: "
            f"{finding.message.values()['parts']}"
            for finding in found
        ]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "map")


def test_what_was_not_changed_since_it_was_published_is_not_reported(repository: Repository) -> None:
    repository.commit()

    assert repository.check().history is HistoryState.READ
    assert repository.changed() == []


def test_a_change_under_the_same_revision_is_reported_with_the_commit_that_published_it(repository: Repository) -> None:
    first = repository.commit()
    repository.edit("work: 1 h", "work: 2 h")
    repository.commit("2026-05-06")
    repository.edit("Cesta entregue", "Cesta recebida")

    assert repository.changed() == [f"MIC-VEN-020 {first} 2026-03-02: T20, E90"]


def test_a_raised_revision_makes_the_change_one_of_its_own(repository: Repository) -> None:
    repository.commit()
    repository.edit("work: 1 h", "work: 2 h")
    repository.edit('rev: "01"', 'rev: "02"')
    second = repository.commit("2026-05-06")

    assert repository.changed() == []

    repository.edit("max: 2 bd", "max: 3 bd")

    assert repository.changed() == [f"MIC-VEN-020 {second} 2026-05-06: T20"]


def test_what_changes_before_publication_needs_no_new_revision(repository: Repository) -> None:
    repository.edit("status: published", "status: in_validation")
    repository.commit()
    repository.edit("work: 1 h", "work: 2 h")
    repository.edit("status: in_validation", "status: published")
    published = repository.commit("2026-05-06")

    assert repository.changed() == []

    repository.edit("work: 2 h", "work: 3 h")

    assert repository.changed() == [f"MIC-VEN-020 {published} 2026-05-06: T20"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("steps:\n", "steps:  # o caminho da cesta\n"),
        ("work: 1 h", "work: 1.0 h"),
        ("  next_review: 2027-03-02", "  next_review: 2028-03-02"),
        ("lanes: [ROL-ENTREGADOR]\n", ""),
    ],
)
def test_what_leaves_the_meaning_as_it_is_needs_no_new_revision(
    repository: Repository, before: str, after: str
) -> None:
    repository.commit()
    repository.edit(before, after)

    assert repository.changed() == []


def test_a_change_that_was_taken_back_needs_no_new_revision(repository: Repository) -> None:
    repository.commit()
    repository.edit("work: 1 h", "work: 2 h")
    repository.commit("2026-05-06")
    repository.edit("work: 2 h", "work: 1 h")
    repository.commit("2026-05-07")

    assert repository.changed() == []


def test_a_renamed_file_keeps_its_past(repository: Repository) -> None:
    first = repository.commit()
    repository.git("mv", MICRO, "processes/vendas/MIC-VEN-020-entregar.yaml")
    repository.commit("2026-05-06")
    repository.edit("work: 1 h", "work: 2 h", "processes/vendas/MIC-VEN-020-entregar.yaml")

    assert repository.changed() == [f"MIC-VEN-020 {first} 2026-03-02: T20"]


def test_a_past_version_that_cannot_be_read_is_passed_over(repository: Repository) -> None:
    repository.edit("kind: micro", "kind: micro\nunknown: key")
    repository.commit()
    repository.edit("\nunknown: key", "")
    second = repository.commit("2026-05-06")
    repository.edit("work: 1 h", "work: 2 h")

    assert repository.changed() == [f"MIC-VEN-020 {second} 2026-05-06: T20"]


def test_a_new_element_has_no_past(repository: Repository) -> None:
    (repository.root / MICRO).rename(repository.root / "kept.yaml")
    repository.commit()
    (repository.root / "kept.yaml").rename(repository.root / MICRO)

    assert repository.changed() == []


def test_a_map_in_a_folder_of_its_repository_is_read_as_well(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "map")
    inner = repository.root / "mapa da empresa"
    inner.mkdir()
    for name in ("processes", "itos"):
        shutil.move(repository.root / name, inner / name)
    repository.commit()
    repository.edit("work: 1 h", "work: 2 h", f"mapa da empresa/{MICRO}")

    found = open_map(inner, use_cache=False).check(today=TODAY).findings

    assert [(finding.code, finding.place.path) for finding in found if finding.code == "PM707"] == [("PM707", MICRO)]
    assert MICRO in versions(inner)


def test_without_a_commit_the_rule_does_not_run(repository: Repository) -> None:
    assert repository.check().history is HistoryState.NO_COMMITS


def test_without_a_repository_the_rule_does_not_run(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "map")

    assert head(tmp_path / "map").state is HistoryState.NO_GIT


def test_in_a_shallow_clone_the_rule_does_not_run_and_check_says_so_once(
    repository: Repository, tmp_path: Path, processmap
) -> None:
    repository.commit()
    repository.edit("work: 1 h", "work: 2 h")
    repository.commit("2026-05-06")
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", repository.root.as_uri(), str(tmp_path / "clone")], check=True
    )

    done = processmap("check", "--format", "concise", "--language", "en", cwd=tmp_path / "clone")

    assert done.stderr.count("PM707 did not run: only the newest commits are here") == 1
    assert "PM707" not in done.stdout


def test_who_switches_the_rule_off_is_not_told_that_it_did_not_run(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "map")
    settings = tmp_path / "map/processes/map.yaml"
    settings.write_text(
        f"{settings.read_text(encoding='utf-8')}checks: {{severity: {{PM707: off}}}}\n", encoding="utf-8"
    )

    assert open_map(tmp_path / "map", use_cache=False).check(today=TODAY).history is HistoryState.READ


def test_a_kept_result_does_not_outlive_a_commit(repository: Repository) -> None:
    repository.edit("status: published", "status: draft")
    repository.commit()
    repository.edit("status: draft", "status: published")
    repository.edit("work: 1 h", "work: 2 h")
    repository.check(use_cache=True)
    later = (repository.root / MICRO).read_text(encoding="utf-8")
    repository.edit("work: 2 h", "work: 1 h")
    repository.commit("2026-05-06")
    (repository.root / MICRO).write_text(later, encoding="utf-8")

    codes = {finding.code for finding in repository.check(use_cache=True).findings}

    assert "PM707" in codes
